import type { TableRow } from './table.ts'

/** What a column says. `other` is known from our own exports and says nothing that an import takes. */
export type ColumnKey =
  | 'code'
  | 'name'
  | 'measure'
  | 'unit'
  | 'asked'
  | 'lastYear'
  | 'value'
  | 'provisional'
  | 'source'
  | 'note'
  | 'missingReason'
  | 'region'
  | 'year'
  | 'other'

export interface HeaderColumn {
  /** Counted from 1. */
  column: number
  header: string
  /** Null where the name is not known. */
  key: ColumnKey | null
  /** The year that a column of figures names. */
  year: number | null
}

export interface Header {
  row: number
  columns: HeaderColumn[]
}

/** The header stands within these rows; above it there is room for titles and explanations. */
export const HEADER_ROWS = 20

const NAMES: Readonly<Record<ColumnKey, readonly string[]>> = {
  code: ['指标代码', '指标编码', 'indicator_code'],
  name: ['指标', '指标名称', 'indicator', 'indicator_name', 'indicator_zh'],
  measure: ['计量方式', 'measure'],
  unit: ['单位', '计量单位', 'unit', 'unit_zh'],
  asked: ['填什么', 'what_is_asked', 'asked'],
  lastYear: ['上年数', '上年', 'last_year'],
  value: ['数值', '本年数', 'value', 'figure'],
  provisional: ['初步数', '是否初步数', 'provisional'],
  source: ['来源', '数据来源', 'source'],
  note: ['备注', '说明', 'note'],
  missingReason: ['缺报原因', '缺数原因', 'missing_reason'],
  region: ['地区代码', 'region_code'],
  year: ['年份', '年度', 'year'],
  other: [
    ...[
      'region_zh',
      'break_before',
      'revision',
      'entered_by',
      'entered_at',
      'approved_by',
      'approved_at',
      'sample',
      'entered_seq',
      'approved_seq',
    ],
    ...['地区', '地区名称'],
  ],
}

/** A header without what people add to it: white space, underscores, stars, a remark in brackets, full-width letters. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s_*]/g, '')
    .replace(/(?<=.)\([^()]*\)$/, '')
    .toLowerCase()

const KEYS = new Map(
  Object.entries(NAMES).flatMap(([key, names]) => names.map((name) => [plain(name), key as ColumnKey] as const)),
)

const YEAR_OF_FIGURES = /^(?:([12][0-9]{3})年?(?:度)?(?:数值|数据|数|value|figure)?|(?:value|figure)([12][0-9]{3}))$/

function toColumn(header: string, column: number): HeaderColumn {
  const name = plain(header)
  const [, before, after] = YEAR_OF_FIGURES.exec(name) ?? []
  const year = before ?? after
  if (year !== undefined) return { column, header: header.trim(), key: 'value', year: Number(year) }
  return { column, header: header.trim(), key: KEYS.get(name) ?? null, year: null }
}

function headerOf({ row, cells }: TableRow): Header {
  const columns = cells.map((cell, index) => toColumn(cell, index + 1))
  return { row, columns: columns.filter(({ header }) => header !== '') }
}

export const has = ({ columns }: Header, ...keys: ColumnKey[]): boolean =>
  columns.some(({ key }) => key !== null && keys.includes(key))

/** The first row that names an indicator and a figure, by code or by name; undefined where there is none. */
export function findHeader(rows: readonly TableRow[]): Header | undefined {
  return firstHeaders(rows).find((header) => has(header, 'code', 'name') && has(header, 'value'))
}

/** The row that looks most like a header though something is missing, so that what is missing can be said. */
export function findHalfHeader(rows: readonly TableRow[]): Header | undefined {
  const known = (header: Header): number => header.columns.filter(({ key }) => key !== null).length
  const best = firstHeaders(rows).toSorted((one, other) => known(other) - known(one))[0]
  return best !== undefined && known(best) >= 2 ? best : undefined
}

const firstHeaders = (rows: readonly TableRow[]): Header[] => rows.filter(({ row }) => row <= HEADER_ROWS).map(headerOf)
