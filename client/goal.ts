import { COMPARATOR_LABELS, type Language } from '../server/domain/labels.ts'
import type { FigureText, MilestoneGoal } from '../server/domain/model.ts'
import type { Kind } from '../server/domain/words.ts'
import { toFigure, toMeasured } from './format.ts'

/** What is needed of an indicator to say its figures. */
export interface Measure {
  kind: Kind
  unitZh: string
  unitEn: string
  decimals: number
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

/** The promised number alone: “20”, “5—8”, “−18.0”; null where the plan names none. */
export function toGoalFigure(goal: Goal, indicator: Measure, language: Language): string | null {
  if (goal.value === null) return null
  const style = { decimals: indicator.decimals, language, unit: unitOf(indicator, language) }
  const low = toFigure(goal.value, style)
  return goal.comparator === 'between' && goal.valueHigh !== null ? `${low}—${toFigure(goal.valueHigh, style)}` : low
}

/** How the number is to be read: as printed in Chinese, by the comparator in English; empty for a bare count. */
export function toGoalWording(goal: Goal, language: Language): string {
  if (goal.value === null || goal.comparator === 'between') return ''
  if (language !== 'en') {
    if (goal.wordingZh) return goal.wordingZh
    return goal.comparator === 'at-least' || goal.comparator === 'at-most'
      ? ''
      : COMPARATOR_LABELS[goal.comparator]['zh-CN']
  }
  return goal.comparator === 'at-least' && !goal.wordingZh ? '' : COMPARATOR_LABELS[goal.comparator].en
}

/** A figure of this indicator with its unit, for running text. */
export const toSaid = (figure: FigureText | null, indicator: Measure, language: Language): string =>
  toMeasured(figure, unitOf(indicator, language), { decimals: indicator.decimals, language })
