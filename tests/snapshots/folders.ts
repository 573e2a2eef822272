import { execFile } from 'node:child_process'
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { GENESIS, hashOf } from '../../server/audit/chain.ts'
import { listLines } from '../../server/audit/queries.ts'
import type { Database } from '../../server/db/schema.ts'
import { toCsv } from '../../server/domain/csv.ts'
import { REVISION_COLUMNS, revisionRows } from '../../server/snapshots/revisions.ts'
import { signIn } from '../helpers/accounts.ts'
import { openApp } from '../helpers/app.ts'

/** What is handed to the auditor beside the data. */
export const VERIFY = path.resolve(import.meta.dirname, '../../server/snapshots/verify.mjs')

const TABLES = ['observations.csv', 'targets.csv', 'progress.csv']
const LISTED = [...TABLES, 'revisions.csv', 'audit.jsonl', 'manifest.json', 'verify.mjs']

/** Every file of a snapshot that is checked. */
export const FILES = [...LISTED, 'SHA256SUMS', 'SHA256SUMS.sig', 'HEAD', 'HEAD.sig', 'public-key.pem']

export const newKeys = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync('ec', { namedCurve: 'prime256v1' })

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** A snapshot of an instant as the application answers it, signed. There must be an account `auditor`. */
export async function makeFolder(
  db: Kysely<Database>,
  folder: string,
  instant: Date,
  privateKey: KeyObject,
  publicKey: KeyObject,
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const at = instant.toISOString()
  const lines = (await listLines(db)).filter((line) => (JSON.parse(line) as { at: string }).at <= at)
  const { get } = await openApp(db, instant)
  const auditor = await signIn(db, 'auditor', instant)
  const put = (name: string, text: string | Buffer) => writeFileSync(path.join(folder, name), text)
  const rows: Record<string, number> = { 'audit.jsonl': lines.length }
  for (const name of TABLES) {
    const { status, text } = await get(`/api/${name}?asOf=${at}`, auditor)
    if (status !== 200) throw new Error(`${name}: ${status} ${text}`)
    put(name, text)
    rows[name] = text.split(/\r\n/).length - 2
  }
  const revisions = await Array.fromAsync(revisionRows(db, lines.length))
  put('revisions.csv', toCsv(REVISION_COLUMNS, revisions))
  rows['revisions.csv'] = revisions.length
  put('audit.jsonl', lines.map((line) => `${line}\n`).join(''))
  const lastHash = hashOf(lines.at(-1) ?? '')
  put('manifest.json', JSON.stringify({ format: 1, instant: at, seq: lines.length, lastHash, rows, previous: null }))
  put('HEAD', `tanbiao-audit\n${lines.length}\n${lastHash}\n${at}\n`)
  put('public-key.pem', publicKey.export({ type: 'spki', format: 'pem' }))
  copyFileSync(VERIFY, path.join(folder, 'verify.mjs'))
  seal(folder, privateKey)
}

/** Fingerprints of all that is listed, and both signatures, anew: what someone can do who has the key. */
export function seal(folder: string, privateKey: KeyObject): void {
  const bytesOf = (name: string) => readFileSync(path.join(folder, name))
  const sums = LISTED.map((name) => `${sha256(bytesOf(name))}  ${name}\n`).join('')
  writeFileSync(path.join(folder, 'SHA256SUMS'), sums)
  for (const name of ['SHA256SUMS', 'HEAD'])
    writeFileSync(path.join(folder, `${name}.sig`), sign('sha256', bytesOf(name), privateKey))
}

/** Writes the log with all hashes anew, and HEAD and manifest to match. */
export function rechain(folder: string, lines: readonly string[]): void {
  const put = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
  let prev = GENESIS
  let log = ''
  for (const line of lines) {
    const chained = JSON.stringify({ ...(JSON.parse(line) as object), prev })
    prev = hashOf(chained)
    log += `${chained}\n`
  }
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest
  const rows = { ...manifest.rows, 'audit.jsonl': lines.length }
  put('audit.jsonl', log)
  put('manifest.json', JSON.stringify({ ...manifest, seq: lines.length, lastHash: prev, rows }))
  put('HEAD', `tanbiao-audit\n${lines.length}\n${prev}\n${manifest.instant}\n`)
}

interface Manifest {
  instant: string
  rows: Record<string, number>
}

export interface Verdict {
  code: number
  text: string
  /** What was found, without what is only told. */
  findings: string[]
}

/** Runs the program as an auditor would, in English; by another Node.js where `VERIFY_NODE` says so. */
export function runVerify(folder: string, ...words: string[]): Promise<Verdict> {
  return new Promise((resolve) => {
    const all = [VERIFY, folder, '--lang', 'en', ...words]
    execFile(process.env['VERIFY_NODE'] ?? process.execPath, all, { maxBuffer: 1 << 26 }, (error, out, wrong) => {
      const text = out + wrong
      const findings = text.split('\n').filter((line) => line.startsWith('✗'))
      resolve({ code: error === null ? 0 : Number(error.code), text, findings })
    })
  })
}
