import { toDate } from '../../format.ts'
import { unitOf } from '../../goal.ts'
import { compareText } from '../../i18n/compare.ts'
import { language, textOf } from '../../i18n/language.ts'
import type { View } from './address.ts'
import type { Row } from './rows.ts'

/** What the pictures of a comparison say of themselves. */
export interface PictureWords {
  scope: string
  /** Of the indicator that is compared; empty where several are. */
  unit: string
  /** Unit, source, day as known on which, sample mark. */
  notes: string[]
  file: (picture: 'board' | 'heat') => string
}

export function toPictureWords(rows: readonly Row[], view: View, scope: string, asOf: string): PictureWords {
  const text = textOf(compareText)
  const [head] = rows
  const unit = view.way === 'indicator' && head ? unitOf(head.target.indicator, language.value) : ''
  const day = toDate(asOf)
  const isSample = rows.some(({ target }) => target.sample)
  return {
    scope,
    unit,
    notes: [
      view.way === 'indicator' ? (unit ? text.unit(unit) : '') : text.shareUnit,
      view.way === 'theme' ? text.themeNote : '',
      text.source,
      isSample ? `${text.asOf(day)} · ${text.sample}` : text.asOf(day),
    ].filter(Boolean),
    file: (picture) => [text.file[picture], view.subject, view.plan, view.milestone, day].filter(Boolean).join('-'),
  }
}
