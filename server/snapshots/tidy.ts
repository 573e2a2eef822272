import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { hashOf } from '../audit/chain.ts'
import type { Database } from '../db/schema.ts'
import { findJob } from './job.ts'
import { folderNameOf } from './make.ts'
import { listSnapshots, type Snapshot } from './queries.ts'
import { finish, SUMS, UNFINISHED } from './write.ts'

/**
 * After a start: gives what was recorded and not yet named its name, and removes what was never recorded, unless it is
 * just being made by another process.
 *
 * @returns the snapshots of which there is no folder: they were removed by hand, or the database came from elsewhere
 */
export async function tidySnapshots(db: Kysely<Database>, within: string, now: Date): Promise<Snapshot[]> {
  if (!existsSync(within)) return await listSnapshots(db)
  const job = await findJob(db, now)
  const isMaking = job !== undefined && job.failure === null
  const nameless = (await listSnapshots(db)).filter((one) => !existsSync(path.join(within, folderNameOf(one))))
  const found = new Set<Snapshot>()
  for (const entry of (await readdir(within)).filter((name) => name.startsWith(UNFINISHED))) {
    const folder = path.join(within, entry)
    const fingerprint = await fingerprintOf(folder)
    const own = nameless.find((one) => one.fingerprint === fingerprint && !found.has(one))
    if (own !== undefined) {
      await finish({ folder }, within, folderNameOf(own))
      found.add(own)
    } else if (!isMaking) await rm(folder, { recursive: true, force: true })
  }
  return nameless.filter((one) => !found.has(one))
}

async function fingerprintOf(folder: string): Promise<string | undefined> {
  const file = path.join(folder, SUMS)
  return existsSync(file) ? hashOf(await readFile(file, 'utf8')) : undefined
}
