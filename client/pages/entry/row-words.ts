import type { SheetRow } from '../../../server/contract/entry.ts'
import type { Observation } from '../../../server/contract/observation.ts'
import { askedInWords } from '../../../server/domain/asked.ts'
import { MISSING } from '../../format.ts'
import { either, language } from '../../i18n/language.ts'
import { figureText } from './cell-text.ts'
import { type Content, contentOf } from './content.ts'
import { isCorrectable, isEditable, type RowState } from './row-state.ts'

/** The indicator as the list calls it. */
export const nameOf = ({ indicator }: SheetRow): string => either(indicator.nameZh, indicator.nameEn)

export const unitOf = ({ indicator }: SheetRow): string => either(indicator.unitZh, indicator.unitEn)

/** What is asked for; the unit has a column of its own. */
export const askedOf = ({ indicator, measure }: SheetRow): string =>
  askedInWords({ ...indicator, unitZh: '', unitEn: '' }, measure, language.value)

const inProse = (text: string): string => text.replace(/^-/, '\u2212')

/** A figure or the reason why there is none, in a sentence. */
export function toldContent(content: Content, row: SheetRow): string {
  const { kind } = row.indicator
  const text = inProse(figureText(content, kind, language.value))
  if (text === '' || content.missingReason !== null || kind === 'done') return text
  const unit = unitOf(row)
  return /^[%‰]?$/.test(unit) ? `${text}${unit}` : `${text} ${unit}`
}

export const toldFigure = (figure: Observation, row: SheetRow): string => toldContent(contentOf(figure), row) || MISSING

/** Why a cell of the row cannot be changed. */
export type Lock = 'approved' | 'submitted' | 'not-yet-open' | 'closed' | 'no-round' | 'not-asked' | 'read-only'

/** Undefined where it can be changed. */
export function lockOf(state: RowState, mayEnter: boolean): Lock | undefined {
  if (!mayEnter) return 'read-only'
  if (isEditable(state)) return undefined
  const { entry, pending } = state.row
  if (pending?.state === 'submitted') return 'submitted'
  if (isCorrectable(state) || entry.state === 'locked' || entry.state === 'open') return 'approved'
  return entry.state
}
