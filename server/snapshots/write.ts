import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { GENESIS } from '../audit/chain.ts'
import { syncFolder } from '../audit/durable-file.ts'
import { toText } from '../audit/head-file.ts'
import type { Signer } from '../audit/keys.ts'
import { findHash } from '../audit/queries.ts'
import { makeFolder } from '../db/folder.ts'
import type { Database } from '../db/schema.ts'
import type { AsOf } from '../http/as-of.ts'
import { toCsvw } from './csvw.ts'
import { toDataPackage } from './data-package.ts'
import { readStructure } from './sdmx/structure.ts'
import { TABLES } from './tables.ts'
import { MAKER } from './maker.ts'
import type { WrittenFile } from './rows.ts'
import { writeRows, writeWhole } from './written-file.ts'

/** What `SHA256SUMS` says; its own fingerprint stands for the whole snapshot. */
export const SUMS = 'SHA256SUMS'
const FORMAT = 1

/** A file beside the tables: the method, the check, how to use it. */
export interface Enclosed {
  name: string
  content: string
}

interface Wanted {
  /** The folder in which snapshots are kept. */
  within: string
  asOf: AsOf
  /** The fingerprint of the snapshot before; null for the first. */
  previous: string | null
  enclosed: readonly Enclosed[]
  signer: Signer
  /** Hears now and then how far it is; what it throws ends the writing. */
  onProgress?: ((progress: Progress) => void) | undefined
}

/** How far the writing of a snapshot is. */
export interface Progress {
  filesWritten: number
  filesTotal: number
  /** Rows of all tables until now. */
  rowsWritten: number
}

/** A snapshot of which all is on the disk, in a folder of which no one takes it for one. */
export interface UnfinishedSnapshot {
  folder: string
  files: WrittenFile[]
  /** Lowercase hexadecimal SHA-256 of `SHA256SUMS`. */
  fingerprint: string
}

/** How the folders begin that are no snapshots yet; what follows is the process that writes them. */
export const UNFINISHED = '.unfinished-'

const DESCRIBING = ['datapackage.json', 'csv-metadata.json', 'structure.json', 'manifest.json'] as const

/** What `SHA256SUMS` does not list: itself, and what is made once and never the same again. */
export const UNLISTED = [SUMS, `${SUMS}.sig`, 'HEAD', 'HEAD.sig', 'public-key.pem'] as const

/**
 * Writes all of a snapshot but its name: from the same instant, the same bytes in every file that `SHA256SUMS` lists.
 * What is under way has a folder that no snapshot can have, and so has what a crash left of one.
 */
export async function writeUnfinished(db: Kysely<Database>, wanted: Wanted): Promise<UnfinishedSnapshot> {
  const { within, asOf, previous, enclosed, signer, onProgress } = wanted
  makeFolder(within)
  const folder = await mkdtemp(path.join(within, `${UNFINISHED}${MAKER}-`))
  const files: WrittenFile[] = []
  const progress = {
    filesWritten: 0,
    filesTotal: TABLES.length + enclosed.length + DESCRIBING.length + UNLISTED.length,
    rowsWritten: 0,
  }
  const take = (file: WrittenFile): WrittenFile => {
    progress.filesWritten += 1
    onProgress?.({ ...progress })
    return file
  }
  const write = async (name: string, content: string | Buffer): Promise<WrittenFile> =>
    take(await writeWhole(path.join(folder, name), name, content))
  try {
    for (const { name, head, rows } of TABLES) {
      const before = progress.rowsWritten
      const onRows = (count: number): void => onProgress?.({ ...progress, rowsWritten: before + count })
      const file = await writeRows(path.join(folder, name), name, head, rows(db, asOf), onRows)
      progress.rowsWritten += file.rows ?? 0
      files.push(take(file))
    }
    for (const { name, content } of enclosed) files.push(await write(name, content))
    files.push(await write('datapackage.json', toDataPackage(asOf, files)))
    files.push(await write('csv-metadata.json', toCsvw(files)))
    files.push(await write('structure.json', await readStructure(db, asOf)))
    const lastHash = (await findHash(db, asOf.seq)) ?? GENESIS
    files.push(await write('manifest.json', toManifest(asOf, lastHash, files, previous)))
    const sums = toSums(files)
    const { sha256: fingerprint } = await write(SUMS, sums)
    await write(`${SUMS}.sig`, signer.sign(sums))
    const head = toText({ lines: asOf.seq, hash: lastHash, at: asOf.instant.toISOString() })
    await write('HEAD', head)
    await write('HEAD.sig', signer.sign(head))
    await write('public-key.pem', signer.publicKeyPem)
    await syncFolder(folder)
    return { folder, files, fingerprint }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/**
 * Gives another name to what lies where a snapshot is to be that was never recorded: it came about before an older
 * database was restored, and is nobody's to delete.
 */
export async function setAside(within: string, name: string): Promise<void> {
  const place = path.join(within, name)
  if (existsSync(place)) await rename(place, `${place}.unrecorded-${Date.now()}`)
}

/** Gives a snapshot its name. @throws where there is one of the name already */
export async function finish(
  { folder }: Pick<UnfinishedSnapshot, 'folder'>,
  within: string,
  name: string,
): Promise<void> {
  await rename(folder, path.join(within, name)) // fails where a folder of the name has something in it
  await syncFolder(within)
}

function toManifest(
  { instant, seq }: AsOf,
  lastHash: string,
  files: readonly WrittenFile[],
  previous: string | null,
): string {
  const rows = Object.fromEntries(files.flatMap(({ name, rows }) => (rows === null ? [] : [[name, rows]])))
  const manifest = { format: FORMAT, instant: instant.toISOString(), seq, lastHash, rows, previous }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** As `sha256sum` writes them and checks them, by name. */
const toSums = (files: readonly WrittenFile[]): string =>
  files
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ sha256, name }) => `${sha256}  ${name}\n`)
    .join('')
