import { rm } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import type { Signer } from '../audit/keys.ts'
import { type Actor, recordChange } from '../audit/record.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import type { AsOf, Clock } from '../http/as-of.ts'
import { folderNameOf } from './folders.ts'
import { beginJob, endJob, tellJob } from './job.ts'
import { findSnapshot, type Snapshot } from './queries.ts'
import { type Enclosed, finish, type Progress, setAside, writeUnfinished } from './write.ts'

/** Where snapshots are kept, and what they are made with. */
export interface SnapshotPlace {
  db: Kysely<Database>
  clock: Clock
  within: string
  signer: Signer
  enclosed: readonly Enclosed[]
}

export interface WantedSnapshot {
  /** What it is called. */
  titleZh: string
  asOf: AsOf
  actor: Actor
  /** After the annual rounds of which year the program makes it by itself. */
  roundYear?: number | undefined
  /** Hears now and then how far it is. */
  onProgress?: ((progress: Progress) => void) | undefined
  /** Ends the making; nothing is left of it. */
  signal?: AbortSignal | undefined
}

/** What one is called of which nobody said it. */
export const titleOf = (day: string): string => `截至 ${day} 的数据快照`

/**
 * Makes the next snapshot: writes it, records it, and then gives it its name. A crash before it was recorded leaves
 * nothing; after it, the next start gives the name. Once made, it never changes.
 *
 * @throws {Refusal} 409 while another is being made
 */
export async function makeSnapshot(place: SnapshotPlace, wanted: WantedSnapshot): Promise<Snapshot> {
  return await (await beginSnapshot(place, wanted)).made
}

/** The same, of which the number is known at once and the rest when it is made. */
export async function beginSnapshot(
  place: SnapshotPlace,
  wanted: WantedSnapshot,
): Promise<{ number: number; made: Promise<Snapshot> }> {
  const number = await beginJob(place.db, place.clock(), wanted)
  return { number, made: carryOut(place, number, wanted) }
}

const TELL_EVERY_MS = 1000

async function carryOut(place: SnapshotPlace, number: number, wanted: WantedSnapshot): Promise<Snapshot> {
  const { db, clock } = place
  let progress: Progress = { filesWritten: 0, filesTotal: 0, rowsWritten: 0 }
  const onProgress = (now: Progress): void => {
    wanted.signal?.throwIfAborted()
    progress = now
    wanted.onProgress?.(now)
  }
  let telling = Promise.resolve()
  // What cannot be told now will be in a second.
  const tell = (): void => void (telling = tellJob(db, number, clock(), progress).catch(() => undefined))
  const timer = setInterval(tell, TELL_EVERY_MS)
  try {
    const made = await write(place, number, { ...wanted, onProgress })
    await endJob(db, number, null)
    return made
  } catch (error) {
    // Where this cannot be told either, its silence tells it.
    await endJob(db, number, failureOf(error, wanted.signal)).catch(() => undefined)
    throw error
  } finally {
    clearInterval(timer)
    await telling
  }
}

async function write(place: SnapshotPlace, number: number, wanted: WantedSnapshot): Promise<Snapshot> {
  const { db, clock, within, signer, enclosed } = place
  const { titleZh, asOf, actor, roundYear, onProgress } = wanted
  const previous = (await findSnapshot(db))?.fingerprint ?? null
  const unfinished = await writeUnfinished(db, { within, asOf, previous, enclosed, signer, onProgress })
  const { files, fingerprint } = unfinished
  const data = {
    number,
    instant: asOf.instant.toISOString(),
    logSeq: asOf.seq,
    fingerprint,
    previous,
    files,
    titleZh,
    ...(roundYear !== undefined && { roundYear }),
  }
  const name = folderNameOf(data)
  try {
    await setAside(within, name)
    await inWriteTransaction(
      db,
      async (trx) => await recordChange(trx, actor, clock(), { action: 'snapshot.make', data }),
    )
  } catch (error) {
    await rm(unfinished.folder, { recursive: true, force: true })
    throw error
  }
  await finish(unfinished, within, name)
  const made = await findSnapshot(db, number)
  if (made === undefined) throw new Error(`snapshot ${number} was recorded and is not there`)
  return made
}

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT'])

function failureOf(error: unknown, signal: AbortSignal | undefined): 'stopped' | 'disk-full' | 'error' {
  if (signal?.aborted === true) return 'stopped'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return NO_ROOM.has(code) ? 'disk-full' : 'error'
}
