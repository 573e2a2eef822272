import { readdir, readFile, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { hashOf } from '../audit/chain.ts'
import type { Signer } from '../audit/keys.ts'
import { type Actor, recordChange } from '../audit/record.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import type { AsOf, Clock } from '../http/as-of.ts'
import { findSnapshot, listSnapshots, type Snapshot } from './queries.ts'
import { type Enclosed, finish, SUMS, UNFINISHED, writeUnfinished } from './write.ts'

/** Where snapshots are kept, and what they are made with. */
export interface SnapshotPlace {
  db: Kysely<Database>
  clock: Clock
  within: string
  signer: Signer
  enclosed: readonly Enclosed[]
}

interface Wanted {
  asOf: AsOf
  actor: Actor
  /** What it is for. */
  reason?: string | undefined
  /** Hears how many files are written, and of how many. */
  onFile?: ((written: number, of: number) => void) | undefined
}

/** Where snapshots are kept: beside the database, never in it. */
export const snapshotsFolder = (dataDir: string): string => path.join(dataDir, 'snapshots')

/** The name of its folder, and of its ZIP: `0007-2026-03-18T000000Z`. */
export const folderNameOf = ({ number, instant }: Pick<Snapshot, 'number' | 'instant'>): string =>
  `${String(number).padStart(4, '0')}-${instant.slice(0, 19).replaceAll(':', '')}Z`

/**
 * Makes the next snapshot: writes it, records it, and then gives it its name. A crash before it was recorded leaves
 * nothing; after it, the next start gives the name. Once made, it never changes.
 */
export async function makeSnapshot(place: SnapshotPlace, { asOf, actor, reason, onFile }: Wanted): Promise<Snapshot> {
  const { db, clock, within, signer, enclosed } = place
  const previous = await findSnapshot(db)
  let count = 0
  const unfinished = await writeUnfinished(db, {
    within,
    asOf,
    previous: previous?.fingerprint ?? null,
    enclosed,
    signer,
    onFile: (_, of) => onFile?.((count += 1), of),
  })
  const { files, fingerprint } = unfinished
  const data = {
    number: (previous?.number ?? 0) + 1,
    instant: asOf.instant.toISOString(),
    logSeq: asOf.seq,
    fingerprint,
    previous: previous?.fingerprint ?? null,
    files,
  }
  try {
    await inWriteTransaction(
      db,
      async (trx) => await recordChange(trx, actor, clock(), { action: 'snapshot.make', data }, reason),
    )
  } catch (error) {
    await rm(unfinished.folder, { recursive: true, force: true })
    throw error
  }
  await finish(unfinished, within, folderNameOf(data))
  const made = await findSnapshot(db, data.number)
  if (made === undefined) throw new Error(`snapshot ${data.number} was recorded and is not there`)
  return made
}

/**
 * After a start: gives what was recorded and not yet named its name, and removes what was never recorded.
 *
 * @returns the snapshots of which there is no folder: they were removed by hand, or the database came from elsewhere
 */
export async function tidySnapshots(db: Kysely<Database>, within: string): Promise<Snapshot[]> {
  if (!existsSync(within)) return await listSnapshots(db)
  const nameless = (await listSnapshots(db)).filter((one) => !existsSync(path.join(within, folderNameOf(one))))
  const found = new Set<Snapshot>()
  for (const entry of (await readdir(within)).filter((name) => name.startsWith(UNFINISHED))) {
    const folder = path.join(within, entry)
    const fingerprint = await fingerprintOf(folder)
    const own = nameless.find((one) => one.fingerprint === fingerprint && !found.has(one))
    if (own === undefined) await rm(folder, { recursive: true, force: true })
    else {
      await finish({ folder }, within, folderNameOf(own))
      found.add(own)
    }
  }
  return nameless.filter((one) => !found.has(one))
}

async function fingerprintOf(folder: string): Promise<string | undefined> {
  const file = path.join(folder, SUMS)
  return existsSync(file) ? hashOf(await readFile(file, 'utf8')) : undefined
}
