import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { hashFile } from '../audit/chain.ts'
import { folderNameOf } from './folders.ts'
import type { SnapshotPlace } from './make.ts'
import { asOfSnapshot, findSnapshot, type Snapshot } from './queries.ts'
import { finish, writeUnfinished } from './write.ts'

/** What making a snapshot anew came to. */
export interface Remade {
  folder: string
  /** Whether its folder was gone and is there again; its signatures are new ones. */
  isRestored: boolean
}

/**
 * Makes a snapshot anew from its instant and holds every file against the fingerprint that the log has of it, those that
 * lie in its folder too. Where its folder is gone, what was made takes its place.
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
    const others = differing(recorded, new Map(unfinished.files.map((file) => [file.name, file.sha256])))
    if (others.length > 0) throw new Error(`Snapshot ${number} does not come out the same: ${others.join(', ')}.`)
    if (unfinished.fingerprint !== recorded.fingerprint) {
      throw new Error(`Snapshot ${number} does not have its fingerprint ${recorded.fingerprint}.`)
    }
    if (isGone) await finish(unfinished, within, name)
    else await checkFolder(folder, recorded)
  } finally {
    await rm(unfinished.folder, { recursive: true, force: true })
  }
  return { folder, isRestored: isGone }
}

async function checkFolder(folder: string, recorded: Snapshot): Promise<void> {
  const found = new Map<string, string>()
  for (const { name } of recorded.files) {
    const file = path.join(folder, name)
    if (existsSync(file)) found.set(name, await hashFile(file))
  }
  const others = differing(recorded, found)
  if (others.length === 0) return
  throw new Error(
    `Snapshot ${recorded.number} comes out the same, but its folder does not have the files that were made: ${others.join(', ')}. Move ${folder} away and run this again.`,
  )
}

/** The files that are not as they were recorded, absent or too many. */
function differing({ files }: Snapshot, now: ReadonlyMap<string, string>): string[] {
  const then = new Map(files.map((file) => [file.name, file.sha256]))
  return [...new Set([...then.keys(), ...now.keys()])].filter((file) => now.get(file) !== then.get(file))
}
