import { unitAfterEn } from '../../../server/domain/units-en.ts'
import type { Indicator } from '../../../server/contract/reference.ts'
import { roundHalfAway, toFraction } from '../../../server/domain/decimal.ts'
import type { Language } from '../../../server/domain/labels.ts'
import type { FigureText, MilestoneGoal } from '../../../server/domain/model.ts'
import { isNegative, isZero, toFigure, toMeasured, toRounded, withoutSign } from '../../format.ts'
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
  said: (figure: FigureText, derived?: boolean, places?: number) => string
  /** Like `said`, without a unit that is long and was said before. */
  brief: (figure: FigureText, derived?: boolean, places?: number) => string
  /** The size of a difference; a long unit was said with the figure before it. */
  difference: (figure: FigureText, places?: number) => string
  /** The promise as it is written on a tab: “20 家以上”, “−30%”, “5—8 个”. */
  goal: (goal: MilestoneGoal) => string
  /** The promise inside a sentence: “下降 30%” for a change, without what the plan's own sentence puts around it. */
  goalTold: (goal: MilestoneGoal) => string
}

/** The exact difference of two figures. */
export const minus = (a: FigureText, b: FigureText): FigureText => roundHalfAway(toFraction(a).sub(toFraction(b)), 12)

export const courseOf = (figure: FigureText): Course =>
  isZero(figure) ? 'still' : isNegative(figure) ? 'fall' : 'rise'

export function toWording(indicator: Indicator, language: Language, text: TargetText): Wording {
  const { kind } = indicator
  const unit = unitOf(indicator, language)
  const differenceUnit = differenceUnitOf(indicator, language)
  const short = (figure: FigureText, places = Math.max(indicator.decimals, 1)): FigureText => toRounded(figure, places)
  const measured = (figure: FigureText, of: string): string => toMeasured(figure, of, { language })
  const goal = (of: MilestoneGoal): string => {
    if (kind === 'done') return text.built
    const parts = toGoalParts({ ...of, wordingZh: toKept(of.wordingZh) || null }, indicator, language)
    if (parts.figure === null) return text.unquantified
    const isTight = parts.unit.startsWith('%') || parts.unit === ''
    const after = language === 'en' ? unitAfterEn(parts.figure, parts.unit) : parts.unit
    return `${parts.before} ${parts.figure}${isTight ? '' : ' '}${after}`.trim()
  }
  return {
    language,
    text,
    indicator,
    unit,
    differenceUnit,
    said: (figure, derived = false, places) => measured(derived ? short(figure, places) : figure, unit),
    brief: (figure, derived = false, places) =>
      measured(derived ? short(figure, places) : figure, isLong(unit) ? '' : unit),
    difference: (figure, places) =>
      measured(withoutSign(short(figure, places)), isLong(differenceUnit) ? '' : differenceUnit),
    goal,
    goalTold: (of) =>
      kind === 'change' && of.value !== null && of.comparator !== 'between'
        ? `${text.course[courseOf(of.value)]} ${measured(withoutSign(of.value), unit)}`
        : goal(isTold(of.wordingZh) || language === 'en' ? of : { ...of, comparator: bareOf(of), wordingZh: null }),
  }
}

/** 左右 belongs to the number itself; 以上, 余 and 不少于 are what “目标” says already. */
const isTold = (wordingZh: string | null): boolean => wordingZh === '左右'

const bareOf = ({ comparator }: MilestoneGoal): MilestoneGoal['comparator'] =>
  comparator === 'more-than' ? 'at-least' : comparator

/** 达到, 建成 and 突破 beside a number would be read as a result; 力争达到 is 力争. */
const toKept = (wordingZh: string | null): string => (wordingZh ?? '').replace(/(达到|建成|突破)$/, '')

/** No space between Han characters where two phrases meet: “目标是下降 30%”. */
export const joined = (sentence: string): string =>
  sentence.replace(/(?<=[\p{Script=Han}，；：）]) (?=\p{Script=Han})/gu, '')

/** 人/万人, “per 10,000 employed persons”: once in a sentence or a chart is enough. */
const isLong = (unit: string): boolean => /[/／]/.test(unit) || unit.length > 17

/**
 * How many places `a`, `b` and the difference between them need, for the reader to get the same sum.
 *
 * `a` is rounded as well where it is derived; what was entered keeps its digits.
 */
export function placesForSum(a: FigureText, b: FigureText, isDerived: boolean, decimals: number): number {
  const first = Math.max(decimals, 1)
  const holds = (places: number): boolean => {
    const shown = isDerived ? toRounded(a, places) : a
    const sum = toFraction(shown).sub(toFraction(toRounded(b, places)))
    return sum.equals(toFraction(toRounded(minus(a, b), places)))
  }
  return [first, first + 1, first + 2, first + 3].find(holds) ?? first + 3
}

/** A derived figure as it is shown: with the indicator's places, and one at the least where those are none. */
export const toShort = (figure: FigureText, { decimals }: Pick<Indicator, 'decimals'>): FigureText =>
  toRounded(figure, Math.max(decimals, 1))

/** 以上 behind a negative number would say the opposite: “下降 65% 以上” is −65 or less. */
export const toPrinted = ({ wordingZh, value }: Pick<MilestoneGoal, 'wordingZh' | 'value'>): string =>
  isNegative(value ?? '') && /^及?以[上下]$/.test(wordingZh ?? '') ? '' : toKept(wordingZh)

/** A figure for a table or an axis, without its unit. */
export const toPlain = (figure: FigureText, { language, unit }: Wording): string => toFigure(figure, { language, unit })
