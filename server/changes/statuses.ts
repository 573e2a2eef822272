import type { TurnedStatus } from '../contract/changes.ts'
import type { Indicator } from '../contract/reference.ts'
import type { Target } from '../contract/target.ts'
import { type Cause, causesOf } from '../domain/changes.ts'
import { type MethodVersion, methodOn } from '../domain/method-versions.ts'
import type { Status } from '../domain/words.ts'
import type { AsOf } from '../http/as-of.ts'
import { type JudgedFigure, type JudgedTarget, judgeMilestones } from '../targets/judge.ts'
import type { StoredTarget } from '../targets/queries.ts'

/** The targets as judged at one moment. */
export interface JudgedDay {
  asOf: AsOf
  targets: readonly JudgedTarget[]
}

/** What a judgement rests on, a part for each cause. */
interface Grounds extends Record<Cause, unknown> {
  figure: readonly JudgedFigure[]
  target: StoredTarget | undefined
  method: MethodVersion
  year: number
}

/** The milestones that have another status than before, are new, or are gone; in the order of the targets and years. */
export function listTurned(before: JudgedDay, after: JudgedDay): TurnedStatus[] {
  const earlier = new Map(before.targets.map((judged) => [judged.target.id, judged]))
  return after.targets.flatMap((judged) => {
    const was = earlier.get(judged.target.id)
    return milestoneYears(was?.target, judged.target).flatMap((year) => {
      const [from, to] = [standingOf(was?.target, year), standingOf(judged.target, year)]
      if (from?.status === to?.status) return []
      const { id, planCode, regionCode, indicatorCode, indicator } = judged.target
      const causes = causesOf(groundsOf(was, before.asOf), groundsOf(judged, after.asOf), (grounds) =>
        statusOn(grounds, indicator, year),
      )
      return { targetId: id, planCode, regionCode, indicatorCode, milestoneYear: year, before: from, after: to, causes }
    })
  })
}

const milestoneYears = (was: Target | undefined, is: Target): number[] =>
  [...new Set([...(was?.progress ?? []), ...is.progress].map(({ milestoneYear }) => milestoneYear))].toSorted(
    (a, b) => a - b,
  )

function standingOf(target: Target | undefined, year: number): TurnedStatus['before'] {
  const progress = target?.progress.find(({ milestoneYear }) => milestoneYear === year)
  return progress === undefined ? null : { status: progress.status, reason: progress.reason }
}

/**
 * The status of one milestone on these grounds; null where there is none. A figure brings its year along: one of 2025 was
 * not there before 2025 was, and that alone makes no year a cause.
 */
function statusOn({ figure, target, year: lookedFrom }: Grounds, indicator: Indicator, year: number): Status | null {
  if (target === undefined) return null
  const nowYear = Math.max(lookedFrom, ...figure.map((one) => one.year))
  return judgeMilestones(target, indicator, figure, nowYear).find((one) => one.milestoneYear === year)?.status ?? null
}

const groundsOf = (judged: JudgedTarget | undefined, { day, year }: AsOf): Grounds => ({
  figure: judged?.figures ?? [],
  target: judged?.stored,
  method: methodOn(day),
  year,
})
