import type { TargetDetail } from '../../../server/contract/target.ts'
import type { Progress } from '../../../server/domain/model.ts'
import { isNegative, isZero, withoutSign } from '../../format.ts'
import { isAtEdge } from './pace-sentence.ts'
import { courseOf, joined, minus, placesForSum, type Wording } from './wording.ts'

type Latest = NonNullable<Progress['latest']>

/** The page's answer in one sentence: where it stands, against where it should be. */
export const toHeadline = (detail: TargetDetail, progress: Progress, wording: Wording): string =>
  joined(toSentence(detail, progress, wording))

function toSentence(detail: TargetDetail, progress: Progress, wording: Wording): string {
  const { text, indicator } = wording
  if (detail.indicator.kind === 'done') return toldBuilt(detail, progress, wording)
  const { latest, milestone } = progress
  const goal = wording.goalTold(milestone)
  const goalIs = milestone.value === null ? '' : text.goalIs(milestone.year, goal)
  if (!latest) return text.noAssessment[progress.reason ?? 'no-figure'] + goalIs
  const start = whereItStands(latest, progress, wording)
  const gap = progress.gap === null ? null : wording.difference(progress.gap)
  switch (progress.status) {
    case 'achieved':
      return start + (milestone.comparator === 'more-than' ? text.goalExceeded : text.goalMet)(goal)
    case 'missed':
      return start + (isAtEdge(progress) ? text.goalAtEdge(goal, indicator.better) : text.goalMissed(goal, gap ?? ''))
    case 'not-assessable':
    case 'no-data': {
      if (isAtEdge(progress)) return start + text.goalAtEdge(goal, indicator.better)
      const told = gap && milestone.value !== null ? text.goalAhead(milestone.year, goal, gap) : ''
      return start + told
    }
    default:
      return againstPath(latest, progress, wording) + towardsGoal(progress, goal, wording)
  }
}

/** What the path does not tell: that the number must be exceeded, or that the recent pace comes late all the same. */
function towardsGoal(progress: Progress, goal: string, { text, indicator }: Wording): string {
  const { status, projectedYear, milestone } = progress
  if (isAtEdge(progress)) return text.goalAtEdge(goal, indicator.better)
  const isLate = status === 'on-track' && projectedYear !== null && projectedYear > milestone.year
  return isLate ? text.lateAllTheSame(projectedYear) : ''
}

function whereItStands(latest: Latest, progress: Progress, wording: Wording, places?: number): string {
  const { text, indicator } = wording
  const figure = wording.said(latest.value, latest.derived, places)
  switch (indicator.kind) {
    case 'change': {
      const size = wording.said(withoutSign(latest.value), latest.derived, places)
      return text.changed(latest.year, courseOf(latest.value), size)
    }
    case 'flow':
      return text.summed((progress.baseline?.year ?? latest.year - 1) + 1, latest.year, figure)
    case 'cumulative':
      return text.totalled(latest.year, figure)
    default:
      return text.reached(latest.year, figure)
  }
}

/** Where it stands, and where it should. */
function againstPath(latest: Latest, progress: Progress, wording: Wording): string {
  const { text, indicator } = wording
  const { expected, baseline } = progress
  if (expected === null) return whereItStands(latest, progress, wording)
  const goal = wording.goalTold(progress.milestone)
  if (progress.pathShare === null) {
    const isHeld = progress.status === 'on-track'
    return whereItStands(latest, progress, wording) + (isHeld ? text.held(goal) : text.notHeld(goal))
  }
  // Away from the target is judged against where it began, not against the path.
  if (progress.status === 'moving-away' && baseline && indicator.kind !== 'change') {
    const since = minus(latest.value, baseline.value)
    const places = placesForSum(latest.value, baseline.value, latest.derived, indicator.decimals)
    const told = isNegative(since) ? text.belowBaseline : text.aboveBaseline
    return (
      whereItStands(latest, progress, wording, places) +
      told(baseline.year, wording.brief(baseline.value), wording.difference(since, places))
    )
  }
  const off = minus(latest.value, expected)
  const places = placesForSum(latest.value, expected, latest.derived, indicator.decimals)
  const start = whereItStands(latest, progress, wording, places)
  if (isZero(off)) return start + text.onPath
  return start + offPath(latest, expected, off, places, wording)
}

function offPath(latest: Latest, expected: string, off: string, places: number, wording: Wording): string {
  const { text, indicator } = wording
  const difference = wording.difference(off, places)
  if (indicator.kind === 'change') {
    const due = wording.brief(withoutSign(expected), true, places)
    if (isNegative(latest.value) !== isNegative(expected)) return text.wrongWay(courseOf(expected), due, difference)
    const isLess = isNegative(off) !== isNegative(latest.value)
    return isLess ? text.shortOfPath(due, difference) : text.beyondPath(due, difference)
  }
  const due = wording.brief(expected, true, places)
  if (indicator.kind === 'level') {
    return isNegative(off) ? text.belowPath(due, difference) : text.abovePath(due, difference)
  }
  return isNegative(off) ? text.shortOfPath(due, difference) : text.beyondPath(due, difference)
}

function toldBuilt(detail: TargetDetail, { latest, milestone, status }: Progress, { text }: Wording): string {
  if (!latest) return text.builtUnknown(milestone.year)
  if (isZero(latest.value)) {
    return status === 'missed' ? text.notBuiltMissed(milestone.year) : text.notBuilt(latest.year, milestone.year)
  }
  const built = detail.observations.filter((one) => one.value !== null && !isZero(one.value)).map((one) => one.year)
  const first = Math.min(latest.year, ...built)
  return text.built1(first) + text.builtBy(milestone.year)
}
