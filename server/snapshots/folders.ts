import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Snapshot } from './queries.ts'
import { SUMS, UNLISTED } from './write.ts'

/** Where snapshots are kept: beside the database, never in it. */
export const snapshotsFolder = (dataDir: string): string => path.join(dataDir, 'snapshots')

const NAME = /^[0-9]{4,}-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{6}Z$/

/**
 * The name of its folder, and of its ZIP: `0007-2026-03-18T000000Z`.
 *
 * @throws where number or instant is none, as only a database can have it that was changed by hand
 */
export function folderNameOf({ number, instant }: { number: number; instant: string }): string {
  const name = `${String(number).padStart(4, '0')}-${instant.slice(0, 19).replaceAll(':', '')}Z`
  if (!NAME.test(name)) throw new Error(`the snapshot ${number} of ${instant} has no name`)
  return name
}

// What is recorded of a snapshot is believed no further than this: a database can be changed by hand.
const FILE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/

/** The files that a snapshot has: those that its fingerprints list, then the others. */
export const fileNamesOf = ({ files }: Snapshot): string[] => [
  ...files.map(({ name }) => name).filter((name) => FILE.test(name)),
  ...UNLISTED,
]

/** The fingerprint of what lies in a folder; undefined where nothing does. */
export function fingerprintOf(folder: string): string | undefined {
  const file = path.join(folder, SUMS)
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined
}

/** The folder of a snapshot; undefined where it is not there, or another lies in its place. */
export function findFolder(within: string, snapshot: Snapshot): string | undefined {
  const folder = path.join(within, folderNameOf(snapshot))
  return fingerprintOf(folder) === snapshot.fingerprint ? folder : undefined
}

/** The files of the folder that are gone or have another length than was recorded. */
export function brokenFiles(folder: string, snapshot: Snapshot): string[] {
  const lengths = new Map(snapshot.files.map(({ name, bytes }) => [name, bytes]))
  return fileNamesOf(snapshot).filter((name) => {
    const found = statSync(path.join(folder, name), { throwIfNoEntry: false })
    return found === undefined || (lengths.get(name) ?? found.size) !== found.size
  })
}
