import { STATUS_LABELS, STATUS_REASON_LABELS } from '../../../server/domain/labels.ts'
import { unitAfterEn } from '../../../server/domain/units-en.ts'
import { isZero, toMeasured, toPercent, toRounded } from '../../format.ts'
import { toGoalFigure, unitOf } from '../../goal.ts'
import { compareText } from '../../i18n/compare.ts'
import { language, say, textOf } from '../../i18n/language.ts'
import type { ListedProgress, Row, YearStanding } from './rows.ts'

type Indicator = Row['target']['indicator']
export type Told = Pick<YearStanding, 'value' | 'derived'>

/** The figure as it is shown: what was computed is rounded, what was entered is not. */
export const shownFigure = ({ value, derived }: Told, { decimals }: Indicator): string | null =>
  derived && value !== null ? toRounded(value, Math.max(decimals, 1)) : value

/** A figure with its unit. */
export const toldFigure = (told: Told, indicator: Indicator): string =>
  toMeasured(shownFigure(told, indicator), unitOf(indicator, language.value), { language: language.value })

/** A figure of a year: “23.17 亿元，2025 年”; what is built or not, in words. */
export function toldInYear(told: Told & { year: number }, indicator: Indicator): string {
  const text = textOf(compareText)
  if (told.value === null) return text.noFigure
  if (indicator.kind === 'done') return isZero(told.value) ? text.notBuilt(told.year) : text.built(told.year)
  return text.figure(toldFigure(told, indicator), told.year)
}

/** Kept together where it stands in a narrow column: a year and its sign. */
export const unbroken = (told: string): string => told.replaceAll(/(?<=[0-9]) (?=年)/g, '\u00a0')

/** The latest figure that the judgement rests on. */
export const toldLatest = ({ target, progress }: Row): string =>
  progress.latest === null ? textOf(compareText).noFigure : toldInYear(progress.latest, target.indicator)

/** From so many letters on, a unit that was said in the line before is not said again. */
const LONG_UNIT = 9

/**
 * The promise with its year, “目标超过 20 亿元，2025 年”; null where there is no number to promise.
 *
 * @param brief without a long unit, since the latest figure stands before it
 */
export function toldGoal({ target: { indicator }, progress }: Row, brief = false): string | null {
  const { milestone, milestoneYear } = progress
  const text = textOf(compareText)
  if (indicator.kind === 'done') return text.toBuild(milestoneYear)
  const figure = toGoalFigure(milestone, indicator, language.value)
  if (figure === null) return null
  const whole = unitOf(indicator, language.value)
  const unit = brief && (whole.length >= LONG_UNIT || whole.includes('/')) ? '' : whole
  const after = language.value === 'en' ? unitAfterEn(figure, unit) : unit
  const measured = figure + (unit === '%' || unit === '' ? unit : ` ${after}`)
  return text.goal(text.compared[milestone.comparator](measured), milestoneYear)
}

/** The status in words, with its reason where it has one: “暂无法评估（口径变更）”. */
export function toldStatus({ status, reason }: Pick<ListedProgress, 'status' | 'reason'>): string {
  return say(STATUS_LABELS[status]) + toldReason({ reason })
}

export const toldReason = ({ reason }: Pick<ListedProgress, 'reason'>): string =>
  reason === null ? '' : textOf(compareText).reason(say(STATUS_REASON_LABELS[reason]))

/** What a panel says to who does not see it: status, latest figure, promise and shares. */
export function toldRow(row: Row, name: string): string {
  const text = textOf(compareText)
  const { coveredShare, pathShare } = row.progress
  const hasShares = row.target.indicator.kind !== 'done'
  const told = [
    toldStatus(row.progress),
    toldLatest(row),
    toldGoal(row),
    hasShares && coveredShare !== null && text.covered(toPercent(coveredShare)),
    hasShares && pathShare !== null && text.pathShare(toPercent(pathShare)),
  ].filter((part): part is string => typeof part === 'string')
  return name + text.colon + told.join(text.comma)
}
