import type Fraction from 'fraction.js'
import type { Observation } from '../../server/contract/observation.ts'
import type { Indicator } from '../../server/contract/reference.ts'
import type { TargetDetail } from '../../server/contract/target.ts'
import { isNewBreak } from '../../server/domain/breaks.ts'
import { toDerivedFigure, toFraction } from '../../server/domain/decimal.ts'
import { findGoal, type Goal } from '../../server/domain/goal.ts'
import type { Baseline, Figure, Milestone, Progress } from '../../server/domain/model.ts'
import { promisedMilestones } from '../../server/domain/milestones.ts'
import { expectedValue, type Start } from '../../server/domain/path.ts'
import type { Point } from '../../server/domain/points.ts'
import { judge, type Judgement } from '../../server/domain/status.ts'
import type { Drawn, DrawnGoal, FormerGoal, ObservedPoint, TargetChartData, YearBar } from './chart-data.ts'
import { toProjection } from './projection.ts'

const drawn = (year: number, exact: Fraction, decimals: number): Drawn => ({
  year,
  value: exact.valueOf(),
  figure: toDerivedFigure(exact, decimals),
})

const entered = (year: number, figure: string): Drawn => ({ year, value: Number(figure), figure })

export const toStart = (baseline: Baseline | null): Start | undefined =>
  baseline ? { year: baseline.year, value: toFraction(baseline.value) } : undefined

/** A milestone with its path, year by year from its own baseline: each point is the one that the status is judged by. */
export function toDrawnGoal(milestone: Milestone, indicator: Indicator): DrawnGoal | null {
  const goal = findGoal(milestone, indicator)
  if (!goal || milestone.value === null) return null
  const { decimals } = indicator
  const start = toStart(milestone.baseline)
  return {
    year: milestone.year,
    comparator: milestone.comparator,
    value: Number(milestone.value),
    figure: milestone.value,
    high: milestone.valueHigh === null ? null : entered(milestone.year, milestone.valueHigh),
    limit: milestone.comparator === 'about' ? drawn(milestone.year, goal.edge, decimals) : null,
    end: entered(milestone.year, goal.text),
    baseline: milestone.baseline ? entered(milestone.baseline.year, milestone.baseline.value) : null,
    path: start ? toPath(start, goal, decimals) : [],
    wordingZh: milestone.wordingZh,
  }
}

function toPath(start: Start, goal: Goal, decimals: number): Drawn[] {
  const years = Array.from({ length: goal.year - start.year + 1 }, (_, index) => start.year + index)
  return years.map((year) => drawn(year, expectedValue(start, goal, year), decimals))
}

/** The place of an instant on the axis: the figure of 2025 stands at the end of 2025, so 18 March 2026 is at 2025.21. */
export function toYearPlace(instant: string): number {
  const shanghai = new Date(Date.parse(instant) + 8 * 3_600_000)
  const year = shanghai.getUTCFullYear()
  const start = Date.UTC(year, 0, 1)
  return year - 1 + (shanghai.getTime() - start) / (Date.UTC(year + 1, 0, 1) - start)
}

/** The Asia/Shanghai year of an instant. */
export const toNowYear = (instant: string): number => Math.floor(toYearPlace(instant)) + 1

const toFigureOf = (observation: Observation): Figure[] =>
  observation.value === null
    ? []
    : [
        {
          id: observation.id,
          year: observation.year,
          measure: observation.measure,
          value: observation.value,
          provisional: observation.provisional,
          breakSeq: observation.breakBefore ? observation.id : null,
        },
      ]

/** The judgement of a milestone by the same function as on the server, for the points and exact paces that it rests on. */
export function judgeMilestone(detail: TargetDetail, milestone: Milestone): Judgement {
  const revisions = detail.revisions.map(({ id, milestones }) => ({ seq: id, milestones }))
  const tracked = promisedMilestones(revisions).find((one) => one.promised.milestone.year === milestone.year)
  return judge({
    indicator: detail.indicator,
    promised: tracked?.promised ?? { milestone, baselineSeq: 0 },
    original: tracked?.original ?? null,
    figures: detail.observations.flatMap(toFigureOf),
    nowYear: toNowYear(detail.asOf),
  })
}

/** A sum or a product across a break of the series is no figure: such points are not drawn. */
function pointsOf({ series, acrossBreak, input }: Judgement): readonly Point[] {
  const isDerived = input.indicator.kind === 'flow' || input.indicator.kind === 'change'
  if (!acrossBreak || !isDerived) return series.points
  const broken = series.compared.find((figure) => isNewBreak(figure, input.promised.baselineSeq))
  return series.points.filter((point) => broken === undefined || point.year < broken.year)
}

