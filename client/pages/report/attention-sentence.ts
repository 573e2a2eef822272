import type { TargetDetail } from '../../../server/contract/target.ts'
import type { Language } from '../../../server/domain/labels.ts'
import { isNegative, isZero, toRounded } from '../../format.ts'
import { reportText } from '../../i18n/report.ts'
import { targetText } from '../../i18n/target.ts'
import { pacePlaces } from '../overview/distance.ts'
import { toHeadline } from '../target/headline.ts'
import { toWording, type Wording } from '../target/wording.ts'
import { official } from './official.ts'
import type { Row } from './rows.ts'

/** Where it stands, in the words of the target's own page; what is needed a year, and where the recent pace leads. */
export function toAttentionSentence(row: Row, language: Language): string {
  const text = reportText[language]
  const { target, progress } = row
  const wording = toWording(target.indicator, language, targetText[language])
  // Of the years only those in which something was built would be told, and what is built needs no attention.
  const detail: TargetDetail = { ...target, asOf: '', observations: [], history: [], revisions: [], people: {} }
  const standing = toHeadline(detail, progress, wording) + text.end + text.sentences
  return official((standing + toPace(row, wording)).trim(), language)
}

function toPace({ target: { indicator }, progress }: Row, wording: Wording): string {
  const text = reportText[wording.language]
  const { requiredPerYear, recentPerYear, projectedYear, projectionRefused, milestone, latest } = progress
  if (projectedYear !== null && requiredPerYear === null) {
    return text.late(projectedYear, projectedYear - milestone.year)
  }
  if (requiredPerYear === null || latest === null || isZero(requiredPerYear)) return ''
  const places = pacePlaces(indicator.decimals, requiredPerYear)
  const moved = (pace: string): string =>
    text.movement(indicator.kind, isNegative(pace), wording.difference(toRounded(pace, places), places))
  const parts = [text.needed(milestone.year - latest.year, milestone.year, moved(requiredPerYear))]
  if (recentPerYear !== null) parts.push(isZero(recentPerYear) ? text.still : text.recently(moved(recentPerYear)))
  if (projectedYear !== null)
    parts.push(text.leads(projectedYear, milestone.comparator === 'more-than', projectedYear - milestone.year))
  else if (projectionRefused === null && recentPerYear !== null) parts.push(text.leadsNowhere)
  return parts.join(text.comma) + text.end + text.sentences
}
