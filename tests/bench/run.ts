import path from 'node:path'
import { NEWEST } from '../../server/audit/queries.ts'
import { connect } from '../../server/db/connect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import { countApproved } from '../../server/observations/queries.ts'
import { addressOf, type DataSet, findData, makeDatabase, type Store, workOn } from './data.ts'
import type { Desk, Extent, Row } from './desk.ts'
import { measureStart } from './goal-10-start.ts'
import { measureCsv } from './goal-1-csv.ts'
import { measureListsBesideExport } from './goal-2-lists.ts'
import { measureLists } from './goal-3-list.ts'
import { measureOverview } from './goal-4-overview.ts'
import { measureLatest } from './goal-5-latest.ts'
import { measureBulk } from './goal-6-bulk.ts'
import { measureSaves } from './goal-7-saves.ts'
import { layGround } from './ground.ts'
import { type Result, spreadOf } from './result.ts'

/** Each goal that is measured, in this order: those that write come last. */
export const MEASURED: readonly { goal: number; measure: (desk: Desk) => Promise<Row[]> }[] = [
  { goal: 10, measure: measureStart },
  { goal: 1, measure: measureCsv },
  { goal: 2, measure: measureListsBesideExport },
  { goal: 3, measure: measureLists },
  { goal: 5, measure: measureLatest },
  { goal: 4, measure: measureOverview },
  { goal: 6, measure: measureBulk },
  { goal: 7, measure: measureSaves },
]

/** Enough for every writer, and for whatever is entered in bulk. */
const regionsFor = ({ writers, runs, bulkFigures }: Extent): number =>
  Math.max(writers, runs * Math.ceil(bulkFigures / 1000), 1)

/**
 * Measures goals on a data set, which is made where it is not there; where one cannot be measured, its row says why.
 *
 * @param onGoal hears what each goal gave as soon as it is known
 */
export async function measureGoals(
  store: Store,
  set: DataSet,
  { goals, extent }: { goals: readonly number[]; extent: Extent },
  say: (text: string) => void,
  onGoal: (results: Result[]) => void,
): Promise<void> {
  const { engine, figures } = set
  await findData(store, set, say)
  const { place, drop } = await workOn(store, set)
  const referenceUrl = engine === 'postgres' ? addressOf(store.server, 'bench-reference') : undefined
  if (referenceUrl !== undefined) await makeDatabase(store.server, referenceUrl)
  const reference = {
    dataDir: path.join(store.folder, 'reference'),
    ...(referenceUrl !== undefined && { url: referenceUrl }),
  }
  const db = connect({ dataDir: place.dataDir, url: place.url })
  try {
    await migrateToLatest(db)
    if ((await countApproved(db, NEWEST, {})).all === 0) throw new Error(`${place.dataDir} has no figures in force`)
    const ground = await layGround(db, regionsFor(extent))
    const desk: Desk = { engine, figures, place, db, ground, extent, reference, say }
    for (const { goal, measure } of MEASURED.filter((one) => goals.includes(one.goal))) {
      say(`goal ${goal}`)
      const rows = await measure(desk).catch((error: unknown): Row[] => [failedRow(error)])
      const results = rows.map((row): Result => ({ goal, figures, engine, ...row }))
      for (const result of results) say(told(result))
      onGoal(results)
    }
  } finally {
    await db.destroy()
    await drop()
  }
}

const failedRow = (error: unknown): Row => ({
  ...{ what: 'could not be measured', unit: 'ms', ours: [], reference: null, wanted: null },
  failed: (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200) ?? '',
})

function told({ what, unit, ours, reference, failed }: Result): string {
  if (failed !== undefined) return `  ${what}: ${failed}`
  const other = reference === null ? '' : `, ${reference.name} ${spreadOf(reference.values).median.toFixed(1)}`
  return `  ${what}: ${spreadOf(ours).median.toFixed(1)} ${unit}${other}`
}
