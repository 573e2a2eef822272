import type { AsOf } from '../http/as-of.ts'
import type { ColumnMeaning } from './column-meaning.ts'
import { COLUMN_MEANINGS } from './columns.ts'
import type { WrittenFile } from './rows.ts'
import { PRIMARY_KEYS, TITLES } from './table-names.ts'

/** `datapackage.json`: every column of the tables with type, unit and meaning. Source: Frictionless Data Package 1.0, Table Schema. */
export function toDataPackage({ instant }: AsOf, files: readonly WrittenFile[]): string {
  const resources = files
    .filter(({ name }) => name in COLUMN_MEANINGS)
    .map(({ name, bytes, sha256 }) => ({
      profile: 'tabular-data-resource',
      name: name.slice(0, name.lastIndexOf('.')).replaceAll('.', '-'),
      title: TITLES[name],
      path: name,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${sha256}`,
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: {
        fields: Object.entries(COLUMN_MEANINGS[name] ?? {}).map(([column, meaning]) => toField(column, meaning)),
        missingValues: [''],
        primaryKey: PRIMARY_KEYS[name],
      },
    }))
  const description =
    '文本若以可能被当作公式的字符开头，前面加了一个单引号，读取时去掉一个即可。Text that a spreadsheet would take for a formula has one single quote before it; take exactly one away when reading.'
  const whole = {
    profile: 'tabular-data-package',
    name: 'tanbiao-snapshot',
    title: '碳标快照 Tanbiao snapshot',
    description,
    created: instant.toISOString(),
    resources,
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

const toField = (name: string, { type, unit, oneOf, zh, en }: ColumnMeaning) => ({
  name,
  type,
  ...(type === 'datetime' && { format: 'any' }), // the default has no fractions of a second
  ...(type === 'boolean' && { trueValues: ['true'], falseValues: ['false'] }),
  description: `${zh}。${en}`,
  ...(unit && { unit }),
  ...(oneOf && { constraints: { enum: oneOf } }),
})
