import type { Kysely, Transaction } from 'kysely'
import { themes } from '../../seeds/themes.ts'
import type { Change } from '../../server/audit/change.ts'
import { type Actor, recordChange } from '../../server/audit/record.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import type { EnteredFigure } from '../../server/observations/rows.ts'
import { makeManyTargets } from './many-targets.ts'

const ADMINISTRATOR: Actor = { username: 'administrator', role: 'administrator' }
const REPORTER: Actor = { username: 'reporter', role: 'reporter' }
const REVIEWER: Actor = { username: 'reviewer', role: 'reviewer' }

/** Records a nation's worth of targets and figures through the door that everything goes through, in the order of time. */
export async function loadMany(
  db: Kysely<Database>,
  { targets, seed }: { targets: number; seed: number },
): Promise<void> {
  const many = makeManyTargets(targets, seed)
  const figures = many.series.flatMap((series) => series.figures).toSorted((a, b) => a.year - b.year)
  await inWriteTransaction(db, async (trx) => {
    const add = (change: Change): Promise<number> =>
      recordChange(trx, ADMINISTRATOR, new Date('2021-07-01T01:00:00Z'), change)
    for (const data of many.regions) await add({ action: 'region.add', data })
    for (const data of themes) await add({ action: 'theme.add', data })
    for (const data of many.plans) await add({ action: 'plan.add', data })
    for (const data of many.indicators) await add({ action: 'indicator.add', data })
    for (const data of many.promises) await add({ action: 'target.revise', data })
    const regionCodes = many.regions.map(({ code }) => code)
    for (const [year, ofYear] of Map.groupBy(figures, (figure) => figure.year)) {
      const at = new Date(`${Math.max(year, 2021) + 1}-03-01T01:00:00Z`)
      const days = { opensOn: `${year + 1}-01-15`, closesOn: `${year + 1}-${year === 2025 ? '08' : '04'}-30` }
      const round = {
        roundId: null,
        revision: 1,
        year,
        kind: 'annual',
        regionCodes,
        indicatorCodes: null,
        ...days,
      } as const
      await recordChange(trx, ADMINISTRATOR, at, { action: 'round.revise', data: round })
      for (const figure of ofYear) await approve(trx, at, figure)
    }
  })
}

async function approve(trx: Transaction<Database>, at: Date, data: EnteredFigure): Promise<void> {
  const observationId = await recordChange(trx, REPORTER, at, { action: 'observation.enter', data })
  const step = { observationId, comment: null }
  await recordChange(trx, REPORTER, at, { action: 'observation.submit', data: step })
  await recordChange(trx, REVIEWER, at, { action: 'observation.approve', data: step })
}
