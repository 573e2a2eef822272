import { mkdtemp, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { findLineHash } from '../audit/queries.ts'
import { makeFolder } from '../db/folder.ts'
import type { Database } from '../db/schema.ts'
import type { AsOf } from '../http/as-of.ts'
import { toDataPackage } from './data-package.ts'
import { TABLES } from './tables.ts'
import { type WrittenFile, writeRows, writeWhole } from './written-file.ts'

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
  /** The name of its folder there. */
  name: string
  asOf: AsOf
  /** The fingerprint of the snapshot before; null for the first. */
  previous: string | null
  enclosed: readonly Enclosed[]
  /** Hears of each file that is written. */
  onFile?: (file: WrittenFile, of: number) => void
}

/** A snapshot as it lies on the disk. */
export interface WrittenSnapshot {
  folder: string
  files: WrittenFile[]
  /** Lowercase hexadecimal SHA-256 of `SHA256SUMS`. */
  fingerprint: string
}

/**
 * Writes a snapshot into a folder of its own. It comes to be under its name when all of it is on the disk; before, and
 * after a crash, there is only a folder that no snapshot can have. From the same instant come the same bytes.
 *
 * @throws where there is a snapshot of the name already
 */
export async function writeSnapshot(db: Kysely<Database>, wanted: Wanted): Promise<WrittenSnapshot> {
  const { within, name, asOf, previous, enclosed, onFile } = wanted
  makeFolder(within)
  const unfinished = await mkdtemp(path.join(within, '.unfinished-'))
  const files: WrittenFile[] = []
  const of = TABLES.length + enclosed.length + 3
  const take = (file: WrittenFile): WrittenFile => {
    files.push(file)
    onFile?.(file, of)
    return file
  }
  try {
    for (const table of TABLES) {
      take(await writeRows(path.join(unfinished, table.name), table.name, table.head, table.rows(db, asOf)))
    }
    const described = { name: 'datapackage.json', content: toDataPackage(asOf, files) }
    for (const { name, content } of [...enclosed, described]) {
      take(await writeWhole(path.join(unfinished, name), name, content))
    }
    const manifest = {
      format: FORMAT,
      instant: asOf.instant.toISOString(),
      seq: asOf.seq,
      lastHash: await findLineHash(db, asOf.seq),
      rows: Object.fromEntries(files.flatMap(({ name, rows }) => (rows === null ? [] : [[name, rows]]))),
      previous,
    }
    take(
      await writeWhole(
        path.join(unfinished, 'manifest.json'),
        'manifest.json',
        `${JSON.stringify(manifest, null, 2)}\n`,
      ),
    )
    const sums = take(await writeWhole(path.join(unfinished, SUMS), SUMS, toSums(files)))
    await syncFolder(unfinished)
    const folder = path.join(within, name)
    await rename(unfinished, folder) // fails where a folder of the name has something in it
    await syncFolder(within)
    return { folder, files, fingerprint: sums.sha256 }
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
}

/** As `sha256sum` writes them and checks them, by name. */
const toSums = (files: readonly WrittenFile[]): string =>
  files
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ sha256, name }) => `${sha256}  ${name}\n`)
    .join('')

/** What a folder holds is only safe once the folder itself is on the disk. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}
