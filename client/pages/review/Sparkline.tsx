import type { Milestone } from '../../../server/domain/model.ts'
import type { ReviewItem } from '../../../server/contract/review.ts'
import { toldFigure } from '../../components/told-figure.ts'
import { toYear } from '../../format.ts'
import { language, textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import { SPARK, type Spark, toSpark } from './spark.ts'
import { toSparkSeries } from './spark-series.ts'
import { toldGoal } from './wording.ts'

interface Props {
  item: ReviewItem
  milestone: Milestone | undefined
}

/** The series with the submitted figure, in ink, and the promise, in the accent; the same in words for who does not see it. */
export function Sparkline({ item, milestone }: Props) {
  const series = toSparkSeries(item, milestone)
  if (series === null) return <BuiltByYear item={item} />
  const label = toLabel(item, milestone)
  return (
    <>
      <Drawing spark={toSpark(series, SPARK.wide)} label={label} kind="wide" />
      <Drawing spark={toSpark(series, SPARK.narrow)} label={label} kind="narrow" />
    </>
  )
}

function toLabel({ observation, approved, earlier, indicator }: ReviewItem, milestone: Milestone | undefined): string {
  const text = textOf(reviewText)
  const told = [...earlier, ...(approved ? [approved] : [])]
    .toSorted((a, b) => a.year - b.year)
    .map((one) => `${toYear(one.year, language.value)} ${toldFigure(one, indicator, language.value)}`)
  return text.chart([
    ...(told.length > 0 ? [text.chartFigures(told.join(text.comma))] : []),
    text.chartSubmitted(observation.year, toldFigure(observation, indicator, language.value)),
    ...(milestone ? [text.goal(milestone.year, toldGoal(milestone, indicator, language.value))] : []),
  ])
}

/** What is built or not is told by year: a line between 0 and 1 would say something that is not so. */
function BuiltByYear({ item: { earlier, approved, indicator } }: { item: ReviewItem }) {
  const told = [...earlier, ...(approved ? [approved] : [])].toSorted((a, b) => a.year - b.year).slice(-3)
  return (
    <ul class="built small">
      {told.map((one) => (
        <li key={one.id}>
          <span class="aside">{toYear(one.year, language.value)}</span> {toldFigure(one, indicator, language.value)}
        </li>
      ))}
    </ul>
  )
}

function Drawing({ spark, label, kind }: { spark: Spark; label: string; kind: 'wide' | 'narrow' }) {
  const { width, height, goal, submitted, corrected, baseline, proposedBar, zeroY } = spark
  return (
    <svg class={`spark ${kind}`} width={width} height={height} role="img" aria-label={label}>
      {spark.bars.map((bar) => (
        <rect class="bar" key={bar.x} {...bar} />
      ))}
      {proposedBar && <rect class="bar proposed" {...proposedBar} />}
      {zeroY !== null && <line class="zero" x1="4" x2={width - 4} y1={zeroY} y2={zeroY} />}
      {goal && <line class="goal" x1={goal.from} x2={goal.x} y1={goal.y} y2={goal.y} />}
      {goal && <path class="milestone" d={`M${goal.x} ${goal.y - 4.5}l4.5 4.5-4.5 4.5-4.5-4.5z`} />}
      {baseline && <rect class="baseline" x={baseline.x - 3} y={baseline.y - 3} width="6" height="6" />}
      {spark.bridges.map((d) => (
        <path class="bridge" key={d} d={d} />
      ))}
      {spark.lines.map((d) => (
        <path class="line" key={d} d={d} />
      ))}
      {spark.proposed && <path class="proposed-line" d={spark.proposed} />}
      {spark.points.map(({ x, y, provisional }) => (
        <circle class={provisional ? 'point provisional' : 'point'} key={x} cx={x} cy={y} r="2.5" />
      ))}
      {corrected && submitted && (
        <line class="moved" x1={corrected.x} x2={submitted.x} y1={corrected.y} y2={submitted.y} />
      )}
      {corrected && <circle class="point" cx={corrected.x} cy={corrected.y} r="3.5" />}
      {submitted && <circle class="submitted" cx={submitted.x} cy={submitted.y} r="4.5" />}
      {spark.labels.map(({ x, text, anchor }) => (
        <text key={anchor} x={x} y={SPARK.text} text-anchor={anchor}>
          {text}
        </text>
      ))}
    </svg>
  )
}
