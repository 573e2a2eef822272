import type { Indicator } from '../../server/contract/reference.ts'
import type { EnteredFigure } from '../../server/observations/rows.ts'

// Figures of one indicator and region as they could be: some ahead of their path, some behind, some missing, old or corrected.

type Random = () => number

export const FIRST_YEAR = 2020
export const LAST_YEAR = 2025

/** One indicator of one region: where it starts, what ten years should bring, and what was reported. */
export interface Series {
  regionCode: string
  indicator: Indicator
  start: number
  /** What it is to gain from 2020 to 2030; below zero where less is better. */
  gain: number
  figures: EnteredFigure[]
}

export const textOf = (value: number, { decimals }: Indicator): string =>
  value.toFixed(decimals).replace(/^-(0(\.0+)?)$/, '$1')

export const chance = (random: Random, share: number): boolean => random() < share

export function makeSeries(random: Random, regionCode: string, indicator: Indicator): Series {
  const isPercent = indicator.unitZh === '%'
  const start = startOf(random, indicator)
  const gain = gainOf(random, indicator, start, isPercent)
  const until = LAST_YEAR - pick(random, [0, 0, 0, 0, 0, 0, 0, 1, 1, 3])
  // One in twenty-five was never reported.
  const years = chance(random, 0.04) ? [] : range(indicator.kind === 'level' ? FIRST_YEAR : FIRST_YEAR + 1, until)
  const pace = random() * 1.5 - 0.1
  const figures = years.flatMap((year) => {
    if (chance(random, 0.03)) return []
    const value = textOf(valueOf(random, { indicator, start, gain, pace, year }), indicator)
    return figuresOf(random, { regionCode, indicatorCode: indicator.code, year, value, isLast: year === until })
  })
  return { regionCode, indicator, start, gain, figures: indicator.kind === 'change' ? figures.map(asChange) : figures }
}

const asChange = (figure: EnteredFigure): EnteredFigure => ({ ...figure, measure: 'yoy' })

function startOf(random: Random, { kind, decimals, unitZh }: Indicator): number {
  if (kind !== 'level') return 0
  if (unitZh === '%') return 2 + random() * 40
  return decimals > 0 ? 1 + random() * 60 : 5 + Math.round(random() * 400)
}

function gainOf(random: Random, { kind, better }: Indicator, start: number, isPercent: boolean): number {
  if (kind === 'done') return 1
  if (kind === 'change') return (better === 'lower' ? -1 : 1) * (15 + random() * 20)
  if (kind === 'level') return start * (isPercent ? 0.2 + random() * 0.5 : 0.3 + random() * 1.2)
  return 10 + Math.round(random() * 190)
}

interface Point {
  indicator: Indicator
  start: number
  gain: number
  pace: number
  year: number
}

function valueOf(random: Random, { indicator: { kind }, start, gain, pace, year }: Point): number {
  const perYear = (gain / 10) * pace
  const years = year - FIRST_YEAR
  switch (kind) {
    case 'done':
      return pace > 0.9 && year >= FIRST_YEAR + 4 ? 1 : 0
    case 'change':
      return perYear * (0.5 + random())
    case 'flow':
      return Math.max(0, Math.round(perYear * (0.5 + random())))
    case 'cumulative':
      return Math.max(0, Math.round(perYear * years))
    case 'level':
      return Math.max(0, start + perYear * (years + (years > 0 ? random() - 0.5 : 0)))
  }
}

interface Given {
  regionCode: string
  indicatorCode: string
  year: number
  value: string
  isLast: boolean
}

/** A figure, and now and then the correction that followed. */
function figuresOf(random: Random, { isLast, ...given }: Given): EnteredFigure[] {
  const isMissing = isLast && chance(random, 0.03)
  const figure: EnteredFigure = {
    ...given,
    measure: 'value',
    revision: 1,
    value: isMissing ? null : given.value,
    missingReason: isMissing ? 'not-yet-published' : null,
    provisional: isLast && !isMissing && chance(random, 0.2),
    breakBefore: given.year > FIRST_YEAR + 1 && chance(random, 0.005),
    source: '科技统计年报（示例）',
    note: null,
    correction: null,
    sample: true,
  }
  if (isMissing || !chance(random, 0.04)) return [figure]
  const correction = { code: 'source-revised', reason: '统计部门修订（示例）' } as const
  return [figure, { ...figure, revision: 2, provisional: false, correction }]
}

export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}
