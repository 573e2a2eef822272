import type { Drawn, TargetChartData } from './chart-data.ts'
import { type ChartDress, TEXT } from './chart-dress.ts'
import { hasBracket } from './guide-series.ts'
import { emptyBarHeight } from './observed-series.ts'
import { type LabelLine, type Spot, textWidth, type Wish } from './place-labels.ts'
import type { PlotFrame } from './plot-frame.ts'
import { wrapText } from './wrap-text.ts'

const UP: readonly Spot[] = ['above', 'above-left', 'above-right', 'left', 'right', 'below-right', 'below']
const DOWN: readonly Spot[] = ['below', 'below-right', 'below-left', 'right', 'left', 'above-left', 'above']
/** Under a line that falls to the right the room is on the left. */
const UNDER: readonly Spot[] = ['below-left', 'left', 'below', 'below-right', 'right', 'above-left']
const ENDING: readonly Spot[] = ['above-left', 'left', 'below-left', 'above', 'below']
const AROUND: readonly Spot[] = [
  'below-left',
  'below',
  'above',
  'above-left',
  'left',
  'right',
  'above-right',
  'below-right',
]

/** A sentence in the chart is broken into lines of this many px at least. */
const MIN_ROOM = 120

/** Refusals that say something about the future of the line; the others are said by the status already. */
const TOLD_REFUSALS = ['too-few-figures', 'outdated', 'incomplete-years']

type Tone = 'ink' | 'ink2' | 'ink3' | 'accent'

/** Makes the lines of one label: the first in full weight or size, the ones after it small. */
const linesIn =
  ({ colours }: ChartDress) =>
  (texts: readonly string[], tone: Tone, bold = false): LabelLine[] =>
    texts.filter(Boolean).map((text, index) => ({
      text,
      size: index === 0 ? TEXT.normal : TEXT.small,
      bold: bold && index === 0,
      colour: index === 0 ? colours[tone] : colours.ink3,
    }))

/** What stands at the right end of the lines: in a margin of its own where there is room, else beside its mark. */
export function toEndWishes(chart: TargetChartData, dress: ChartDress, frame: Place): Wish[] {
  const { words } = dress
  const lines = linesIn(dress)
  const wish = (id: string, mark: Drawn, texts: readonly string[], tone: Tone, bold: boolean): Wish => ({
    id,
    lines: lines(frame.narrow ? texts.slice(0, 1) : texts, tone, bold),
    x: frame.x(mark.year),
    y: frame.y(mark.value),
    spots: ENDING,
    essential: id === 'goal',
    movable: true,
    distance: 12,
  })
  const wishes: Wish[] = []
  const { chosen, former, projection } = chart
  if (chosen) wishes.push(wish('goal', chosen.end, words.goal(chosen, frame.narrow), 'accent', true))
  if (chosen?.high) {
    const upper = chosen.high.value === chosen.end.value ? { ...chosen.high, value: chosen.value } : chosen.high
    const text = upper === chosen.high ? words.upperEnd(chosen) : words.lowerEnd(chosen)
    wishes.push(wish('other-end', upper, [text], 'accent', false))
  }
  if (chosen?.limit && !frame.narrow) wishes.push(wish('limit', chosen.limit, [words.limit(chosen)], 'ink3', false))
  if (projection) {
    const label = wish('projected', projection.to, words.projected(projection, frame.narrow), 'ink', true)
    // In the plot it must not lie on a line or away from its mark; the sentence beside the chart tells the pace as well.
    wishes.push(frame.narrow ? { ...label, clear: true, movable: false } : label)
  }
  if (chart.latest && endsWithGoal(chart, frame)) {
    wishes.push(wish('latest', chart.latest, [words.latest(chart.latest, false)], 'ink', true))
  }
  if (former && !frame.narrow) wishes.push(wish('former', former.end, words.formerGoal(former), 'accent', false))
  return wishes
}

/** The line ends where its milestone stands: its label is in the margin too, else it would lie beside an earlier year. */
const endsWithGoal = ({ latest, chosenYear }: TargetChartData, { narrow }: Place): boolean =>
  latest !== null && latest.year >= chosenYear && !narrow

type Place = Pick<PlotFrame, 'x' | 'y' | 'narrow' | 'top' | 'height' | 'bottom' | 'xMin' | 'xMax' | 'scale'>

