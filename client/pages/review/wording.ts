import type { Observation } from '../../../server/contract/observation.ts'
import type { Indicator } from '../../../server/contract/reference.ts'
import type { Language } from '../../../server/domain/labels.ts'
import type { FigureText, Milestone } from '../../../server/domain/model.ts'
import { toldMeasure } from '../../components/told-figure.ts'
import { isNegative, isZero, less, toDate, toFigure, toMeasured, withoutSign } from '../../format.ts'
import { differenceUnitOf, toGoalParts, unitOf } from '../../goal.ts'
import { reviewText } from '../../i18n/review.ts'

/** The promise of a milestone: “10%”, “5 家以上”, “建成”. */
export function toldGoal(milestone: Milestone, indicator: Indicator, language: Language): string {
  const text = reviewText[language]
  if (indicator.kind === 'done') return text.built
  const { before, figure, unit } = toGoalParts(milestone, indicator, language)
  if (figure === null) return text.unquantified
  return `${before} ${figure}${unit.startsWith('%') || unit === '' ? '' : ' '}${unit}`.trim()
}

/** Unit, how it is measured, and year of a submitted figure: “%，2025 年”, “家，2025 年新增”, “%，2025 年比上年”. */
export function toldScale(observation: Observation, indicator: Indicator, language: Language): string {
  const text = reviewText[language]
  const hasUnit = observation.value !== null && indicator.kind !== 'done'
  const scale = text.ofYear(hasUnit ? unitOf(indicator, language) : '', observation.year)
  const measure = toldMeasure(observation, language)
  const aside = indicator.kind === 'flow' ? text.newInYear : measure && language === 'en' ? `, ${measure}` : measure
  return scale + aside
}

/** How much a figure lies above or below another, with its sign and unit: “+0.4 个百分点”; nothing where one has no value. */
export function toldDifference(
  after: FigureText | null,
  before: FigureText | null,
  indicator: Indicator,
  language: Language,
): string {
  if (after === null || before === null || indicator.kind === 'done') return ''
  const difference = less(after, before)
  const unit = differenceUnitOf(indicator, language)
  const figure = toFigure(difference, { language, unit, signed: true })
  return /[/／]/.test(unit) ? figure : toMeasured(difference, unit, { language, signed: true })
}

/** How far the milestone is with the figure: short of it, beyond it, or on it; nothing where that is no number. */
export function toldGap(gap: FigureText | null, indicator: Indicator, language: Language): string {
  const text = reviewText[language]
  if (gap === null || indicator.kind === 'done') return ''
  if (isZero(gap)) return text.atGoal
  const size = toMeasured(withoutSign(gap), differenceUnitOf(indicator, language), { language })
  const isShort = isNegative(gap) === (indicator.better === 'lower')
  return isShort ? text.toGoal(size) : text.beyondGoal(size)
}

/** A day without its year where that is this one: “3 月 17 日”, “17 Mar”. */
export function toldDay(instant: string, now: string, language: Language): string {
  const [year, month, day] = toDate(instant).split('-').map(Number)
  const isThisYear = `${year}` === toDate(now).slice(0, 4)
  if (language === 'zh-CN') return `${isThisYear ? '' : `${year} 年 `}${month} 月 ${day} 日`
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
  }).format(new Date(instant))
}

const TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'short' })

/** Day and time: “3 月 17 日 10:02”. */
export const toldMoment = (instant: string, now: string, language: Language): string =>
  `${toldDay(instant, now, language)} ${TIME.format(new Date(instant))}`
