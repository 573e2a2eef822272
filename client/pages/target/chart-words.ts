import type { TargetDetail } from '../../../server/contract/target.ts'
import type { Drawn, DrawnGoal, TargetChartData } from '../../charts/chart-data.ts'
import type { ChartWords, TooltipParts } from '../../charts/chart-dress.ts'
import { isZero, toDate, toFigure, toYear } from '../../format.ts'
import { rangeDash } from '../../goal.ts'
import { COMPARATOR_LABELS } from '../../../server/domain/labels.ts'
import { minus, placesForSum, toPlain, toPrinted, type Wording } from './wording.ts'

/** 2022、2024 or 2006—2019: years one after the other are told as a span. */
export function toYearSpans(years: readonly number[], separator: string): string {
  const spans: [number, number][] = []
  for (const year of years) {
    const last = spans.at(-1)
    if (last && year === last[1] + 1) last[1] = year
    else spans.push([year, year])
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`)).join(separator)
}

/** What is written into the chart of one target, in one language. */
export function toChartWords(detail: TargetDetail, chart: TargetChartData, wording: Wording): ChartWords {
  const { text, language, indicator, brief: said, difference } = wording
  const words = text.chart
  const { kind, better } = indicator
  const isPercent = wording.unit === '%'
  const date = toDate(detail.asOf)
  const { latest } = chart
  const places = latest?.expected
    ? placesForSum(latest.figure, latest.expected.figure, latest.derived, indicator.decimals)
    : undefined
  /** 余 stands between the number and its unit. */
  const inner = (goal: DrawnGoal): boolean => language !== 'en' && /^[余多]$/.test(goal.wordingZh ?? '')
  const goalFigure = (goal: DrawnGoal): string => {
    if (inner(goal)) return `${toPlain(goal.figure, wording)} ${goal.wordingZh}${wording.unit}`
    return goal.high ? toPlain(goal.figure, wording) + rangeDash(language) + said(goal.high.figure) : said(goal.figure)
  }
  const printed = (goal: DrawnGoal): string =>
    language === 'en'
      ? goal.comparator.startsWith('at-') || goal.high
        ? ''
        : COMPARATOR_LABELS[goal.comparator].en
      : inner(goal)
        ? ''
        : toPrinted({ wordingZh: goal.wordingZh, value: goal.figure })
  const isAhead = (latest: Drawn, expected: Drawn): boolean => latest.value > expected.value === (better === 'higher')

  return {
    figure: (figure) => said(figure, true),
    tick: (value) => {
      const figure = toFigure(`${value}`, { language, unit: wording.unit })
      return isPercent ? `${figure}%` : figure
    },
    axis: isPercent || !wording.unit ? '' : words.axis(wording.unit),
    axisCut: words.cut,
    axisJoint: words.axisJoint,
    baseline: (baseline, narrow) => {
      if (narrow) return words.baselineNarrow
      return kind === 'change' || isZero(baseline.figure)
        ? words.baselineZero(baseline.year)
        : words.baseline(baseline.year, said(baseline.figure))
    },
    latest: (latest, narrow) => {
      const figure = said(latest.figure, latest.derived, places)
      if (kind === 'flow') return words.latestSum(figure, latest.year, latest.provisional)
      return narrow
        ? words.latestNarrow(figure, latest.provisional)
        : words.latest(figure, latest.year, latest.provisional)
    },
    expected: (expected, narrow) =>
      (narrow ? words.expectedNarrow : words.expected)(said(expected.figure, true, places)),
    gap: (latest, expected) => {
      const size = difference(minus(latest.figure, expected.figure), places)
      return isAhead(latest, expected) ? words.ahead(size) : words.gap(size)
    },
    goal: (goal, narrow) => [
      narrow ? words.goalNarrow(goalFigure(goal)) : words.goal(goal.year, goalFigure(goal)),
      printed(goal),
    ],
    otherGoal: (goal) => words.goal(goal.year, goalFigure(goal)),
    formerGoal: (goal) => [words.former(goalFigure(goal)), words.formerUntil(toDate(goal.until))],
    upperEnd: (goal) => (goal.high ? words.upper(said(goal.high.figure)) : ''),
    lowerEnd: (goal) => words.lower(said(goal.figure)),
    limit: (goal) => (goal.limit ? words.limit(said(goal.limit.figure, true), better === 'higher') : ''),
    projected: ({ to, slowest, fastest }, narrow) =>
      narrow
        ? [words.projected(said(to.figure, true))]
        : [words.projected(said(to.figure, true)), words.fan(said(slowest.figure, true), said(fastest.figure, true))],
    refused: (refusal) => words.refused[refusal] ?? [],
    noBaseline: words.noBaseline,
    noFigure: words.noFigure,
    reason: (reason) => text.noAssessment[reason],
    missingYears: (years) => words.missingYears(toYearSpans(years, language === 'en' ? ', ' : '、')),
    breakBefore: words.breakBefore,
    now: (narrow) => (narrow ? words.nowNarrow : words.now(date)),
    tooltip: (year, parts) => toTooltip(year, parts, wording),
  }
}

function toTooltip(year: number, { point, bar, path, projected }: TooltipParts, wording: Wording): string {
  const { text, language, said, indicator } = wording
  const words = text.chart.tooltip
  const colon = language === 'en' ? ': ' : '：'
  const lines = [toYear(year, language)]
  const add = (name: string, figure: string) => lines.push(`${name}${colon}${figure}`)
  if (bar) add(words.newInYear, bar.figure === null ? words.missing : said(bar.figure))
  if (point) {
    const figure = said(point.figure, point.derived)
    const marked = point.provisional
      ? language === 'en'
        ? `${figure} (${words.provisional})`
        : `${figure}（${words.provisional}）`
      : figure
    add(indicator.kind === 'flow' ? words.sum : text.table.value, marked)
  }
  if (path) add(words.path, said(path.figure, true))
  if (projected) add(words.projected, said(projected.figure, true))
  return lines.length > 1 ? lines.join('\n') : `${lines[0]}\n${words.none}`
}

/** The chart in words, for those who do not see it: status, latest value and its year, what is promised and projected. */
export function toChartDescription(
  chart: TargetChartData,
  wording: Wording,
  { name, status }: { name: string; status: string },
): string {
  const { text, said, language } = wording
  const words = text.chart
  const { latest, former } = chart
  const first = chart.points[0]
  const figures = latest
    ? words.describeLatest(latest.year, said(latest.figure, latest.derived), latest.provisional) +
      (latest.expected ? words.describeExpected(said(latest.expected.figure, true)) : '') +
      text.plan.end
    : `${chart.reason ? words.describeReason(chart.reason) : words.noFigure}${text.plan.end}`
  const span = first && latest && first.year < latest.year ? words.describeSpan(first.year, latest.year) : ''
  const goals = [...(chart.chosen ? [chart.chosen] : []), ...chart.others]
    .toSorted((a, b) => a.year - b.year)
    .map((goal) =>
      words.describeGoal(
        goal.year,
        goal.high ? toPlain(goal.figure, wording) + rangeDash(language) + said(goal.high.figure) : said(goal.figure),
      ),
    )
  const before = former ? words.describeFormer(said(former.figure), toDate(former.until)) : ''
  const ahead = chart.projection
    ? words.describeProjected(chart.projection.to.year, said(chart.projection.to.figure, true))
    : ''
  const refused = (chart.refused && words.refused[chart.refused]) ?? []
  const notAhead = refused.length > 0 ? refused.join(language === 'en' ? ' ' : '') + text.plan.end : ''
  return words.description(name, status, [figures, span, ...goals, before, ahead, notAhead])
}
