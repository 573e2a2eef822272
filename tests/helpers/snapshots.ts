import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { type HeadKeeper, openHead } from '../../server/audit/head-keeper.ts'
import type { Database } from '../../server/db/schema.ts'
import { PROGRAM } from '../../server/audit/program.ts'
import { type Clock, resolveAsOf } from '../../server/http/as-of.ts'
import { findJob } from '../../server/snapshots/job.ts'
import { openSnapshots, type SnapshotKeeper } from '../../server/snapshots/keeper.ts'
import { findSnapshot, type Snapshot } from '../../server/snapshots/queries.ts'
import { NOW } from './app.ts'

/** What signs the log of a database and keeps its snapshots, in a folder that `remove` takes away. */
export interface Signed {
  dataDir: string
  head: HeadKeeper
  snapshots: SnapshotKeeper
  remove: () => Promise<void>
}

/** As a start of the service does it; the log must be as it is to be signed first. */
export async function keepSigned(db: Kysely<Database>, clock: Clock = () => NOW): Promise<Signed> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tanbiao-signed-'))
  const head = await openHead(db, dataDir, clock)
  const snapshots = await openSnapshots(db, dataDir, head, clock)
  const remove = async (): Promise<void> => {
    await snapshots.close()
    await head.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { dataDir, head, snapshots, remove }
}

/** A copy of a snapshot's folder, of which the files can be written. */
export function copyToEdit(folder: string, to: string): void {
  cpSync(folder, to, { recursive: true })
  for (const name of readdirSync(to)) chmodSync(path.join(to, name), 0o644)
}

/** Makes one as the program itself, and waits until it is there. */
export async function makeWith(
  snapshots: SnapshotKeeper,
  db: Kysely<Database>,
  { titleZh = '年度审计', asOf, clock = () => NOW }: { titleZh?: string; asOf?: string; clock?: Clock } = {},
): Promise<Snapshot> {
  const number = await snapshots.begin({ titleZh, asOf: await resolveAsOf(db, clock, asOf), actor: PROGRAM })
  for (;;) {
    const made = await findSnapshot(db, number)
    const job = await findJob(db, clock())
    if (made !== undefined && job === undefined) return made
    if (job?.failure !== undefined && job.failure !== null) throw new Error(`snapshot ${number}: ${job.failure}`)
    await setTimeout(20)
  }
}
