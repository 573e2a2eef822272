import { COMPARATOR_LABELS, type Language } from '../server/domain/labels.ts'
import type { MilestoneGoal } from '../server/domain/model.ts'
import type { Kind } from '../server/domain/words.ts'
import { isNegative, toFigure } from './format.ts'

/** What is needed of an indicator to say its figures. */
export interface Measure {
  kind: Kind
  unitZh: string
  unitEn: string
}

type Goal = Pick<MilestoneGoal, 'comparator' | 'value' | 'valueHigh' | 'wordingZh'>

export const unitOf = (indicator: Measure, language: Language): string =>
  language === 'en' ? indicator.unitEn : indicator.unitZh

/** Differences of percentages are points: 个百分点. */
export function differenceUnitOf(indicator: Measure, language: Language): string {
  const unit = unitOf(indicator, language)
  if (unit !== '%') return unit
  return language === 'en' ? 'points' : '个百分点'
}

/** Between the ends of an interval: a dash as wide as a character in Chinese. */
export const rangeDash = (language: Language): string => (language === 'en' ? '\u2013' : '—')

/** The promised number alone: “20”, “5—8”, “−18.0”; null where the plan names none. */
export function toGoalFigure(goal: Goal, indicator: Measure, language: Language): string | null {
  if (goal.value === null) return null
  const style = { language, unit: unitOf(indicator, language) }
  const low = toFigure(goal.value, style)
  return goal.comparator === 'between' && goal.valueHigh !== null
    ? low + rangeDash(language) + toFigure(goal.valueHigh, style)
    : low
}

/** The promise in the order in which it is read: “力争 | 20 | 家”, “ | 1000 | 家左右”, “more than | 20 | teams”. */
export interface GoalParts {
  before: string
  /** Null where the plan names no number. */
  figure: string | null
  /** With the wording that stands around it; without a number, the plan's wording alone: 持续大幅下降. */
  unit: string
}

const AFTER_UNIT = /^(及?以上|左右|上下|及?以下|以内)$/
const BEFORE_UNIT = /^(余|多)$/

/** The plan's own wording in Chinese, the comparator in English; nothing for a bare count. */
export function toGoalParts(goal: Goal, indicator: Measure, language: Language): GoalParts {
  const figure = toGoalFigure(goal, indicator, language)
  const unit = unitOf(indicator, language)
  const comparator = COMPARATOR_LABELS[goal.comparator][language]
  const isBare = goal.comparator === 'between' || (!goal.wordingZh && goal.comparator.startsWith('at-'))
  if (figure === null) return { before: '', figure, unit: language === 'en' ? '' : (goal.wordingZh ?? '') }
  if (isBare) return { before: '', figure, unit }
  const printed = goal.wordingZh
  const isFall = isNegative(goal.value ?? '')
  const isAfter = printed !== null && AFTER_UNIT.test(printed)
  // “Down by 65% or more” is −65 or lower: “at most −65%” sounds like a ceiling for the cut, “−65% 以上” like the opposite.
  if (isFall && goal.comparator === 'at-most' && (language === 'en' || isAfter)) {
    return { before: '', figure, unit: unit + (language === 'en' ? ' or lower' : ' 或更低') }
  }
  if (language === 'en' || !printed || (isFall && isAfter)) return { before: comparator, figure, unit }
  if (AFTER_UNIT.test(printed)) return { before: '', figure, unit: unit + printed }
  if (BEFORE_UNIT.test(printed)) return { before: '', figure, unit: printed + unit }
  return { before: printed, figure, unit }
}
