import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { folderNameOf, type SnapshotPlace } from './make.ts'
import { asOfSnapshot, findSnapshot } from './queries.ts'
import { finish, writeUnfinished } from './write.ts'

/** What making a snapshot anew came to. */
export interface Remade {
  folder: string
  /** Whether its folder was gone and is there again; its signatures are new ones. */
  isRestored: boolean
}

/**
 * Makes a snapshot anew from its instant and holds every file against the fingerprint that the log has of it. Where its
 * folder is gone, what was made takes its place.
 *
 * @throws {Error} naming the files that are not the same bytes, or where there is no such snapshot
 */
export async function remakeSnapshot(place: SnapshotPlace, number: number): Promise<Remade> {
  const { db, within, signer, enclosed } = place
  const recorded = await findSnapshot(db, number)
  if (recorded === undefined) throw new Error(`There is no snapshot ${number}.`)
  const { previous } = recorded
  const asOf = asOfSnapshot(recorded)
  const unfinished = await writeUnfinished(db, { within, asOf, previous, enclosed, signer })
  const name = folderNameOf(recorded)
  const folder = path.join(within, name)
  const isGone = !existsSync(folder)
  try {
    const now = new Map(unfinished.files.map((file) => [file.name, file.sha256]))
    const then = new Map(recorded.files.map((file) => [file.name, file.sha256]))
    const others = [...new Set([...then.keys(), ...now.keys()])].filter((file) => now.get(file) !== then.get(file))
    if (others.length > 0) throw new Error(`Snapshot ${number} does not come out the same: ${others.join(', ')}.`)
    if (unfinished.fingerprint !== recorded.fingerprint) {
      throw new Error(`Snapshot ${number} does not have its fingerprint ${recorded.fingerprint}.`)
    }
    if (isGone) await finish(unfinished, within, name)
  } finally {
    await rm(unfinished.folder, { recursive: true, force: true })
  }
  return { folder, isRestored: isGone }
}