/** What stands inside the drawing, the most important first. */
export function toPlotWishes(chart: TargetChartData, dress: ChartDress, frame: PlotFrame): Wish[] {
  const { words } = dress
  const { narrow } = frame
  const lines = linesIn(dress)
  const wishes: Wish[] = []
  const add = (id: string, at: [number, number], label: LabelLine[], spots: readonly Spot[], more?: Partial<Wish>) =>
    wishes.push({ id, lines: label, x: at[0], y: at[1], spots, essential: false, ...more })
  const { latest, chosen } = chart
  const on = (mark: Drawn): [number, number] => [frame.x(mark.year), frame.y(mark.value)]

  if (latest) {
    const isAbove = !latest.expected || latest.value >= latest.expected.value
    const text = [words.latest(latest, narrow)]
    if (!endsWithGoal(chart, frame)) {
      add('latest', on(latest), lines(text, 'ink', true), isAbove ? UP : DOWN, { essential: true })
    }
    if (latest.expected && hasBracket(chart, frame) && latest.year < chart.chosenYear) {
      const middle = (frame.y(latest.value) + frame.y(latest.expected.value)) / 2
      const at: [number, number] = [frame.x(latest.year) + 16, middle]
      add(
        'gap',
        at,
        lines([words.gap(latest, latest.expected)], 'ink', true),
        ['right', 'below-right', 'above-right', 'below', 'above'],
        { distance: 5, movable: true, clear: true },
      )
      add(
        'expected',
        on(latest.expected),
        lines([words.expected(latest.expected, narrow)], 'accent'),
        isAbove ? UNDER : UP,
        { movable: true, clear: true },
      )
    }
  } else {
    const sentence = chart.reason ? words.reason(chart.reason) : words.noFigure
    const from = chart.breakYears[0] ?? frame.xMin
    // Within what is left of the lines, which a long sentence would cross.
    const room = Math.max((frame.x(frame.xMax) - frame.x(from)) * 0.55, MIN_ROOM)
    const told = wrapText(sentence, room, (part) => textWidth(part, TEXT.normal)).flatMap((part) =>
      lines([part], 'ink'),
    )
    const middle: [number, number] = [
      (frame.x(from) + frame.x(frame.xMax)) / 2,
      (frame.top + frame.height - frame.bottom) / 2,
    ]
    add('no-figure', middle, told, ['above', 'below', ...AROUND], {
      essential: true,
      clear: true, // never across the path
      distance: 0,
    })
  }
  if (chosen && !chosen.baseline) {
    const at: [number, number] = [frame.x(frame.xMin) + 4, frame.height - frame.bottom - 8]
    add('no-baseline', at, lines([words.noBaseline], 'ink3'), ['above-right'], { essential: true, distance: 4 })
  }
  if (chosen?.baseline) {
    add(
      'baseline',
      on(chosen.baseline),
      lines([words.baseline(chosen.baseline, narrow)], 'accent'),
      ['above-right', 'below-right', 'above', 'below', 'right'],
      { movable: true, clear: true },
    )
  }
  if (latest && chart.refused && TOLD_REFUSALS.includes(chart.refused) && latest.year < chart.chosenYear) {
    add(
      'refused',
      on(latest),
      lines(words.refused(chart.refused), 'ink2'),
      ['right', 'below-right', 'above-right', 'below'],
      // A line that ends without a word why is taken for forgotten: rather away from its mark than not at all.
      { distance: 22, essential: true, clear: true },
    )
  }
  for (const goal of chart.others)
    add(`other-${goal.year}`, on(goal.end), lines([words.otherGoal(goal)], 'accent'), AROUND, { distance: 12 })
  addGaps(chart, dress, frame, add)
  return wishes
}

type Add = (id: string, at: [number, number], label: LabelLine[], spots: readonly Spot[], more?: Partial<Wish>) => void

/** Years without a figure, breaks of the series and the day that is looked at. */
function addGaps(chart: TargetChartData, dress: ChartDress, frame: PlotFrame, add: Add): void {
  const { words } = dress
  const lines = (text: string): LabelLine[] => [{ text, size: TEXT.small, bold: false, colour: dress.colours.ink3 }]
  const missingBars = chart.bars.filter((bar) => bar.value === null)
  const lastBar = missingBars.at(-1)
  if (lastBar) {
    const at: [number, number] = [frame.x(lastBar.year), frame.y(emptyBarHeight(frame))]
    add(
      'missing-bars',
      at,
      lines(words.missingYears(missingBars.map((bar) => bar.year))),
      ['above', 'above-right', 'right', 'below-right'],
      { movable: true, distance: 5 },
    )
  }
  const firstGap = chart.missingYears[0]
  if (firstGap !== undefined) {
    const after = chart.points.find((point) => point.year > firstGap)
    const before = chart.points.findLast((point) => point.year < firstGap) ?? chart.chosen?.baseline
    if (after && before) {
      const at: [number, number] = [
        (frame.x(before.year) + frame.x(after.year)) / 2,
        (frame.y(before.value) + frame.y(after.value)) / 2,
      ]
      const spots: readonly Spot[] = ['above', 'below', 'above-right', 'below-left']
      add('missing-years', at, lines(words.missingYears(chart.missingYears)), spots, { movable: true, clear: true })
    }
  }
  for (const year of chart.breakYears) {
    add(`break-${year}`, [frame.x(year - 0.5), frame.top + 12], lines(words.breakBefore), ['right', 'left'], {
      essential: true,
      distance: 5,
    })
  }
  if (chart.now > frame.xMin && chart.now < frame.xMax) {
    add(
      'now',
      [frame.x(chart.now), frame.top + 4],
      lines(words.now(frame.narrow)),
      ['above-right', 'above', 'above-left'],
      { distance: 6 },
    )
  }
}
