import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { checkTables } from '../../server/audit/check-database.ts'
import { readLines } from '../../server/audit/queries.ts'
import { findBreak } from '../../server/audit/verify.ts'
import type { ProgressList } from '../../server/contract/listed-target.ts'
import { connect } from '../../server/db/connect.ts'
import { type Engine, engineOf } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import type { Place } from '../../server/db/trouble.ts'
import { CORRECTION_CODES, KINDS, MISSING_REASONS, REVIEW_STEPS, STATUSES } from '../../server/domain/words.ts'
import { type Fingerprint, fingerprintOf } from '../../server/move/fingerprint.ts'
import { openChained } from '../../server/start.ts'
import { openApp } from '../helpers/app.ts'
import { temporaryFolder } from '../helpers/audit-folder.ts'
import { databaseOfTest, describeOnBothEngines, emptyPostgres } from '../helpers/databases.ts'
import { makeFigures } from './generate/make-figures.ts'
import { makeOrganisations } from './generate/organisations.ts'
import { sizeOf } from './generate/size.ts'

const SIZE = { figures: 2000, organisations: 3, seed: 20_261_121 }

describe('how much is made', () => {
  it('is 200 indicators and 15 years of each organisation, and one figure in nine a second time', () => {
    expect(sizeOf({ organisations: 3 })).toEqual({ organisations: 3, indicators: 200, cells: 9000, corrected: 1000 })
    expect(sizeOf({ organisations: 3000 })).toMatchObject({ indicators: 200, cells: 9_000_000, corrected: 1_000_000 })
    for (const [figures, organisations] of [
      [10_000, 3],
      [100_000, 30],
      [1_000_000, 300],
      [10_000_000, 3000],
    ] as const) {
      expect(sizeOf({ figures })).toEqual(sizeOf({ organisations }))
    }
  })

  it('is as many figures as are wanted, whatever their number', () => {
    for (const figures of [1, 9, 10, 1999, 2003, 4_567_891]) {
      const { cells, corrected } = sizeOf({ figures })
      expect(cells + corrected).toBe(figures)
    }
  })

  it('is refused in a sentence where it is no number or too much', () => {
    expect(() => sizeOf({ figures: Number('many') })).toThrow('--figures: a whole number from 1 to 20000000 is wanted')
    expect(() => sizeOf({ organisations: 0 })).toThrow('--organisations: a whole number from 1')
    expect(() => sizeOf({ figures: 1_000_000, organisations: 1 })).toThrow('1000000 figures are too many for 1 org')
  })
})

describe('the organisations', () => {
  it.each([1, 3, 30, 300, 3000, 12_345])(
    'are as many as are wanted: %i, each below a region that is there',
    (count) => {
      const { regions, reporting } = makeOrganisations(count)
      expect(new Set(reporting.map(({ code }) => code)).size).toBe(count)
      const known = new Set(['00', '37', '42', '63', ...regions.map(({ code }) => code)])
      expect(regions.filter(({ parentCode }) => parentCode === null || !known.has(parentCode))).toEqual([])
    },
  )

  it('are provinces, prefectures and counties', () => {
    const { reporting } = makeOrganisations(3)
    expect(reporting.map(({ code, nameZh, nameEn }) => [code, nameZh, nameEn])).toEqual([
      ['63', '青海省', 'Qinghai'],
      ['6301', '青海省第一市', 'City 1 of Qinghai'],
      ['630101', '青海省第一市第一县', 'County 1 of City 1 of Qinghai'],
    ])
    const digits = Map.groupBy(makeOrganisations(3000).reporting, ({ code }) => code.length)
    expect(digits.get(2)).toHaveLength(34)
    expect(digits.get(4)?.length).toBeGreaterThan(300)
    expect(digits.get(6)?.length).toBeGreaterThan(2500)
  })
})

/** Everything that holds its rows in order, as it is defined. */
async function definitionsOf(db: Kysely<Database>): Promise<unknown[]> {
  if (engineOf(db) === 'sqlite') {
    const order = sql`select type, name, tbl_name, sql from sqlite_master order by type, name`
    return (await order.execute(db)).rows
  }
  const keys = sql`select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as definition, convalidated
    from pg_constraint where connamespace = current_schema()::regnamespace order by 1, 2`
  const indexes = sql`select tablename, indexname, indexdef from pg_indexes where schemaname = current_schema() order by 1, 2`
  const rules = sql`select tgrelid::regclass::text as of, tgname as name, tgenabled, pg_get_triggerdef(oid) as definition
    from pg_trigger where not tgisinternal order by 1, 2`
  return [...(await keys.execute(db)).rows, ...(await indexes.execute(db)).rows, ...(await rules.execute(db)).rows]
}

const placeOf = async (engine: Engine, folder: string): Promise<Place> =>
  engine === 'sqlite' ? { dataDir: folder } : { url: await emptyPostgres(inject('postgresUrl')), dataDir: folder }

async function fingerprintOfPlace(place: Place): Promise<Fingerprint> {
  const db = connect(place)
  try {
    return await fingerprintIn(db)
  } finally {
    await db.destroy()
  }
}

const fingerprintIn = async (db: Kysely<Database>) => await fingerprintOf(db, () => undefined)

