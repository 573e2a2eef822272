import { parse } from 'csv-parse/sync'
import { beforeAll, expect, it } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { type Column, csvHead } from '../../server/domain/csv.ts'
import { type AsOf, resolveAsOf } from '../../server/http/as-of.ts'
import { COLUMN_MEANINGS } from '../../server/snapshots/columns.ts'
import { toDataPackage } from '../../server/snapshots/data-package.ts'
import { SDMX_COLUMNS, SDMX_FILE } from '../../server/snapshots/sdmx/csv.ts'
import { TABLES } from '../../server/snapshots/tables.ts'
import { REVISION_COLUMNS } from '../../server/snapshots/revisions.ts'
import { OBSERVATION_COLUMNS } from '../../server/observations/csv.ts'
import { PROGRESS_COLUMNS, TARGET_COLUMNS } from '../../server/targets/csv.ts'
import { NOW } from '../helpers/app.ts'
import { describeOnBothEngines, openDatabase, type TestDatabase } from '../helpers/databases.ts'

interface Field {
  name: string
  type: string
  constraints?: { enum: string[] }
}

/** What a reader by this type takes. */
const TYPES: Readonly<Record<string, RegExp>> = {
  string: /^[^]*$/,
  number: /^-?[0-9]+(\.[0-9]+)?$/,
  integer: /^[0-9]+$/,
  boolean: /^(true|false)$/,
  year: /^[0-9]{4}$/,
  datetime: /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$/,
}

describeOnBothEngines('the data package', (engine) => {
  const columns: Record<string, readonly Column<never>[]> = {
    'observations.csv': OBSERVATION_COLUMNS,
    'targets.csv': TARGET_COLUMNS,
    'progress.csv': PROGRESS_COLUMNS,
    'revisions.csv': REVISION_COLUMNS,
    [SDMX_FILE]: SDMX_COLUMNS,
  }
  let database: TestDatabase
  let asOf: AsOf
  beforeAll(async () => {
    database = await openDatabase(engine)
    await loadDemo(database.db, NOW)
    asOf = await resolveAsOf(database.db, () => NOW, undefined)
    return async () => await database.close()
  })

  it.each(Object.entries(columns))('describes every column of %s, in its order', (name, of) => {
    expect(`${Object.keys(COLUMN_MEANINGS[name] ?? {}).join(',')}\r\n`).toBe(csvHead(of))
  })

  it.each(Object.keys(columns))('says of %s what is in it: types, closed lists, keys', async (name) => {
    const whole = JSON.parse(toDataPackage(asOf, [{ name, bytes: 1, sha256: 'a', rows: 1 }])) as {
      resources: { schema: { fields: Field[]; primaryKey: string[] } }[]
    }
    const { fields = [], primaryKey = [] } = whole.resources[0]?.schema ?? {}
    const table = TABLES.find((one) => one.name === name)
    const written = [table?.head ?? '', ...(await Array.fromAsync(table?.rows(database.db, asOf) ?? []))].join('')
    const rows = parse(written, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) {
      for (const { name: column, type, constraints } of fields) {
        const content = row[column] ?? ''
        if (content === '') continue
        expect(content, column).toMatch(TYPES[type] ?? /never/)
        if (constraints) expect(constraints.enum, column).toContain(content)
      }
    }
    expect(new Set(rows.map((row) => primaryKey.map((key) => row[key]).join('\n'))).size).toBe(rows.length)
  })
})
