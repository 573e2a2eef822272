import { toFraction } from '../decimal.ts'
import type { FigureText } from '../model.ts'
import type { OtherFigure, ValuedInput } from './finding.ts'

const byYear = (a: OtherFigure, b: OtherFigure): number => a.year - b.year

/**
 * The figures that the entered one can be compared with: of the same measure, and with no break of the series between the
 * two, whatever figure says so. Oldest first.
 *
 * Source: METHOD.md, "Checks on entry"
 */
export function comparable({ figure, others }: ValuedInput): { earlier: OtherFigure[]; later: OtherFigure[] } {
  const { year, measure } = figure
  const breaks = others.flatMap((other) => (other.breakBefore ? other.year : []))
  if (figure.breakBefore) breaks.push(year)
  const isBroken = (from: number, to: number) => breaks.some((before) => before > from && before <= to)
  const same = others.filter((other) => other.measure === measure).sort(byYear)
  return {
    earlier: same.filter((other) => other.year < year && !isBroken(other.year, year)),
    later: same.filter((other) => other.year > year && !isBroken(year, other.year)),
  }
}

/** Whether two figures are the same number: 20.10 is 20.1. */
export const isSame = (a: FigureText, b: FigureText): boolean => toFraction(a).equals(toFraction(b))

export const isZero = (figure: FigureText): boolean => !/[1-9]/.test(figure)

export const isNegative = (figure: FigureText): boolean => figure.startsWith('-') && !isZero(figure)
