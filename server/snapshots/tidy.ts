import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { findFolder, fingerprintOf, folderNameOf } from './folders.ts'
import { isRunning } from './maker.ts'
import { listSnapshots, type Snapshot } from './queries.ts'
import { finish, setAside, UNFINISHED } from './write.ts'

/**
 * After a start: gives what was recorded and not yet named its name, and removes what was never recorded. What a process
 * that is running writes is left to it.
 *
 * @returns the snapshots that are not where they should be: removed by hand, or the database came from elsewhere
 */
export async function tidySnapshots(db: Kysely<Database>, within: string): Promise<Snapshot[]> {
  if (!existsSync(within)) return await listSnapshots(db)
  const left = (await readdir(within)).filter((name) => name.startsWith(UNFINISHED))
  const nameless = (await listSnapshots(db)).filter((one) => findFolder(within, one) === undefined)
  const found = new Set<Snapshot>()
  for (const entry of left) {
    const folder = path.join(within, entry)
    if (await isWritten(folder)) continue
    const fingerprint = fingerprintOf(folder)
    const own = nameless.find((one) => one.fingerprint === fingerprint && !found.has(one))
    if (own === undefined) await rm(folder, { recursive: true, force: true })
    else {
      await setAside(within, folderNameOf(own))
      await finish({ folder }, within, folderNameOf(own))
      found.add(own)
    }
  }
  return nameless.filter((one) => !found.has(one))
}

const HOUR_MS = 3_600_000

/** Whether a process still writes it: one of this machine is seen, one of another writes every now and then. */
async function isWritten(folder: string): Promise<boolean> {
  const running = isRunning(path.basename(folder).slice(UNFINISHED.length))
  if (running !== undefined) return running
  const { mtimeMs } = await stat(folder)
  return Date.now() - mtimeMs < HOUR_MS
}
