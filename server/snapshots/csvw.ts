import type { ColumnMeaning } from './column-meaning.ts'
import { COLUMN_MEANINGS } from './columns.ts'
import type { WrittenFile } from './rows.ts'
import { SDMX_FILE } from './sdmx/csv.ts'
import { PRIMARY_KEYS, TITLES } from './table-names.ts'

/** What the types of the data package are called here. */
const DATATYPES = {
  string: 'string',
  number: 'decimal',
  integer: 'integer',
  boolean: 'boolean',
  year: 'gYear',
  datetime: 'dateTime',
} as const satisfies Readonly<Record<ColumnMeaning['type'], string>>

/** What every judgement is about stands in the targets; nothing else of a table is a key of another. */
const MILESTONE = ['target_id', 'milestone_year']
const FOREIGN_KEYS: Readonly<Record<string, object[]>> = {
  'progress.csv': [{ columnReference: MILESTONE, reference: { resource: 'targets.csv', columnReference: MILESTONE } }],
}

/**
 * `csv-metadata.json`: the tables for readers of CSV on the Web, by the same meanings as the data package. The byte
 * order mark belongs to UTF-8 and is taken off by whoever decodes it; the file of SDMX has none.
 *
 * Source: W3C, Metadata Vocabulary for Tabular Data
 */
export function toCsvw(files: readonly WrittenFile[]): string {
  const whole = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'zh' }],
    'dc:title': '碳标快照 Tanbiao snapshot',
    dialect: {
      encoding: 'utf-8',
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      headerRowCount: 1,
      lineTerminators: ['\r\n'],
      skipBlankRows: false,
      trim: false,
    },
    tables: files.filter(({ name }) => name in COLUMN_MEANINGS).map(({ name }) => toTable(name)),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

const toTable = (name: string) => ({
  url: name,
  'dc:title': TITLES[name],
  ...(name === SDMX_FILE && { 'dc:conformsTo': 'SDMX-CSV 2.0.0' }),
  tableSchema: {
    columns: Object.entries(COLUMN_MEANINGS[name] ?? {}).map(([column, meaning]) => toColumn(column, meaning)),
    primaryKey: PRIMARY_KEYS[name],
    ...(FOREIGN_KEYS[name] && { foreignKeys: FOREIGN_KEYS[name] }),
  },
})

const toColumn = (name: string, { type, unit, oneOf, zh, en }: ColumnMeaning) => ({
  name,
  titles: name,
  datatype: oneOf ? { base: 'string', format: `^(${oneOf.join('|')})$` } : DATATYPES[type],
  null: '',
  'dc:description': [
    { '@value': zh, '@language': 'zh' },
    { '@value': en, '@language': 'en' },
  ],
  ...(unit && { 'schema:unitText': unit }),
})
