import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { GENESIS, hashOf } from '../../server/audit/chain.ts'
import { toText } from '../../server/audit/head-file.ts'
import type { Signer } from '../../server/audit/keys.ts'
import { listLines } from '../../server/audit/queries.ts'
import type { Database } from '../../server/db/schema.ts'
import { resolveAsOf } from '../../server/http/as-of.ts'
import { readEnclosed } from '../../server/snapshots/enclosed.ts'
import { findSnapshot } from '../../server/snapshots/queries.ts'
import { SUMS, writeUnfinished } from '../../server/snapshots/write.ts'
import { copyToEdit } from '../helpers/snapshots.ts'

const VERIFY = path.resolve(import.meta.dirname, '../../server/snapshots/verify.mjs')

interface Wanted {
  within: string
  signer: Signer
  /** Another snapshot, in whose place the log is put where the database can make none. */
  like: string
}

/**
 * The snapshot that whoever runs the server can make of a database, with the right key; where the database is too broken
 * for one, its log in a folder that is sealed as a snapshot is.
 */
export async function snapshotOf(db: Kysely<Database>, { within, signer, like }: Wanted): Promise<string> {
  const name = path.join(within, 'snapshot')
  try {
    const asOf = await resolveAsOf(db, () => new Date('2027-01-01T00:00:00Z'), undefined)
    const previous = (await findSnapshot(db))?.fingerprint ?? null
    const made = await writeUnfinished(db, { within, asOf, previous, enclosed: readEnclosed(), signer })
    renameSync(made.folder, name)
  } catch {
    copyToEdit(like, name)
    putLog(name, await listLines(db))
    seal(name, signer)
  }
  return name
}

function putLog(folder: string, lines: readonly string[]): void {
  const manifest = path.join(folder, 'manifest.json')
  const said = JSON.parse(readFileSync(manifest, 'utf8')) as { instant: string; rows: Record<string, number> }
  const lastLine = lines.at(-1)
  const hash = lastLine === undefined ? GENESIS : hashOf(lastLine)
  const rows = { ...said.rows, 'audit.jsonl': lines.length }
  writeFileSync(path.join(folder, 'audit.jsonl'), lines.map((line) => `${line}\n`).join(''))
  writeFileSync(manifest, JSON.stringify({ ...said, seq: lines.length, lastHash: hash, rows }))
  writeFileSync(path.join(folder, 'HEAD'), toText({ lines: lines.length, hash, at: said.instant }))
}

/** All that is listed with its fingerprint as it is now, and both signatures anew. */
function seal(folder: string, signer: Signer): void {
  const file = path.join(folder, SUMS)
  const names = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(66))
  const sumOf = (name: string) =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, name)))
      .digest('hex')
  writeFileSync(file, names.map((name) => `${sumOf(name)}  ${name}\n`).join(''))
  for (const name of [SUMS, 'HEAD']) {
    writeFileSync(path.join(folder, `${name}.sig`), signer.sign(readFileSync(path.join(folder, name))))
  }
}

/** What an auditor gets to see who runs verify.mjs on a folder: its last line, and whether all is well. */
export function check(folder: string, ...words: string[]): Promise<{ isWell: boolean; text: string }> {
  return new Promise((resolve) => {
    const all = [VERIFY, folder, '--lang', 'en', ...words]
    execFile(process.execPath, all, { maxBuffer: 1 << 26 }, (error, out, wrong) => {
      resolve({ isWell: error === null, text: out + wrong })
    })
  })
}
