import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { compareText } from '../../i18n/compare.ts'
import { say, textOf } from '../../i18n/language.ts'
import type { HeatCell } from './heat.ts'
import type { Row } from './rows.ts'
import { toldFigure, toldInYear, toldStatus } from './told.ts'

/** What a cell of the map says: target, year, status, figure, and what it was before where it turned. */
export function toldCell({ target }: Row, { year, standing, before }: HeatCell, name: string): string {
  const text = textOf(compareText)
  if (standing === null) return name + text.comma + text.cellNone(year)
  const { indicator } = target
  const figure = indicator.kind === 'done' ? toldInYear(standing, indicator) : toldFigure(standing, indicator)
  const turned = before === null ? '' : text.cellTurned(say(STATUS_LABELS[before]))
  return name + text.comma + text.cell(year, toldStatus(standing), figure) + turned
}
