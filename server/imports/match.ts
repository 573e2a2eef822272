import type { SheetRow } from '../contract/entry.ts'
import type { Conversion } from '../domain/typed-figure.ts'
import type { Refusal as FigureRefusal } from '../domain/typed-figure-refusals.ts'
import type { MissingReason } from '../domain/words.ts'
import type { Refusal } from './refused.ts'
import type { Data, Remark } from './table.ts'

/** What the file is to be matched with: the figures that a region is asked for in a year. */
export interface Expected {
  regionCode: string
  regionNameZh: string
  year: number
  rows: readonly ExpectedRow[]
}

export type ExpectedRow = Pick<SheetRow, 'indicator' | 'measure' | 'measures'>

/** One figure of the file. Either `value` or `missingReason` is null, never both. */
export interface Entry {
  row: number
  indicatorCode: string
  measure: string
  value: string | null
  missingReason: MissingReason | null
  provisional: boolean
  source: string | null
  note: string | null
  /** The text of the cell that holds the figure. */
  typed: string
  /** What was done to it to make the figure of it. */
  conversions: Conversion[]
  /** What is to be told of the cell that holds the figure: calculated, rounded, shown otherwise, hidden. */
  remarks: Remark[]
}

export type ProblemCode =
  | 'figure'
  | 'missing-needs-reason'
  | 'date-cell'
  | 'formula-empty'
  | 'merged-cells'
  | 'no-indicator'
  | 'unknown-indicator'
  | 'name-of-several'
  | 'name-not-of-code'
  | 'measure-unknown'
  | 'unit-differs'
  | 'twice'
  | 'value-and-reason'
  | 'reason-unknown'
  | 'provisional-unknown'
  | 'source-too-long'
  | 'note-too-long'
  | 'other-region'
  | 'other-year'

/** A column as a person finds it: the letter that the spreadsheet shows, and its header. */
export interface ColumnName {
  letter: string
  header: string
}

export interface Problem {
  row: number
  /** Null where the whole row is meant. */
  column: ColumnName | null
  code: ProblemCode
  data: Data
  /** Why the text is no figure; with code `figure` only. */
  figure?: FigureRefusal
}

/** What is in the file and was not taken, without being wrong. */
export type Ignored =
  | { column: ColumnName; why: 'unknown-column' | 'not-imported' | 'other-year' }
  | { row: number; why: 'no-figure' }

export type Match =
  | {
      is: 'matched'
      entries: Entry[]
      problems: Problem[]
      ignored: Ignored[]
      /** Rows of known indicators in which neither a figure nor a reason is filled in. */
      unfilled: number
    }
  | { is: 'refused'; refusal: Refusal }
