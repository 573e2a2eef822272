import type { SheetRow } from '../../../server/contract/entry.ts'
import type { ObservationHistory, ObservationRevision } from '../../../server/contract/observation.ts'
import { get } from '../../api.ts'
import type { Desk } from './desk.ts'
import type { RowState } from './row-state.ts'

/** The row as it is in another of its measures, from every revision of the indicator. */
export function inMeasure(
  row: SheetRow,
  measure: string,
  year: number,
  revisions: readonly ObservationRevision[],
): SheetRow {
  const ofMeasure = revisions.filter((one) => one.measure === measure)
  const approved = ofMeasure.filter(({ state }) => state === 'approved').toSorted((a, b) => a.revision - b.revision)
  const newestOfYear = new Map(approved.map((one) => [one.year, one]))
  const mine = ofMeasure.filter((one) => one.year === year).toSorted((a, b) => b.revision - a.revision)[0]
  const isPending = mine !== undefined && mine.state !== 'approved' && mine.steps.at(-1)?.step !== 'discarded'
  return {
    ...row,
    measure,
    revision: mine?.revision ?? 0,
    earlier: [...newestOfYear.values()].filter((one) => one.year !== year).toSorted((a, b) => a.year - b.year),
    approved: newestOfYear.get(year) ?? null,
    pending: isPending ? mine : null,
  }
}

/** Has the row take its figure in another measure; what was typed goes along. */
export async function switchMeasure(desk: Desk, state: RowState, measure: string): Promise<void> {
  const { regionCode, year } = desk.sheet
  const query = { region: regionCode, indicator: state.row.indicator.code, limit: 1000 }
  const { items } = await get<ObservationHistory>('/api/observations/history', query)
  desk.update(state.key, (now) => {
    const row = inMeasure(now.row, measure, year, items)
    return { ...now, row, refused: [], unsent: now.unsent && { ...now.unsent, measure, base: row.revision } }
  })
  desk.sender.wake()
}
