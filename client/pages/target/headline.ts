import type { TargetDetail } from '../../../server/contract/target.ts'
import type { Progress } from '../../../server/domain/model.ts'
import { isNegative, withoutSign } from '../../format.ts'
import { courseOf, isZero, joined, minus, type Wording } from './wording.ts'

type Latest = NonNullable<Progress['latest']>

/** The page's answer in one sentence: where it stands, against where it should be. */
export const toHeadline = (detail: TargetDetail, progress: Progress, wording: Wording): string =>
  joined(toSentence(detail, progress, wording))

function toSentence(detail: TargetDetail, progress: Progress, wording: Wording): string {
  const { text } = wording
  if (detail.indicator.kind === 'done') return toldBuilt(detail, progress, wording)
  const { latest, milestone } = progress
  const goal = wording.goalTold(milestone)
  const goalIs = milestone.value === null ? '' : text.goalIs(milestone.year, goal)
  if (!latest) return text.noAssessment[progress.reason ?? 'no-figure'] + goalIs
  const start = whereItStands(latest, progress, wording)
  const gap = progress.gap === null ? null : wording.difference(progress.gap)
  switch (progress.status) {
    case 'achieved':
      return start + text.goalMet(goal)
    case 'missed':
      return start + text.goalMissed(goal, gap ?? '')
    case 'not-assessable':
    case 'no-data': {
      const told = gap && milestone.value !== null ? text.goalAhead(milestone.year, goal, gap) : ''
      return start + told
    }
    default:
      return start + againstPath(latest, progress, wording)
  }
}

function whereItStands(latest: Latest, progress: Progress, wording: Wording): string {
  const { text, indicator } = wording
  const figure = wording.said(latest.value, latest.derived)
  switch (indicator.kind) {
    case 'change': {
      const size = wording.said(withoutSign(latest.value), latest.derived)
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

function againstPath(latest: Latest, progress: Progress, wording: Wording): string {
  const { text, indicator } = wording
  const { expected } = progress
  if (expected === null) return ''
  const goal = wording.goalTold(progress.milestone)
  if (progress.pathShare === null) return progress.status === 'on-track' ? text.held(goal) : text.notHeld(goal)
  const off = minus(latest.value, expected)
  if (isZero(off)) return text.onPath
  const difference = wording.difference(off)
  if (indicator.kind === 'change') {
    const due = wording.brief(withoutSign(expected), true)
    if (isNegative(latest.value) !== isNegative(expected)) return text.wrongWay(courseOf(expected), due, difference)
    const isLess = isNegative(off) !== isNegative(latest.value)
    return isLess ? text.shortOfPath(due, difference) : text.beyondPath(due, difference)
  }
  const due = wording.brief(expected, true)
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
