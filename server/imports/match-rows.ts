import { LONGEST_NOTE, LONGEST_SOURCE } from '../domain/lengths.ts'
import { type Columns, findColumns } from './columns.ts'
import { readFigureCell } from './figure-cell.ts'
import type { ColumnKey, HeaderColumn } from './header.ts'
import { isUnitOf, type KnownIndicators, knownIndicators } from './known-indicators.ts'
import type { ColumnName, Entry, Expected, ExpectedRow, Ignored, Match, Problem, ProblemCode } from './match.ts'
import { Refused } from './refused.ts'
import { readProvisional, readReason } from './row-words.ts'
import { type RowBelow, rowsBelow } from './rows-below.ts'
import { columnLetter, type Data, type Table } from './table.ts'

/**
 * The figures that a table holds for a region and year, and everything in it that cannot be taken as it stands.
 *
 * Every row is either an entry, or has at least one problem, or is not filled in. Of a figure that stands in the table
 * twice neither is taken.
 */
export function matchRows(table: Table, expected: Expected): Match {
  try {
    return new Matching(expected, findColumns(table, expected)).match(table)
  } catch (error) {
    if (error instanceof Refused) return { is: 'refused', refusal: error.refusal }
    throw error
  }
}

class Matching {
  readonly #expected: Expected
  readonly #known: KnownIndicators
  readonly #columns: Columns
  readonly #problems: Problem[] = []
  readonly #entries: Entry[] = []
  readonly #ignored: Ignored[] = []
  /** Rows by the figure that they speak of. */
  readonly #seen = new Map<string, number[]>()
  #unfilled = 0

  constructor(expected: Expected, columns: Columns) {
    this.#expected = expected
    this.#known = knownIndicators(expected)
    this.#columns = columns
  }

  match(table: Table): Match {
    for (const row of rowsBelow(table, this.#columns)) {
      if (isFilled(row)) this.#take(row)
      else this.#skip(row)
    }
    for (const rows of this.#seen.values()) this.#tellTwice(rows)
    const wrong = new Set(this.#problems.map(({ row }) => row))
    return {
      is: 'matched',
      entries: this.#entries.filter(({ row }) => !wrong.has(row)),
      problems: this.#problems.toSorted((one, other) => one.row - other.row),
      ignored: [...this.#columns.ignored, ...this.#ignored],
      unfilled: this.#unfilled,
    }
  }

  /** A row without figure and reason: the title of a group, a line under the table, or one that is still to be filled in. */
  #skip(row: RowBelow): void {
    if (this.#known.find(row.text('code'), row.text('name')).is !== 'found') return
    this.#unfilled += 1
    if (row.text('note') !== '' || readProvisional(row.text('provisional')) === true)
      this.#ignored.push({ row: row.row, why: 'no-figure' })
  }

  #take(row: RowBelow): void {
    if (!this.#isOfThisRegionAndYear(row)) return
    if (row.merged !== undefined) this.#problem(row, row.merged, 'merged-cells')
    const known = this.#indicatorOf(row)
    if (known === undefined) return
    const measure = this.#measureOf(row, known)
    const { unitZh, unitEn } = known.indicator
    const unit = row.text('unit')
    if (unit !== '' && !isUnitOf(known, unit))
      this.#problem(row, 'unit', 'unit-differs', { text: unit, unitZh, unitEn })
    const provisional = readProvisional(row.text('provisional'))
    if (provisional === undefined)
      this.#problem(row, 'provisional', 'provisional-unknown', { text: row.text('provisional') })
    this.#checkLength(row, 'source', 'source-too-long', LONGEST_SOURCE)
    this.#checkLength(row, 'note', 'note-too-long', LONGEST_NOTE)
    const figure = this.#figureOf(row, known)
    if (figure === undefined || measure === undefined || provisional === undefined) return
    this.#entries.push({
      row: row.row,
      indicatorCode: known.indicator.code,
      measure,
      ...figure,
      provisional,
      source: row.written('source'),
      note: row.written('note'),
      remarks: [...row.remarks],
    })
  }

  #isOfThisRegionAndYear(row: RowBelow): boolean {
    const region = row.text('region')
    const year = row.text('year')
    const expected = this.#expected
    if (region !== '' && region !== expected.regionCode)
      this.#problem(row, 'region', 'other-region', { text: region, expected: expected.regionCode })
    else if (year !== '' && year !== String(expected.year))
      this.#problem(row, 'year', 'other-year', { text: year, expected: expected.year })
    else return true
    return false
  }

  #indicatorOf(row: RowBelow): ExpectedRow | undefined {
    const code = row.text('code')
    const name = row.text('name')
    const key = code !== '' || (name === '' && this.#columns.of('code') !== undefined) ? 'code' : 'name'
    const found = this.#known.find(code, name)
    if (found.is === 'found') return found.row
    if (code === '' && name === '') this.#problem(row, key, 'no-indicator')
    else if (found.is === 'unknown') this.#problem(row, key, 'unknown-indicator', { text: code || name })
    else if (found.is === 'several') this.#problem(row, key, 'name-of-several', { text: name, codes: found.codes })
    else this.#problem(row, 'name', 'name-not-of-code', { text: name, code, expected: found.expected })
    return undefined
  }

  #measureOf(row: RowBelow, known: ExpectedRow): string | undefined {
    const text = row.text('measure')
    const measure = this.#known.measureOf(known, text)
    if (measure === undefined) {
      this.#problem(row, 'measure', 'measure-unknown', { text, asked: known.measure })
      return undefined
    }
    const figure = `${known.indicator.code} ${measure}`
    this.#seen.set(figure, [...(this.#seen.get(figure) ?? []), row.row])
    return measure
  }

  #figureOf(row: RowBelow, known: ExpectedRow) {
    const reason = readReason(row.text('missingReason'))
    if (reason === undefined) this.#problem(row, 'missingReason', 'reason-unknown', { text: row.text('missingReason') })
    const cell = readFigureCell(row, known.indicator, reason ?? null)
    if (cell.is === 'figure') return reason === undefined ? undefined : cell.figure
    const isReasonWanted = cell.code === 'missing-needs-reason'
    if (!isReasonWanted || reason === null) this.#problem(row, 'value', cell.code, cell.data, cell.figure)
    return undefined
  }

  #tellTwice(rows: readonly number[]): void {
    if (rows.length === 1) return
    const told = rows.slice(0, 5).join('、') + (rows.length > 5 ? '…' : '')
    for (const row of rows) this.#problems.push({ row, column: null, code: 'twice', data: { rows: told } })
  }

  #checkLength(row: RowBelow, key: ColumnKey, code: ProblemCode, limit: number): void {
    const { length } = row.written(key) ?? ''
    if (length > limit) this.#problem(row, key, code, { length, limit })
  }

  #problem(
    { row }: RowBelow,
    at: ColumnKey | HeaderColumn,
    code: ProblemCode,
    data: Data = {},
    figure?: Problem['figure'],
  ): void {
    const column = typeof at === 'string' ? this.#columns.of(at) : at
    this.#problems.push({
      row,
      column: column === undefined ? null : nameOf(column),
      code,
      data,
      ...(figure !== undefined && { figure }),
    })
  }
}

const isFilled = (row: RowBelow): boolean =>
  row.text('value') !== '' ||
  row.text('missingReason') !== '' ||
  row.remarks.some(({ code }) => code === 'formula-empty')

const nameOf = ({ column, header }: HeaderColumn): ColumnName => ({ letter: columnLetter(column), header })
