import { roundHalfAway, toFraction } from '../../../server/domain/decimal.ts'
import type { MilestoneGoal } from '../../../server/domain/model.ts'
import { toFigure, withoutSign } from '../../format.ts'
import type { Wording } from './wording.ts'

/** What the method allows where the plan says 左右 and no more. */
const DEFAULT_TOLERANCE = '0.05'

/** How the limit of 左右 comes about: “1000 − 5% × 1000 = 950”. Null for any other promise. */
export function toToleranceSum(goal: MilestoneGoal, { indicator, language }: Wording) {
  if (goal.comparator !== 'about' || goal.value === null) return null
  const tolerance = goal.tolerance ?? DEFAULT_TOLERANCE
  const value = toFraction(goal.value)
  const slack = value.abs().mul(toFraction(tolerance))
  const isLower = indicator.better === 'lower'
  const limit = roundHalfAway(isLower ? value.add(slack) : value.sub(slack), 12)
  const percent = `${roundHalfAway(toFraction(tolerance).mul(100), 6)}%`
  const said = (figure: string): string => toFigure(figure, { language })
  const sign = isLower ? '+' : '\u2212'
  return {
    sum: `${said(goal.value)} ${sign} ${percent} × ${said(withoutSign(goal.value))} = ${said(limit)}`,
    percent,
    isDefault: toFraction(tolerance).equals(toFraction(DEFAULT_TOLERANCE)),
  }
}
