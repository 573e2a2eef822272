import type { Indicator } from '../../../server/contract/reference.ts'
import { roundHalfAway, toFraction } from '../../../server/domain/decimal.ts'
import type { Language } from '../../../server/domain/labels.ts'
import type { FigureText, MilestoneGoal } from '../../../server/domain/model.ts'
import { isNegative, toFigure, toMeasured, toRounded, withoutSign } from '../../format.ts'
import { differenceUnitOf, toGoalParts, unitOf } from '../../goal.ts'
import type { Course } from '../../i18n/course.ts'
import type { TargetText } from '../../i18n/target-zh.ts'

/** How the figures of one indicator are said in one language. */
export interface Wording {
  language: Language
  text: TargetText
  indicator: Indicator
  unit: string
  /** Of differences and paces: 个百分点 where the figures are percentages. */
  differenceUnit: string
  /** With its unit; a derived figure rounded as in the table, an entered one as it was entered. */
  said: (figure: FigureText, derived?: boolean) => string
  /** Like `said`, without a unit that is long and was said before. */
  brief: (figure: FigureText, derived?: boolean) => string
  /** The size of a difference; a long unit was said with the figure before it. */
  difference: (figure: FigureText) => string
  /** The promise as it is written on a tab: “20 家以上”, “−30%”, “5—8 个”. */
  goal: (goal: MilestoneGoal) => string
  /** The promise as it is told: “下降 30%” for a change. */
  goalTold: (goal: MilestoneGoal) => string
}

/** The exact difference of two figures. */
export const minus = (a: FigureText, b: FigureText): FigureText => roundHalfAway(toFraction(a).sub(toFraction(b)), 12)

export const isZero = (figure: FigureText): boolean => !/[1-9]/.test(figure)

export const courseOf = (figure: FigureText): Course =>
  isZero(figure) ? 'still' : isNegative(figure) ? 'fall' : 'rise'

export function toWording(indicator: Indicator, language: Language, text: TargetText): Wording {
  const { kind } = indicator
  const unit = unitOf(indicator, language)
  const differenceUnit = differenceUnitOf(indicator, language)
  const short = (figure: FigureText): FigureText => toShort(figure, indicator)
  const measured = (figure: FigureText, of: string): string => toMeasured(figure, of, { language })
  const goal = (of: MilestoneGoal): string => {
    if (kind === 'done') return text.built
    const parts = toGoalParts(of, indicator, language)
    if (parts.figure === null) return text.unquantified
    const isTight = parts.unit.startsWith('%') || parts.unit === ''
    return `${parts.before} ${parts.figure}${isTight ? '' : ' '}${parts.unit}`.trim()
  }
  return {
    language,
    text,
    indicator,
    unit,
    differenceUnit,
    said: (figure, derived = false) => measured(derived ? short(figure) : figure, unit),
    brief: (figure, derived = false) => measured(derived ? short(figure) : figure, isLong(unit) ? '' : unit),
    difference: (figure) => measured(withoutSign(short(figure)), isLong(differenceUnit) ? '' : differenceUnit),
    goal,
    goalTold: (of) =>
      kind === 'change' && of.value !== null && of.comparator !== 'between'
        ? `${text.course[courseOf(of.value)]} ${measured(withoutSign(of.value), unit)}`
        : goal(of),
  }
}

/** No space between Han characters where two phrases meet: “目标是下降 30%”. */
export const joined = (sentence: string): string =>
  sentence.replace(/(?<=[\p{Script=Han}，；：]) (?=\p{Script=Han})/gu, '')

/** 人/万人, “per 10,000 employed persons”: once in a sentence or a chart is enough. */
const isLong = (unit: string): boolean => /[/／]/.test(unit) || unit.length > 17

/** A derived figure as it is shown: with the indicator's places, and one at the least where those are none. */
export const toShort = (figure: FigureText, { decimals }: Pick<Indicator, 'decimals'>): FigureText =>
  toRounded(figure, Math.max(decimals, 1))

/** 以上 behind a negative number would say the opposite: “下降 65% 以上” is −65 or less. */
export const toPrinted = ({ wordingZh, value }: Pick<MilestoneGoal, 'wordingZh' | 'value'>): string =>
  wordingZh && !(isNegative(value ?? '') && /^及?以[上下]$/.test(wordingZh)) ? wordingZh : ''

/** A figure for a table or an axis, without its unit. */
export const toPlain = (figure: FigureText, { language, unit }: Wording): string => toFigure(figure, { language, unit })
