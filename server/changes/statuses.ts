import type { TurnedStatus } from '../contract/changes.ts'
import type { Indicator } from '../contract/reference.ts'
import type { Target } from '../contract/target.ts'
import { type Cause, causesOf } from '../domain/changes.ts'
import { type MethodVersion, methodOn } from '../domain/method-versions.ts'
import { promisedMilestones } from '../domain/milestones.ts'
import type { Figure } from '../domain/model.ts'
import { judge } from '../domain/status.ts'
import type { Status } from '../domain/words.ts'
import type { AsOf } from '../http/as-of.ts'
import type { ApprovedFigure } from '../observations/queries.ts'
import type { JudgedTarget } from '../targets/judge.ts'
import type { StoredTarget } from '../targets/queries.ts'

/** The targets as judged at one moment. */
export interface JudgedDay {
  asOf: AsOf
  targets: readonly JudgedTarget[]
}

/** What a judgement rests on, a part for each cause. */
interface Grounds extends Record<Cause, unknown> {
  figure: readonly Figure[]
  target: StoredTarget | undefined
  method: MethodVersion
  year: number
}

/**
 * The milestones that have another status than before, are new, or are gone; in the order of the targets and years.
 *
 * @param whys of how many that are there on both days the causes are looked for, which takes longer than all the rest;
 *   of the others none is named, unless all are asked for
 */
export function listTurned(before: JudgedDay, after: JudgedDay, whys: number): TurnedStatus[] {
  let asked = 0
  const earlier = new Map(before.targets.map((judged) => [judged.target.id, judged]))
  return after.targets.flatMap((judged) => {
    const was = earlier.get(judged.target.id)
    return milestoneYears(was?.target, judged.target).flatMap((year) => {
      const [from, to] = [standingOf(was?.target, year), standingOf(judged.target, year)]
      if (from?.status === to?.status) return []
      const { id, planCode, regionCode, indicatorCode, indicator } = judged.target
      const why = (): Cause[] =>
        causesOf(groundsOf(was, before.asOf), groundsOf(judged, after.asOf), (grounds) =>
          statusOn(grounds, indicator, year),
        )
      if (from !== null && to !== null) asked += 1
      const causes = whys === Infinity || (from !== null && to !== null && asked <= whys) ? why() : []
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
  const tracked = promisedMilestones(target.revisions).find(({ promised }) => promised.milestone.year === year)
  if (tracked === undefined) return null
  return judge({ indicator, promised: tracked.promised, original: null, figures: figure, nowYear }).status
}

const groundsOf = (judged: JudgedTarget | undefined, { day, year }: AsOf): Grounds => ({
  figure: judged?.figures.filter(hasValue) ?? [],
  target: judged?.stored,
  method: methodOn(day),
  year,
})

/** A figure that is missing with a reason is none to the method. */
const hasValue = (figure: ApprovedFigure): figure is ApprovedFigure & { value: string } => figure.value !== null
