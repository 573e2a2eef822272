import { findLastLine } from '../audit/queries.ts'
import { replicaOf } from '../db/connect.ts'
import type { Context } from '../http/context.ts'
import { type Family, single } from './text.ts'

/** Whether the replica of the database answers, how far it is behind, and what it answered; nothing where there is none. */
export async function aboutReplica({ db }: Context): Promise<Family[]> {
  const replica = replicaOf(db)
  if (replica === undefined) return []
  // The primary first: what is written in between must not look like lag.
  const last = await findLastLine(db).catch(() => undefined)
  const own = await replica.lastLine()
  const { isUp, reads, passedOn } = replica.state()
  const families = [
    single('gauge', 'tanbiao_replica_up', '1: the replica answers reads.', isUp ? 1 : 0),
    single('counter', 'tanbiao_replica_reads_total', 'Reads that the replica answered.', reads),
    single(
      'counter',
      'tanbiao_replica_passed_on_total',
      'Reads that the primary answered, since the replica was down or behind.',
      passedOn,
    ),
  ]
  if (own === undefined || last === undefined) return families
  const lag = Math.max(0, last.seq - own)
  return [...families, single('gauge', 'tanbiao_replica_lag_lines', 'Lines of the log that it lacks.', lag)]
}
