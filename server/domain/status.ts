import type Fraction from 'fraction.js'
import { isNewBreak } from './breaks.ts'
import { toFraction } from './decimal.ts'
import type { Goal } from './goal.ts'
import { findGoal, fulfils, isBetter } from './goal.ts'
import type { ProgressInput } from './model.ts'
import type { Start } from './path.ts'
import { expectedValue, isHold, shareOfWay, toPathStatus } from './path.ts'
import type { Point, Series } from './points.ts'
import { toSeries } from './series.ts'
import type { Status, StatusReason } from './words.ts'

/** A milestone judged, in exact numbers: what everything else that is said of it rests on. */
export interface Judgement {
  input: ProgressInput
  status: Status
  reason: StatusReason | null
  /** Undefined where no number is promised. */
  goal: Goal | undefined
  /** Undefined without a baseline, and for `done`, which needs none. */
  start: Start | undefined
  series: Series
  /** Whether a figure in use is from after a break that the baseline does not know of. */
  acrossBreak: boolean
  /** (t, y) where it may be held against the milestone; a level may without a baseline. */
  judged: Point | undefined
  fulfilled: boolean
  /** Whether the milestone asks only to hold what there was. */
  hold: boolean
  /** P(t). */
  expected: Fraction | undefined
  covered: Fraction | undefined
  share: Fraction | undefined
}

const UNJUDGED = {
  reason: null,
  judged: undefined,
  fulfilled: false,
  hold: false,
  expected: undefined,
  covered: undefined,
  share: undefined,
} as const

/**
 * How one milestone stands, and on what grounds.
 *
 * The tests are tried in the order of the method; the first that applies decides.
 *
 * Source: METHOD.md, "The eight statuses"
 */
export function judge(input: ProgressInput): Judgement {
  const { kind } = input.indicator
  const goal = findGoal(input.promised.milestone, input.indicator)
  const start = findStart(input)
  const series = toSeries(input, start)
  const acrossBreak =
    start !== undefined && series.compared.some((figure) => isNewBreak(figure, input.promised.baselineSeq))
  const unjudged = { ...UNJUDGED, input, goal, start, series, acrossBreak }
  const refuse = (reason: StatusReason): Judgement => ({ ...unjudged, status: 'not-assessable', reason })

  if (!goal) return refuse('not-quantified')
  if (acrossBreak) return refuse('definition-changed')
  if (!start && (kind === 'flow' || kind === 'change')) return refuse('no-baseline')
  if (!series.latest) {
    return { ...unjudged, status: 'no-data', reason: series.latestYear === undefined ? 'no-figure' : 'broken-chain' }
  }
  return judgeLatest({ ...unjudged, goal, judged: series.latest })
}

/** (t0, y0); what is to be built is not measured from anywhere. */
function findStart({ indicator, promised }: ProgressInput): Start | undefined {
  const { baseline } = promised.milestone
  if (!baseline || indicator.kind === 'done') return undefined
  return { year: baseline.year, value: toFraction(baseline.value) }
}

type Judgeable = Omit<Judgement, 'status'> & { goal: Goal; judged: Point }

function judgeLatest(judgeable: Judgeable): Judgement {
  const { input, goal, start, judged, series } = judgeable
  const isFinal = judged.year === goal.year
  const fulfilled = fulfils(goal, judged.value)
  const hold = start !== undefined && isHold(start, goal)
  const judgement = { ...judgeable, fulfilled, hold, ...standing(judgeable, hold) }

  if (fulfilled && (!hold || isFinal)) return { ...judgement, status: 'achieved' }
  if (!fulfilled && isFinal && input.nowYear > goal.year) return { ...judgement, status: 'missed' }
  if (input.indicator.kind === 'done') return { ...judgement, status: 'on-track' }
  if (!start) return { ...judgement, status: 'not-assessable', reason: 'no-baseline' }
  if (judgement.share) return { ...judgement, status: toPathStatus(judgement.share) }
  if (fulfilled) return { ...judgement, status: 'on-track' }
  const before = series.points.at(-2) ?? start
  return { ...judgement, status: isBetter(goal.better, judged.value, before.value) ? 'behind' : 'moving-away' }
}

/** The expected value and the shares, as far as the milestone has them. Source: METHOD.md, "The path" */
function standing({ input, goal, start, judged }: Judgeable, hold: boolean) {
  if (input.indicator.kind === 'done') return { covered: judged.value }
  if (!start) return {}
  const expected = expectedValue(start, goal, judged.year)
  if (hold) return { expected }
  return {
    expected,
    covered: shareOfWay(start, judged.value, goal.value),
    share: shareOfWay(start, judged.value, expected),
  }
}
