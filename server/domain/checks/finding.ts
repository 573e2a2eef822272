import type { FigureText } from '../model.ts'
import type { Better, Kind } from '../words.ts'

/** Refused while typing and on saving. */
export const MALFORMED_CODES = ['future-year', 'measure-does-not-fit', 'not-built-or-not'] as const
/** Refused at submission: the series, or what the indicator is, forbids it. */
export const REFUSED_CODES = ['outside-bounds', 'negative-flow', 'falling-total'] as const
/** Asked at submission: a note is needed to go on. */
export const ASKED_CODES = [
  'scale-jump',
  'far-from-history',
  'worse-direction',
  'fraction-of-count',
  'more-decimals',
  'same-as-last-year',
] as const
export type CheckCode = (typeof MALFORMED_CODES | typeof REFUSED_CODES | typeof ASKED_CODES)[number]
export type Severity = 'malformed' | 'refused' | 'asked'

/** What the checks need to know of an indicator. */
export interface CheckedIndicator {
  kind: Kind
  better: Better
  min: FigureText | null
  max: FigureText | null
  unitZh: string
  unitEn: string
  decimals: number
}

/** An approved figure of the same region and indicator that is in force. */
export interface OtherFigure {
  year: number
  measure: string
  value: FigureText
  breakBefore: boolean
}

export interface CheckInput {
  indicator: CheckedIndicator
  /** The figure that is entered; a missing one has the value null. */
  figure: { year: number; measure: string; value: FigureText | null; breakBefore: boolean }
  /** In any order, at most one per year and measure; not the one of the entered year and measure. */
  others: readonly OtherFigure[]
  /** The approved value that this one would correct; null where there is none. */
  replaced: FigureText | null
  /** The year in Asia/Shanghai. */
  nowYear: number
}

/** The same for a figure that has a value, and a measure and year that fit. */
export interface ValuedInput extends CheckInput {
  figure: CheckInput['figure'] & { value: FigureText }
}

/** A figure that is compared with. */
export interface YearValue {
  year: number
  value: FigureText
}

interface Said<Code extends CheckCode, Is extends Severity> {
  code: Code
  severity: Is
}

/** What a check found, in plain data: it travels as JSON and is told by `tellFinding`. */
export type Finding =
  | (Said<'future-year', 'malformed'> & { year: number })
  | (Said<'measure-does-not-fit', 'malformed'> & { measure: string; kind: Kind })
  | (Said<'not-built-or-not', 'malformed'> & { value: FigureText })
  | (Said<'outside-bounds', 'refused'> & {
      value: FigureText
      side: 'below' | 'above'
      bound: FigureText
      unitZh: string
      unitEn: string
      /** What it would be with the digits of the last figure; null where that is no sensible number. */
      suggestion: FigureText | null
    })
  | (Said<'negative-flow', 'refused'> & { value: FigureText; kind: Kind })
  | (Said<'falling-total', 'refused'> & { value: FigureText; side: 'below-earlier' | 'above-later'; other: YearValue })
  | (Said<'scale-jump', 'asked'> & {
      value: FigureText
      other: YearValue
      /** Which of the two is the greater, and by what factor, rounded; it is about 10 to the power of `power`. */
      isGreater: boolean
      factor: FigureText
      power: number
      suggestion: FigureText | null
    })
  | (Said<'far-from-history', 'asked'> & {
      value: FigureText
      last: YearValue
      /** The change since the last figure without its sign, and what a year's change usually is; null with few figures. */
      difference: FigureText
      isGreater: boolean
      usual: FigureText | null
    })
  | (Said<'worse-direction', 'asked'> & {
      value: FigureText
      better: Better
      kind: Kind
      /** What it is worse than; null for a change that itself goes the wrong way. */
      last: YearValue | null
    })
  | (Said<'fraction-of-count', 'asked'> & { value: FigureText; unitZh: string; unitEn: string })
  | (Said<'more-decimals', 'asked'> & { value: FigureText; places: number; most: number })
  | (Said<'same-as-last-year', 'asked'> & { value: FigureText; last: YearValue })
