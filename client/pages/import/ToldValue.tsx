import type { Indicator } from '../../../server/contract/reference.ts'
import { MISSING_REASON_LABELS } from '../../../server/domain/labels.ts'
import type { MissingReason } from '../../../server/domain/words.ts'
import { Figure } from '../../components/Figure.tsx'
import { isZero, MISSING } from '../../format.ts'
import { figureHistoryText } from '../../i18n/figure-history.ts'
import { either, say, textOf } from '../../i18n/language.ts'

interface Props {
  value: string | null
  missingReason: MissingReason | null
  indicator: Indicator | undefined
  /** Digits after the point for which there is room, so that the column lines up. */
  places: number
}

/** A figure for the column, or the words that stand in its place. */
export function ToldValue({ value, missingReason, indicator, places }: Props) {
  const text = textOf(figureHistoryText)
  if (value === null) return <span>{missingReason === null ? MISSING : say(MISSING_REASON_LABELS[missingReason])}</span>
  if (indicator?.kind === 'done') return <span>{isZero(value) ? text.notBuilt : text.built}</span>
  return <Figure value={value} unit={either(indicator?.unitZh ?? '', indicator?.unitEn ?? '')} places={places} />
}
