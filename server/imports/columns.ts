import { type ColumnKey, findHalfHeader, findHeader, has, type Header, type HeaderColumn } from './header.ts'
import type { Expected, Ignored } from './match.ts'
import { Refused } from './refused.ts'
import { columnLetter, type Table } from './table.ts'
import { REGION_LABEL, YEAR_LABEL } from './template-layout.ts'

/** The columns that an import takes, each at most once. */
export interface Columns {
  headerRow: number
  value: HeaderColumn
  of: (key: ColumnKey) => HeaderColumn | undefined
  ignored: Ignored[]
}

/** Without effect on what is entered; they may stand there as often as they like. */
const NOT_TAKEN: readonly (ColumnKey | null)[] = [null, 'asked', 'lastYear', 'other']

/** Which column says what, refused where that is not clear or where the table is of another region or year. */
export function findColumns(table: Table, expected: Expected): Columns {
  const header = findHeader(table.rows)
  if (header === undefined) throw whatIsMissing(table)
  checkTemplate(table, header, expected)
  const value = valueColumn(header, expected.year)
  const taken = header.columns.filter((one) => !NOT_TAKEN.includes(one.key) && one.key !== 'value')
  for (const one of taken) {
    const twin = taken.find((other) => other.key === one.key && other.column > one.column)
    if (twin !== undefined) throw duplicate(header, one, twin)
  }
  return {
    headerRow: header.row,
    value,
    of: (key) => (key === 'value' ? value : taken.find((one) => one.key === key)),
    ignored: ignoredColumns(header, value, expected.year),
  }
}

function whatIsMissing({ rows }: Table): Refused {
  const half = findHalfHeader(rows)
  if (half === undefined) return new Refused('no-header')
  return new Refused(has(half, 'value') ? 'no-indicator-column' : 'no-value-column', { row: half.row })
}

function valueColumn(header: Header, year: number): HeaderColumn {
  const figures = header.columns.filter(({ key }) => key === 'value')
  const [value, twin] = figures.filter((one) => one.year === null || one.year === year)
  if (value === undefined) {
    const other = figures.at(-1)
    throw new Refused('year-of-column', {
      row: header.row,
      ...(other !== undefined && { column: other.column }),
      data: { found: other?.year ?? '', expected: year },
    })
  }
  if (twin !== undefined) throw duplicate(header, value, twin)
  return value
}

const duplicate = ({ row }: Header, one: HeaderColumn, other: HeaderColumn): Refused =>
  new Refused('duplicate-column', {
    row,
    column: other.column,
    data: { header: other.header, first: columnLetter(one.column), second: columnLetter(other.column) },
  })

function ignoredColumns(header: Header, value: HeaderColumn, year: number): Ignored[] {
  return header.columns.flatMap((one): Ignored[] => {
    const column = { letter: columnLetter(one.column), header: one.header }
    if (one.key === null) return [{ column, why: 'unknown-column' }]
    if (one.key === 'other') return [{ column, why: 'not-imported' }]
    const isLastYear = one.year === year - 1
    return one.key === 'value' && one.column !== value.column && !isLastYear ? [{ column, why: 'other-year' }] : []
  })
}

/** Our own template says above its header for which region and year it was made. */
function checkTemplate({ rows }: Table, header: Header, { regionCode, regionNameZh, year }: Expected): void {
  for (const { row, cells } of rows) {
    if (row >= header.row) return
    const after = (label: string): { text: string; column: number } | undefined => {
      const at = cells.findIndex((cell) => cell.trim() === label)
      const text = at === -1 ? undefined : cells[at + 1]?.trim()
      return text === undefined || text === '' ? undefined : { text, column: at + 2 }
    }
    const region = after(REGION_LABEL)
    if (region !== undefined && /^[0-9]*/.exec(region.text)?.[0] !== regionCode)
      throw new Refused('template-of-other-region', {
        row,
        column: region.column,
        data: { found: region.text, expected: `${regionCode} ${regionNameZh}` },
      })
    const ofYear = after(YEAR_LABEL)
    if (ofYear !== undefined && ofYear.text !== String(year))
      throw new Refused('template-of-other-year', {
        row,
        column: ofYear.column,
        data: { found: ofYear.text, expected: year },
      })
  }
}
