import { checkFigure } from '../../../server/domain/checks/checks.ts'
import type { Finding } from '../../../server/domain/checks/finding.ts'
import { readContent } from './content.ts'
import { type RowState, shownContent } from './row-state.ts'

/** What the checks say of the row's figure, as on the server; nothing where it is no clear figure. */
export function findingsOf(state: RowState, year: number, nowYear: number): Finding[] {
  const { row, unsent } = state
  const read = readContent(shownContent(state), row.indicator)
  if (read.is !== 'figure') return []
  const figure = { ...shownContent(state), year, measure: unsent?.measure ?? row.measure, value: read.value }
  const others = row.earlier.flatMap(({ year: of, measure, value, breakBefore }) =>
    value === null ? [] : [{ year: of, measure, value, breakBefore }],
  )
  return checkFigure({ indicator: row.indicator, figure, others, replaced: row.approved?.value ?? null, nowYear })
}