function toObserved(detail: TargetDetail, judgement: Judgement): ObservedPoint[] {
  const { kind, decimals } = detail.indicator
  const sums = kind === 'flow' || kind === 'change'
  const from = judgement.start?.year ?? Number.NEGATIVE_INFINITY
  const known = detail.observations.filter((one) => one.value !== null && one.year > from)
  return pointsOf(judgement).map(({ year, value }) => {
    const ofYear = known.filter((one) => one.year === year)
    const figure = kind === 'flow' ? undefined : ofYear.find((one) => one.measure !== 'yoy')?.value
    return {
      ...(figure ? entered(year, figure) : drawn(year, value, decimals)),
      provisional: (sums && !figure ? known.filter((one) => one.year <= year) : ofYear).some((one) => one.provisional),
      breakBefore: ofYear.some((one) => one.breakBefore),
      derived: !figure,
    }
  })
}

/** The years of a flow, from the first one that counts to the last one that is known or said to be missing. */
function toBars(detail: TargetDetail, milestone: Milestone): YearBar[] {
  if (detail.indicator.kind !== 'flow') return []
  const from = milestone.baseline?.year ?? Number.NEGATIVE_INFINITY
  const used = detail.observations.filter((one) => one.year > from && one.year <= milestone.year)
  const years = used.map((one) => one.year)
  if (years.length === 0) return []
  const first = milestone.baseline ? milestone.baseline.year + 1 : Math.min(...years)
  const last = Math.max(...years, Math.min(milestone.year, Math.floor(toYearPlace(detail.asOf))))
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index
    const figure = used.find((one) => one.year === year)?.value ?? null
    const provisional = used.find((one) => one.year === year)?.provisional ?? false
    return { year, value: figure === null ? null : Number(figure), figure, provisional }
  })
}

/** The promise that the first revision made, where it was another one and stands on the same base year. */
function toFormer(detail: TargetDetail, progress: Progress): FormerGoal | null {
  const { original } = progress
  if (!original || original.baseline?.year !== progress.baseline?.year) return null
  const goal = toDrawnGoal({ ...original.milestone, baseline: original.baseline }, detail.indicator)
  const first = JSON.stringify(detail.revisions[0]?.milestones)
  const ended = detail.revisions.find((revision) => JSON.stringify(revision.milestones) !== first)
  return goal && { ...goal, until: ended?.at ?? detail.asOf }
}

/** Years that nobody reported; a reported change that cannot be told against the base year is not missing. */
function toMissingYears(detail: TargetDetail, points: readonly Drawn[], baseline: Drawn | null): number[] {
  const years = points.map((point) => point.year)
  const known = detail.observations.flatMap((one) => (one.value === null ? [] : one.year))
  const last = years.at(-1)
  // Before its first figure a change against a base year owes nothing.
  const first = detail.indicator.kind === 'change' ? years[0] : (baseline?.year ?? years[0])
  if (first === undefined || last === undefined) return []
  const between = Array.from({ length: last - first }, (_, index) => first + index + 1)
  return between.filter((year) => !years.includes(year) && !known.includes(year))
}

/** Years from which on the figures cannot be compared with those before. */
function toBreakYears(detail: TargetDetail, milestone: Milestone): number[] {
  const from = milestone.baseline?.year ?? Number.NEGATIVE_INFINITY
  const broken = detail.observations.filter((one) => one.breakBefore && one.year > from && one.year <= milestone.year)
  return [...new Set(broken.map((one) => one.year))]
}

/** What the chart of a target shows when the milestone of `year` is the chosen one; undefined without such a milestone. */
export function toTargetChart(detail: TargetDetail, year: number): TargetChartData | undefined {
  const milestone = detail.milestones.find((one) => one.year === year)
  const progress = detail.progress.find((one) => one.milestoneYear === year)
  if (!milestone || !progress) return undefined
  const { kind, better, decimals } = detail.indicator
  const judgement = judgeMilestone(detail, milestone)
  const points = toObserved(detail, judgement)
  const chosen = toDrawnGoal(milestone, detail.indicator)
  const last = points.at(-1)
  const expected = progress.expected
  return {
    kind,
    better,
    decimals,
    points,
    bars: toBars(detail, milestone),
    chosen,
    chosenYear: year,
    others: detail.milestones
      .filter((one) => one.year !== year && one.baseline?.year === milestone.baseline?.year)
      .flatMap((one) => toDrawnGoal(one, detail.indicator) ?? []),
    former: toFormer(detail, progress),
    latest:
      last && progress.latest?.year === last.year
        ? { ...last, expected: expected === null ? null : entered(last.year, expected) }
        : null,
    projection: toProjection(judgement),
    refused: progress.projectionRefused,
    reason: progress.reason,
    missingYears: kind === 'flow' ? [] : toMissingYears(detail, points, chosen?.baseline ?? null),
    breakYears: toBreakYears(detail, milestone),
    now: toYearPlace(detail.asOf),
  }
}
