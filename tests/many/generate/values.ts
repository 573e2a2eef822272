import type { Indicator } from '../../../server/contract/reference.ts'
import { draw } from './draw.ts'
import { FIRST_YEAR } from './size.ts'

// What the figures of an indicator and organisation are: each follows from the seed and its own place alone.

/** The figures of one indicator and organisation. */
export interface Series {
  seed: number
  /** Counted over all indicators and organisations. */
  number: number
  indicator: Indicator
}

/** The year against which changes are told, where they are not told on the year before. */
export const BASE_YEAR = 2020

const START = 0
const SLOPE = 1
const MEASURE = 2
const NOISE = 10

/** Every third series of a change is told against 2020 once that is past. */
export function measureOf({ seed, number, indicator }: Series, year: number): string {
  if (indicator.kind !== 'change') return 'value'
  return year > BASE_YEAR && draw(seed, number, MEASURE) < 1 / 3 ? `since:${BASE_YEAR}` : 'yoy'
}

/** A figure as it is entered; corrected, a little off. Running totals do not fall, either way. */
export function valueOf(series: Series, year: number, isCorrected: boolean): string {
  const { seed, number, indicator } = series
  const years = year - FIRST_YEAR
  const noise = draw(seed, number, NOISE + years)
  const start = draw(seed, number, START)
  const slope = draw(seed, number, SLOPE)
  const off = isCorrected ? 1.004 : 1
  switch (indicator.kind) {
    case 'done':
      return years >= 7 + start * 14 ? '1' : '0'
    case 'cumulative':
      return String(Math.floor((1 + slope * 60) * (years + noise * 0.9 + (isCorrected ? 0.09 : 0)) + start * 100))
    case 'flow':
      return String(Math.round((2 + start * 90) * (0.6 + noise * 0.8) * (1 + slope * 0.05 * years) * off))
    case 'change':
      return toText(changeOf(series, year, start, noise) * off, indicator)
    case 'level':
      return toText(levelOf(indicator, start, slope, years) * (0.985 + noise * 0.03) * off, indicator)
  }
}

function levelOf({ better, unitZh }: Indicator, start: number, slope: number, years: number): number {
  const growth = 1 + (slope * 0.05 - 0.008) * years
  if (unitZh === '%') return (0.5 + start * 45) * growth
  return better === 'lower' ? (5 + start * 60) * (1 - slope * 0.03 * years) : (20 + start * start * 8000) * growth
}

function changeOf(series: Series, year: number, start: number, noise: number): number {
  const perYear = (series.indicator.better === 'lower' ? -1 : 1.5) * (start * 4 - 0.4)
  if (measureOf(series, year) === 'yoy') return perYear + (noise - 0.5) * 3
  return perYear * (year - BASE_YEAR) + (noise - 0.5) * 2
}

/** Without a sign before nothing. */
export function toText(value: number, { decimals }: Indicator): string {
  const text = value.toFixed(decimals)
  return value <= 0 && Number(text) === 0 ? text.replace('-', '') : text
}
