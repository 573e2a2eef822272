import type { Observation } from '../../../server/contract/observation.ts'
import type { Indicator } from '../../../server/contract/reference.ts'
import type { Language } from '../../../server/domain/labels.ts'
import type { FigureText, Milestone } from '../../../server/domain/model.ts'
import { toldMeasure } from '../../components/told-figure.ts'
import { isNegative, isZero, less, toDate, toMeasured, withoutSign } from '../../format.ts'
import { differenceUnitOf, toGoalParts, unitOf } from '../../goal.ts'
import { reviewText } from '../../i18n/review.ts'

/** The promise of a milestone: “10%”, “5 家以上”, “建成”. */
export function toldGoal(milestone: Milestone, indicator: Indicator, language: Language): string {
  const text = reviewText[language]
  if (indicator.kind === 'done') return text.built
  // 达到 and 建成 beside a number would be read as a result.
  const wordingZh = (milestone.wordingZh ?? '').replace(/(达到|建成|突破)$/, '') || null
  const { before, figure, unit } = toGoalParts({ ...milestone, wordingZh }, indicator, language)
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

/**
 * How much a figure lies above or below another, with its sign: “+5”, “+0.4 个百分点”, “不变”; the unit stands with the
 * figure itself. Nothing where one of them has no value.
 */
export function toldDifference(
  after: FigureText | null,
  before: FigureText | null,
  indicator: Indicator,
  language: Language,
): string {
  if (after === null || before === null || indicator.kind === 'done') return ''
  const difference = less(after, before)
  if (isZero(difference)) return reviewText[language].unchanged
  const unit = differenceUnitOf(indicator, language)
  return toMeasured(difference, unitOf(indicator, language) === '%' ? unit : '', { language, signed: true })
}

/** How far the milestone is with the figure: short of it, beyond it, or on it; nothing where that is no number. */
export function toldGap(gap: FigureText | null, indicator: Indicator, language: Language): string {
  const text = reviewText[language]
  if (gap === null || indicator.kind === 'done') return ''
  if (isZero(gap)) return text.atGoal
  const unit = differenceUnitOf(indicator, language)
  const size = toMeasured(withoutSign(gap), isLong(unit) ? '' : unit, { language })
  const isShort = isNegative(gap) === (indicator.better === 'lower')
  return isShort ? text.toGoal(size) : text.beyondGoal(size)
}

/** 人/万人, “per 10,000 employed persons”: once in a row is enough. */
const isLong = (unit: string): boolean => /[/／]/.test(unit) || unit.length > 17

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
