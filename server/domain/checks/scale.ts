import Fraction from 'fraction.js'
import { placesOf, shiftPoint } from '../decimal-text.ts'
import { roundHalfAway, toFraction } from '../decimal.ts'
import type { FigureText } from '../model.ts'
import type { ValuedInput, YearValue } from './finding.ts'
import { comparable, isNegative, isZero } from './history.ts'

/** How far a ratio may be from a power of ten, in percent of it, and still be taken for it. */
export const NEARNESS_PERCENT = 15
const NEARNESS = new Fraction(NEARNESS_PERCENT, 100)
/** 10^12: 万亿, the largest unit in use. */
export const LARGEST_POWER = 12
/** Changes in percent below this are so small that a factor between two of them says nothing. */
const LARGE_CHANGE = new Fraction(10)

/** How a figure stands to the one that it is compared with, where one is about ten, a hundred, … times the other. */
export interface Scale {
  other: YearValue
  isGreater: boolean
  factor: FigureText
  power: number
  suggestion: FigureText | null
}

/**
 * Whether the figure is about a power of ten of its neighbour: the nearest earlier figure, without one the nearest later.
 *
 * The suggestion moves the point back, where that leaves no more digits after it than the series has had.
 *
 * Source: METHOD.md, "Checks on entry"
 */
export function scaleOf(input: ValuedInput): Scale | undefined {
  const { indicator, figure } = input
  const { earlier, later } = comparable(input)
  const other = earlier.at(-1) ?? later[0]
  if (indicator.kind === 'done' || !other || !isOneSide(figure.value, other.value)) return undefined
  const [size, otherSize] = [toFraction(figure.value).abs(), toFraction(other.value).abs()]
  const isGreater = size.gt(otherSize)
  const [great, small] = isGreater ? [size, otherSize] : [otherSize, size]
  if (indicator.kind === 'change' && great.lt(LARGE_CHANGE)) return undefined
  const ratio = great.div(small)
  const power = powerNear(ratio)
  if (power === undefined) return undefined
  const moved = shiftPoint(figure.value, isGreater ? -power : power)
  const most = Math.max(indicator.decimals, ...[...earlier, ...later].map(({ value }) => placesOf(value)))
  const { year, value } = other
  const suggestion = placesOf(moved) <= most ? moved : null
  return { other: { year, value }, isGreater, factor: factorText(ratio, power), power, suggestion }
}

const isOneSide = (a: FigureText, b: FigureText): boolean => !isZero(a) && !isZero(b) && isNegative(a) === isNegative(b)

function powerNear(ratio: Fraction): number | undefined {
  for (let power = 1; power <= LARGEST_POWER; power++) {
    const share = ratio.div(new Fraction(10n ** BigInt(power)))
    if (share.sub(1).abs().lte(NEARNESS)) return power
  }
  return undefined
}

/** 10.0, 9.3, and whole numbers from about a hundred on. */
function factorText(ratio: Fraction, power: number): FigureText {
  const text = roundHalfAway(ratio, power === 1 ? 1 : 0)
  return power === 1 && !text.includes('.') ? `${text}.0` : text
}
