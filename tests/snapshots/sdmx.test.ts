import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import type { Database } from '../../server/db/schema.ts'
import { type AsOf, resolveAsOf } from '../../server/http/as-of.ts'
import {
  fromAreaCode,
  fromMeasureCode,
  toAreaCode,
  toMeasureCode,
  toObsStatus,
  toUnitCode,
} from '../../server/snapshots/sdmx/codes.ts'
import { SDMX_FILE } from '../../server/snapshots/sdmx/csv.ts'
import { readStructure } from '../../server/snapshots/sdmx/structure.ts'
import { TABLES } from '../../server/snapshots/tables.ts'
import { NOW } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines, openDatabase, type TestDatabase } from '../helpers/databases.ts'
import { addApproved, addGround, addIndicator } from '../helpers/world.ts'

/** What SDMX takes for an id. */
const ID = /^[A-Za-z0-9_@$-]+$/

const readAsOf = (db: Kysely<Database>): Promise<AsOf> => resolveAsOf(db, () => NOW, undefined)

async function readTable(db: Kysely<Database>, name: string): Promise<string> {
  const table = TABLES.find((one) => one.name === name)
  if (table === undefined) throw new Error(`no table ${name}`)
  return table.head + (await Array.fromAsync(table.rows(db, await readAsOf(db)))).join('')
}

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true })

describeOnBothEngines('observations.sdmx.csv', (engine) => {
  it('is SDMX-CSV 2.0 without a mark: structure, action, dimensions, measure, attributes', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db, { code: 'energy', kind: 'change', better: 'lower', unitZh: '%', unitEn: '%', min: null })
    const figure = { indicatorCode: 'energy', source: null }
    await addApproved(db, { ...figure, year: 2021, measure: 'since:2020', value: '-3.50' })
    await addApproved(db, { ...figure, year: 2022, measure: 'yoy', value: '1.0', provisional: true, breakBefore: true })
    await addApproved(db, { ...figure, year: 2023, measure: 'yoy', value: null, missingReason: 'not-collected' })
    await addApproved(db, { ...figure, year: 2024, measure: 'yoy', value: '0', provisional: true, note: '=1, "a"\n' })
    const before = 'dataflow,TANBIAO:DF_OBSERVATIONS(1.0.0),R,CN-63,energy'
    expect((await readTable(db, SDMX_FILE)).split('\r\n')).toEqual([
      'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,MEASURE,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,PROVISIONAL,BREAK_BEFORE,SAMPLE,AUDIT_LINE,SOURCE,COMMENT_OBS',
      `${before},since-2020,2021,-3.50,PT,A,false,false,false,5,,`,
      `${before},yoy,2022,1.0,PT,B,true,true,false,8,,`,
      `${before},yoy,2023,,PT,L,false,false,false,11,,`,
      `${before},yoy,2024,0,PT,P,true,false,false,14,,"'=1, ""a""\n"`,
      '',
    ])
  })
})

