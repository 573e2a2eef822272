import { loadDemo } from '../../../seeds/load-demo.ts'
import { type Change } from '../../../server/audit/change.ts'
import { connectSqlite } from '../../../server/db/connect.ts'
import { migrateToLatest } from '../../../server/db/migrate.ts'
import type { Recorded } from './chain.ts'

/** Of the password of the demo, with a salt that is always the same: what is generated twice has the same bytes. */
export const DEMO_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$dGFuYmlhby1kZW1vLXNhbA$cpf5wgx6Ug2ja8UlAUHpmK57EmtGNepk3vU75Q4CV4k'

/** A line of the demo's own log, by whose number later lines may name it. */
export interface DemoLine extends Recorded {
  seq: number
}

/** Everything that happens in the demo, in the order of time. */
export async function listDemoLines(now: Date): Promise<DemoLine[]> {
  const db = connectSqlite(':memory:')
  try {
    await migrateToLatest(db)
    await loadDemo(db, now)
    const rows = await db
      .selectFrom('audit_line')
      .select(['seq', 'at', 'actor', 'role', 'line', 'reason'])
      .orderBy('seq')
      .execute()
    return rows.map(({ seq, at, actor, role, line, reason }) => {
      const change = JSON.parse(line) as Change
      return { seq, at, actor: { username: actor, role }, change, ...(reason !== null && { reason }) }
    })
  } finally {
    await db.destroy()
  }
}

/** The same change where lines have other numbers. */
export function renumbered({ action, data }: Change, numbers: ReadonlyMap<number, number>): Change {
  const change = { action, data } as Change
  if ('observationId' in data)
    return { ...change, data: { ...data, observationId: numbers.get(data.observationId) } } as Change
  if ('roundId' in data && data.roundId !== null) {
    return { ...change, data: { ...data, roundId: numbers.get(data.roundId) } } as Change
  }
  return change
}
