/** A value axis: `ticks` from `min` to `max`, all of them multiples of `step`. */
export interface ValueScale {
  min: number
  max: number
  step: number
  ticks: number[]
  /** False where the axis was cut above zero, which must then be said. */
  fromZero: boolean
}

const NICE = [1, 2, 2.5, 5, 10]
/** Values that all lie in the upper part of the scale would be a flat line at its top: then the axis is cut. */
const FLAT_BELOW = 0.25

const niceStep = (rough: number, whole: boolean): number => {
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (NICE.find((nice) => nice * power >= rough * 0.999) ?? 10) * power
  return whole ? Math.max(1, Math.ceil(step)) : step
}

const clean = (value: number): number => Number(value.toPrecision(12)) + 0

/**
 * Round marks around `values`, about `count` of them.
 *
 * Bars need zero; a line of values that lie close together may do without, but never hides that it does.
 */
export function toValueScale(
  values: readonly number[],
  options: { count: number; mustStartAtZero: boolean; whole: boolean },
): ValueScale {
  const finite = values.filter(Number.isFinite)
  const low = Math.min(...finite, Number.POSITIVE_INFINITY)
  const high = Math.max(...finite, Number.NEGATIVE_INFINITY)
  if (low > high) return toValueScale([0, 1], options)
  const reach = Math.max(Math.abs(low), Math.abs(high))
  const flat = low > 0 && (high - low) / reach < FLAT_BELOW && high > low
  const cut = flat && !options.mustStartAtZero
  const from = cut ? low : Math.min(0, low)
  const to = high === from && from === 0 ? 1 : Math.max(high, cut ? high : 0)
  const step = niceStep((to - from) / options.count, options.whole)
  const margin = cut ? step * 0.3 : 0
  const min = clean(Math.floor((from - margin) / step + 1e-9) * step)
  const max = clean(Math.ceil((to + margin) / step - 1e-9) * step)
  const ticks: number[] = []
  for (let index = 0; min + index * step <= max + step * 1e-6; index++) ticks.push(clean(min + index * step))
  return { min, max, step, ticks, fromZero: min <= 0 }
}

/**
 * The years that are written under the axis: all of them where there is room, else the ones that matter first.
 *
 * @param important in falling order of importance
 * @param room how many px a year's label needs
 */
export function toYearLabels(
  first: number,
  last: number,
  important: readonly number[],
  pxPerYear: number,
  room: number,
): number[] {
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  if (pxPerYear >= room) return all
  const chosen: number[] = []
  const fives = all.filter((year) => year % 5 === 0)
  for (const year of [...important, first, last, ...fives, ...all]) {
    const fits = chosen.every((other) => Math.abs(other - year) * pxPerYear >= room)
    if (fits && year >= first && year <= last) chosen.push(year)
  }
  // A regular step reads better than whatever happened to fit: fill up only where the gaps are alike.
  return chosen.filter((year) => important.includes(year) || year === first || year % 5 === 0).toSorted((a, b) => a - b)
}