describe('codes of SDMX', () => {
  it('stand for one region and one measure, and can be read back', () => {
    expect(['00', '63', '6301'].map(toAreaCode)).toEqual(['CN', 'CN-63', 'CN-6301'])
    expect(['00', '63', '6301'].map(toAreaCode).map(fromAreaCode)).toEqual(['00', '63', '6301'])
    expect(['value', 'yoy', 'since:2020'].map(toMeasureCode)).toEqual(['value', 'yoy', 'since-2020'])
    expect(['value', 'yoy', 'since:2020'].map(toMeasureCode).map(fromMeasureCode)).toEqual([
      'value',
      'yoy',
      'since:2020',
    ])
  })

  it('of units are ids, and of two units never one', () => {
    expect(['100 million yuan', '%', '', 'per 10,000'].map(toUnitCode)).toEqual([
      '100_million_yuan',
      'PT',
      '_Z',
      'per_10$2c$000',
    ])
    const unit = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('PT', '_Z', '%', '', ' Z', '$25$'),
    )
    fc.assert(
      fc.property(unit, unit, (one, other) => {
        expect(toUnitCode(one)).toMatch(ID)
        expect(toUnitCode(one) === toUnitCode(other)).toBe(one === other)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['A', { missingReason: null, breakBefore: false, provisional: false }],
    ['P', { missingReason: null, breakBefore: false, provisional: true }],
    ['B', { missingReason: null, breakBefore: true, provisional: true }],
    ['O', { missingReason: 'not-yet-published', breakBefore: true, provisional: true }],
    ['M', { missingReason: 'not-applicable', breakBefore: false, provisional: false }],
    ['L', { missingReason: 'not-collected', breakBefore: false, provisional: false }],
  ] as const)('the status is %s: missing before a break before provisional', (status, figure) => {
    expect(toObsStatus(figure)).toBe(status)
  })
})

interface Component {
  id: string
  conceptIdentity: string
  localRepresentation: { enumeration?: string }
}
interface Listed {
  id: string
  agencyID: string
  version: string
  codes?: { id: string; names: { zh: string; en: string }; parent?: string }[]
  concepts?: { id: string }[]
}
interface Structure {
  data: {
    dataflows: { id: string; structure: string }[]
    dataStructures: {
      dataStructureComponents: {
        dimensionList: { dimensions: Component[]; timeDimension: Component }
        measureList: { measures: Component[] }
        attributeList: { attributes: Component[] }
      }
    }[]
    conceptSchemes: Listed[]
    codelists: Listed[]
  }
}

describeOnBothEngines('structure.json', (engine) => {
  let database: TestDatabase
  let structure: Structure
  let rows: Record<string, string>[]
  beforeAll(async () => {
    database = await openDatabase(engine)
    await loadDemo(database.db, NOW)
    structure = JSON.parse(await readStructure(database.db, await readAsOf(database.db))) as Structure
    rows = rowsOf(await readTable(database.db, SDMX_FILE))
    return async () => await database.close()
  })
  const components = (): Component[] =>
    structure.data.dataStructures.flatMap(
      ({ dataStructureComponents: { dimensionList, measureList, attributeList } }) => [
        ...[...dimensionList.dimensions, dimensionList.timeDimension],
        ...[...measureList.measures, ...attributeList.attributes],
      ],
    )

  it('is what STRUCTURE_ID names, and its components are the columns after the action, in their order', () => {
    const [dataflow] = structure.data.dataflows
    expect(new Set(rows.map(({ STRUCTURE_ID }) => STRUCTURE_ID))).toEqual(new Set([`TANBIAO:${dataflow?.id}(1.0.0)`]))
    expect(components().map(({ id }) => id)).toEqual(Object.keys(rows[0] ?? {}).slice(3))
  })

  it('holds every concept and list of codes to which a component refers', () => {
    const { codelists, conceptSchemes } = structure.data
    const lists = codelists.map(({ agencyID, id, version }) => `${agencyID}:${id}(${version})`)
    const concepts = conceptSchemes.flatMap(({ concepts: all = [] }) => all.map(({ id }) => id))
    for (const { id, conceptIdentity, localRepresentation } of components()) {
      expect(concepts, id).toContain(conceptIdentity.split('.').at(-1))
      if (localRepresentation.enumeration) expect(lists).toContain(localRepresentation.enumeration.split('=')[1])
    }
  })

  it('holds every code that the file has, each once, named in both languages', () => {
    for (const { id, localRepresentation } of components()) {
      const name = /:(CL_[A-Z_]+)\(/.exec(localRepresentation.enumeration ?? '')?.[1]
      if (name === undefined) continue
      const codes = structure.data.codelists.find((list) => list.id === name)?.codes ?? []
      const ids = codes.map((code) => code.id)
      expect(new Set(ids).size, name).toBe(ids.length)
      for (const code of codes) {
        expect(code.id).toMatch(ID)
        expect(code.names.zh !== '' && code.names.en !== '', code.id).toBe(true)
        if (code.parent !== undefined) expect(ids).toContain(code.parent)
      }
      for (const row of rows) expect(ids, name).toContain(row[id])
    }
  })

  it('has the same figures as observations.csv, in the same order', async () => {
    const kept = rowsOf(await readTable(database.db, 'observations.csv'))
    expect(kept.length).toBeGreaterThan(100)
    const told = rows.map((row) => ({
      region_code: fromAreaCode(row['REF_AREA'] ?? ''),
      indicator_code: row['INDICATOR'],
      measure: fromMeasureCode(row['MEASURE'] ?? ''),
      ...{ year: row['TIME_PERIOD'], value: row['OBS_VALUE'], source: row['SOURCE'], note: row['COMMENT_OBS'] },
      ...{ provisional: row['PROVISIONAL'], break_before: row['BREAK_BEFORE'], sample: row['SAMPLE'] },
    }))
    expect(told).toEqual(
      kept.map((row) => Object.fromEntries(Object.keys(told[0] ?? {}).map((column) => [column, row[column]]))),
    )
  })
})
