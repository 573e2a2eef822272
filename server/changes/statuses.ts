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

/** A milestone of which the status is another than before; the causes are looked for when they are asked for, which takes longer than all the rest. */
export interface Turned extends Omit<TurnedStatus, 'causes'> {
  findCauses: () => Cause[]
}

export const withCauses = ({ findCauses, ...turned }: Turned): TurnedStatus => ({ ...turned, causes: findCauses() })

/** Whether it is there on both days. */
export const hasTurned = ({ before, after }: Turned): boolean => before !== null && after !== null

/** The milestones that have another status than before, and then those that are new or gone; each in the order of the targets and years. */
export function listTurned(before: JudgedDay, after: JudgedDay): Turned[] {
  const earlier = new Map(before.targets.map((judged) => [judged.target.id, judged]))
  const turned = after.targets.flatMap((judged) => {
    const was = earlier.get(judged.target.id)
    return milestoneYears(was?.target, judged.target).flatMap((year): Turned[] => {
      const [from, to] = [standingOf(was?.target, year), standingOf(judged.target, year)]
      if (from?.status === to?.status) return []
      const { id, planCode, regionCode, indicatorCode, indicator } = judged.target
      const findCauses = (): Cause[] =>
        causesOf(groundsOf(was, before.asOf), groundsOf(judged, after.asOf), (grounds) =>
          statusOn(grounds, indicator, year),
        )
      return [
        { targetId: id, planCode, regionCode, indicatorCode, milestoneYear: year, before: from, after: to, findCauses },
      ]
    })
  })
  return [...turned.filter(hasTurned), ...turned.filter((one) => !hasTurned(one))]
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
