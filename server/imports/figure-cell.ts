import { type Conversion, readTypedFigure } from '../domain/typed-figure.ts'
import type { Wanted } from '../domain/typed-figure-wanted.ts'
import type { Refusal as FigureRefusal } from '../domain/typed-figure-refusals.ts'
import type { MissingReason } from '../domain/words.ts'
import type { ProblemCode } from './match.ts'
import type { RowBelow } from './rows-below.ts'
import type { Data, Remark } from './table.ts'

export interface CellFigure {
  value: string | null
  missingReason: MissingReason | null
  typed: string
  conversions: Conversion[]
}

export type FigureCell =
  | { is: 'figure'; figure: CellFigure }
  | { is: 'problem'; code: ProblemCode; data: Data; figure?: FigureRefusal }

/**
 * The figure of a row from its cell and the reason beside it. A sign that there is no number is taken where it, or the
 * reason beside it, says why; a number beside a reason is a contradiction.
 */
export function readFigureCell(row: RowBelow, wanted: Wanted, reason: MissingReason | null): FigureCell {
  const text = row.text('value')
  const has = (code: Remark['code']): boolean => row.remarks.some((remark) => remark.code === code)
  if (has('formula-empty')) return { is: 'problem', code: 'formula-empty', data: {} }
  if (has('date-cell')) return { is: 'problem', code: 'date-cell', data: { text } }
  const read = readTypedFigure(text, wanted)
  if (read.is === 'refused') return { is: 'problem', code: 'figure', data: {}, figure: read }
  if (read.is === 'figure') {
    if (reason !== null) return { is: 'problem', code: 'value-and-reason', data: { text: read.typed } }
    const { value, typed, conversions } = read
    return { is: 'figure', figure: { value, missingReason: null, typed, conversions } }
  }
  const typed = read.is === 'missing' ? read.typed : ''
  const missingReason = reason ?? (read.is === 'missing' ? read.suggestion : null)
  if (missingReason === null) return { is: 'problem', code: 'missing-needs-reason', data: { text: typed } }
  return { is: 'figure', figure: { value: null, missingReason, typed, conversions: [] } }
}
