import type Fraction from 'fraction.js'
import { toDerivedFigure, toShare } from './decimal.ts'
import { explainEn } from './explanation-en.ts'
import { explainZh } from './explanation-zh.ts'
import { toFlags } from './flags.ts'
import { METHOD_VERSIONS } from './method-versions.ts'
import type { Milestone, MilestoneGoal, Progress, ProgressInput } from './model.ts'
import { toPace } from './pace.ts'
import { findGrowthRate } from './second-method.ts'
import type { Judgement } from './status.ts'
import { judge } from './status.ts'

const newest = METHOD_VERSIONS.at(-1) ?? METHOD_VERSIONS[0]

/** The method's name and version; a new version changes published judgements. Source: METHOD.md, "Versions" */
export const METHOD: Progress['method'] = { id: newest.id, version: newest.version }

/**
 * The judgement of one milestone, with everything that it rests on.
 *
 * Everything is decided on exact fractions; only here are derived figures rounded to the indicator's decimals and two
 * more, and shares to four places.
 *
 * Source: METHOD.md
 */
export function progressOf(input: ProgressInput): Progress {
  const { indicator, promised, original } = input
  const judgement = judge(input)
  const { status, reason, goal, judged, start } = judgement
  const pace = toPace(judgement)
  const second = indicator.kind === 'level' && start && goal && judged ? findGrowthRate(start, goal, judged) : undefined
  const flags = toFlags(judgement, second)
  const originalStatus = original && judge({ ...input, promised: original, original: null }).status
  const derived = (exact: Fraction | undefined) => (exact ? toDerivedFigure(exact, indicator.decimals) : null)
  const findings = { judgement, pace, second, flags, originalStatus }
  return {
    milestoneYear: promised.milestone.year,
    status,
    reason,
    flags,
    method: METHOD,
    baseline: promised.milestone.baseline,
    milestone: toMilestoneGoal(promised.milestone),
    latest: toLatest(judgement),
    expected: judgement.hold && goal ? goal.text : derived(judgement.expected),
    coveredShare: judgement.covered ? toShare(judgement.covered) : null,
    pathShare: judgement.share ? toShare(judgement.share) : null,
    gap: derived(pace.gap),
    requiredPerYear: derived(pace.requiredPerYear),
    recentPerYear: derived(pace.recentPerYear),
    projectedYear: pace.projectedYear ?? null,
    projectionRefused: pace.projectionRefused,
    second: second ? { id: 'growth-rate', ratio: toShare(second.ratio), status: second.status } : null,
    original:
      original && originalStatus
        ? {
            milestone: toMilestoneGoal(original.milestone),
            baseline: original.milestone.baseline,
            status: originalStatus,
          }
        : null,
    explanationZh: explainZh(findings),
    explanationEn: explainEn(findings),
  }
}

/** The latest point in use; none where it was added or compounded across a break, which would be no figure at all. */
function toLatest({ input, series, acrossBreak }: Judgement): Progress['latest'] {
  const { latest, entered, used } = series
  if (!latest || (acrossBreak && entered === undefined)) return null
  return {
    year: latest.year,
    value: entered ?? toDerivedFigure(latest.value, input.indicator.decimals),
    derived: entered === undefined,
    revisionIds: used.map(({ id }) => id),
  }
}

function toMilestoneGoal({ baseline: _baseline, ...goal }: Milestone): MilestoneGoal {
  return goal
}
