import type { Language } from '../../../server/domain/labels.ts'
import { isZero, toFigure, toRounded } from '../../format.ts'
import { differenceUnitOf, toGoalParts, unitOf } from '../../goal.ts'
import { boardText } from '../../i18n/board.ts'
import { pacePlaces, placesFor, toDistance } from '../overview/distance.ts'
import { toPrinted } from '../target/wording.ts'
import type { Row } from './pages.ts'

// What a row of the attention page says, each with its unit and without its year.

/** A unit that is long stands nowhere on the wall: the name says what is counted. */
const withUnit = (figure: string, unit: string): string =>
  unit === '' || unit.length > 8 ? figure : unit.startsWith('%') ? figure + unit : `${figure} ${unit}`

export function latestOf({ target: { indicator }, progress }: Row, language: Language): string {
  const text = boardText[language]
  const { latest } = progress
  if (latest === null) return text.none
  if (indicator.kind === 'done') return isZero(latest.value) ? text.notBuilt : text.built
  const value = latest.derived ? toRounded(latest.value, placesFor(progress, indicator.decimals)) : latest.value
  const unit = unitOf(indicator, language)
  return withUnit(toFigure(value, { language, unit: indicator.unitZh }), unit)
}

export function goalOf({ target: { indicator }, progress: { milestone } }: Row, language: Language): string {
  if (indicator.kind === 'done') return boardText[language].toBuild
  const parts = toGoalParts({ ...milestone, wordingZh: toPrinted(milestone) || null }, indicator, language)
  return parts.figure === null
    ? boardText[language].none
    : `${parts.before} ${withUnit(parts.figure, parts.unit)}`.trim()
}

export function gapOf({ target: { indicator }, progress }: Row, language: Language): string {
  const distance = indicator.kind === 'done' ? null : toDistance(progress, indicator.better, indicator.decimals)
  if (distance === null || !('size' in distance)) return boardText[language].none
  const figure = toFigure(distance.size, { language, unit: indicator.unitZh })
  return withUnit(figure, differenceUnitOf(indicator, language))
}

export function perYearOf(
  { target: { indicator }, progress: { requiredPerYear, status } }: Row,
  language: Language,
): string {
  const text = boardText[language]
  if (requiredPerYear === null) return status === 'missed' ? text.ended : text.none
  if (isZero(requiredPerYear)) return '> 0'
  const rounded = toRounded(requiredPerYear, pacePlaces(indicator.decimals, requiredPerYear))
  const figure = toFigure(rounded, { language, unit: indicator.unitZh, signed: true })
  return withUnit(figure, differenceUnitOf(indicator, language))
}