describeOnBothEngines('generated figures', (engine) => {
  let db: Kysely<Database>
  let to: string
  const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-generated-'))
  beforeAll(async () => {
    const { url, dataDir } = await placeOf(engine, folder)
    to = url ?? dataDir
    await makeFigures(to, SIZE)
    db = connect({ url, dataDir })
  })
  afterAll(async () => {
    await db.destroy()
    rmSync(folder, { recursive: true })
  })

  it('are as many as were wanted, beside those of the demo', async () => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from observation_revision
      where indicator_code like 'm0%'`.execute(db)
    expect(Number(rows[0]?.count)).toBe(SIZE.figures)
  })

  it('follow from a log that is whole, and of which the program makes the same tables', async () => {
    expect(await findBreak(db)).toBeUndefined()
    expect(await checkTables(db, () => undefined)).toMatchObject({
      isPlayed: true,
      troubles: [],
      differing: 0,
      stale: 0,
    })
  })

  it('have lines as the program writes them', async () => {
    const { lines } = await fingerprintIn(db)
    for await (const line of readLines(db, lines)) expect(JSON.stringify(JSON.parse(line))).toBe(line)
  })

  it('are the same again for the same seed, on either engine, and others for another', async () => {
    const first = await fingerprintIn(db)
    const other = engine === 'sqlite' ? 'postgres' : 'sqlite'
    for (const [again, seed] of [
      [engine, SIZE.seed],
      [other, SIZE.seed],
      [engine, 1],
    ] as const) {
      const place = await placeOf(again, temporaryFolder())
      await makeFigures(place.url ?? place.dataDir, { ...SIZE, seed })
      const second = await fingerprintOfPlace(place)
      if (seed === SIZE.seed) expect(second).toEqual(first)
      else expect(second.sha256).not.toBe(first.sha256)
    }
  })

  it('are of every kind, measure and state, missing and corrected for every reason', async () => {
    const valuesOf = async (column: string, table: string): Promise<unknown[]> => {
      const distinct = sql<{ value: unknown }>`select distinct ${sql.ref(column)} as value from ${sql.table(table)}
        where seq in (select seq from audit_line where object like 'observation%') and ${sql.ref(column)} is not null
        order by value`
      return (await distinct.execute(db)).rows.map(({ value }) => value)
    }
    expect(await valuesOf('kind', 'observation_revision')).toEqual([...KINDS].toSorted())
    expect(await valuesOf('measure', 'observation_revision')).toEqual(
      expect.arrayContaining(['since:2020', 'value', 'yoy']),
    )
    expect(await valuesOf('missing_reason', 'observation_revision')).toEqual([...MISSING_REASONS].toSorted())
    expect(await valuesOf('correction_code', 'observation_revision')).toEqual([...CORRECTION_CODES].toSorted())
    expect(await valuesOf('step', 'observation_step')).toEqual([...REVIEW_STEPS].toSorted())
    for (const column of ['provisional', 'break_before'])
      expect(await valuesOf(column, 'observation_revision')).toEqual([0, 1])
    const waiting = sql<{ revision: number }>`select distinct revision from observation_revision as made
      where not exists (select 1 from observation_step where observation_seq = made.seq) order by revision`
    expect((await waiting.execute(db)).rows).toEqual([{ revision: 1 }, { revision: 2 }])
  })

  it('were entered over years', async () => {
    const years = sql<{ year: string }>`select distinct substr(at, 1, 4) as year from audit_line
      where action = 'observation.enter' and actor like '%th-reporter' order by year`
    expect((await years.execute(db)).rows.map(({ year }) => year)).toEqual(['2023', '2024', '2025', '2026'])
  })

  it('lie in a database with the rules, keys and indexes of a new one, that the service opens', async () => {
    expect(await definitionsOf(db)).toEqual(await definitionsOf(await databaseOfTest(engine)))
    const { rows } =
      await sql`${sql.raw(engine === 'sqlite' ? 'pragma integrity_check' : "select 'ok' as integrity_check")}`.execute(
        db,
      )
    expect(rows).toEqual([{ integrity_check: 'ok' }])
    const opened = await openChained(engine === 'sqlite' ? { dataDir: to } : { url: to, dataDir: '' })
    await opened.destroy()
  })

  it('are refused where there is something already', async () => {
    await expect(makeFigures(to, SIZE)).rejects.toThrow(
      engine === 'sqlite' ? /is not empty: there is tanbiao\.sqlite/ : /^The database is not empty: \w+ has rows\./,
    )
  })
})

describe('generated targets', () => {
  it('are one of each organisation, and stand in many ways', async () => {
    const dataDir = temporaryFolder()
    await makeFigures(dataDir, { figures: 6000, organisations: 100, seed: 1 })
    const db = connect({ dataDir })
    try {
      const { body } = await (await openApp(db)).get<ProgressList>('/api/progress?limit=5000')
      const made = body.items.filter(({ planCode }) => planCode.endsWith('-breakdown'))
      expect(made).toHaveLength(100)
      const statuses = new Set(made.flatMap(({ progress }) => progress.map(({ status }) => status)))
      expect([...statuses].toSorted()).toEqual([...STATUSES].toSorted())
    } finally {
      await db.destroy()
    }
  })
})

describe('an interrupted run', () => {
  it('leaves a file behind that no service opens, and the next run writes anew', async () => {
    const dataDir = temporaryFolder()
    writeFileSync(path.join(dataDir, 'tanbiao.sqlite.unfinished'), 'half a database')
    await makeFigures(dataDir, { figures: 10, seed: 1 })
    const db = await openChained({ dataDir })
    await db.destroy()
  })
})
