import { parse } from 'csv-parse/sync'
import { beforeAll, expect, it } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { resolveAsOf } from '../../server/http/as-of.ts'
import { toCsvw } from '../../server/snapshots/csvw.ts'
import { toDataPackage } from '../../server/snapshots/data-package.ts'
import { TABLES } from '../../server/snapshots/tables.ts'
import { NOW } from '../helpers/app.ts'
import { describeOnBothEngines, openDatabase } from '../helpers/databases.ts'

interface Schema {
  columns: { name: string; datatype: string | { base: string; format: string } }[]
  primaryKey: string[]
  foreignKeys?: { columnReference: string[]; reference: { resource: string; columnReference: string[] } }[]
}
interface Metadata {
  tables: { url: string; tableSchema: Schema }[]
}
interface DataPackage {
  resources: {
    path: string
    name: string
    schema: { fields: { name: string; description: string }[]; primaryKey: string[] }
  }[]
}

/** What a cell of the type looks like, by XML Schema. */
const TYPES: Readonly<Record<string, RegExp>> = {
  string: /^[^]*$/,
  decimal: /^[+-]?[0-9]+(\.[0-9]+)?$/,
  integer: /^[+-]?[0-9]+$/,
  boolean: /^(true|false)$/,
  gYear: /^[0-9]{4}$/,
  dateTime: /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z$/,
}

describeOnBothEngines('csv-metadata.json', (engine) => {
  const tables = TABLES.filter(({ name }) => name.endsWith('.csv'))
  const written = tables.map(({ name }) => ({ name, bytes: 1, sha256: 'a', rows: 1 }))
  const metadata = JSON.parse(toCsvw(written)) as Metadata
  const rows = new Map<string, Record<string, string>[]>()
  beforeAll(async () => {
    const { db, close } = await openDatabase(engine)
    await loadDemo(db, NOW)
    const asOf = await resolveAsOf(db, () => NOW, undefined)
    for (const { name, head, rows: lines } of tables) {
      rows.set(name, parse(head + (await Array.fromAsync(lines(db, asOf))).join(''), { bom: true, columns: true }))
    }
    await close()
  })

  it('describes the same tables and columns as the data package, with the same keys', () => {
    const asOf = { instant: NOW, seq: 1, day: '2026-06-30', year: 2026 }
    const { resources } = JSON.parse(toDataPackage(asOf, written)) as DataPackage
    expect(new Set(resources.map(({ name }) => name)).size).toBe(tables.length)
    expect(metadata.tables.map(({ url, tableSchema }) => [url, tableSchema.columns.map(({ name }) => name)])).toEqual(
      resources.map(({ path, schema }) => [path, schema.fields.map(({ name }) => name)]),
    )
    expect(metadata.tables.map(({ tableSchema }) => tableSchema.primaryKey)).toEqual(
      resources.map(({ schema }) => schema.primaryKey),
    )
  })

  it.each(metadata.tables.map(({ url, tableSchema }) => [url, tableSchema] as const))(
    'says of %s what is in it: types, closed lists, keys',
    (url, { columns, primaryKey, foreignKeys = [] }) => {
      const its = rows.get(url) ?? []
      expect(its.length).toBeGreaterThan(10)
      expect(columns.map(({ name }) => name)).toEqual(Object.keys(its[0] ?? {}))
      for (const { name, datatype } of columns) {
        const type = typeof datatype === 'string' ? (TYPES[datatype] ?? /never/) : new RegExp(datatype.format)
        for (const row of its) if (row[name] !== '') expect(row[name], name).toMatch(type)
      }
      const keys = its.map((row) => primaryKey.map((name) => row[name]).join('\n'))
      expect(new Set(keys).size).toBe(keys.length)
      for (const { columnReference, reference } of foreignKeys) {
        const there = (rows.get(reference.resource) ?? []).map((row) =>
          reference.columnReference.map((name) => row[name]),
        )
        for (const row of its) expect(there).toContainEqual(columnReference.map((name) => row[name]))
      }
    },
  )
})
