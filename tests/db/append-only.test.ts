import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../../server/audit/chain.ts'
import type { Database } from '../../server/db/schema.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addApproved, addDraft, addGround, addIndicator, addTarget, record, aConflict } from '../helpers/world.ts'

const TABLES: (keyof Database)[] = [
  'audit_line',
  'region',
  'theme',
  'plan',
  'indicator',
  'target',
  'target_revision',
  'milestone',
  'conflict',
  'observation_revision',
  'observation_step',
]

describeOnBothEngines('nothing is ever updated or deleted', (engine) => {
  it('every table refuses update and delete, by the database itself', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    const conflict = aConflict()
    await addTarget(db, { conflicts: [conflict] })
    await addApproved(db)
    for (const table of TABLES) {
      const [column] = Object.keys((await db.selectFrom(table).selectAll().executeTakeFirst()) ?? {})
      expect(column, `${table} has a row to try`).toBeDefined()
      const update = sql`update ${sql.table(table)} set ${sql.ref(column!)} = ${sql.ref(column!)}`.execute(db)
      await expect(update, `update ${table}`).rejects.toThrow('append-only')
      await expect(sql`delete from ${sql.table(table)}`.execute(db), `delete ${table}`).rejects.toThrow('append-only')
    }
  })

  it('the log takes the next link of its chain only, and columns that say what the line says', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    const last = await db
      .selectFrom('audit_line')
      .select(['seq', 'hash'])
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    const fields = {
      seq: last.seq + 1,
      at: '2030-01-01T00:00:00.000Z',
      actor: 'x',
      role: 'system',
      action: 'a',
      object: 'o',
    } as const
    const line = (part: object = {}, prev = last.hash): string => JSON.stringify({ ...fields, ...part, prev })
    const insert = (part: object, text: string): Promise<unknown> =>
      db
        .insertInto('audit_line')
        .values({ ...fields, ...part, line: text, hash: hashOf(text) })
        .execute()
    const notNext = /next sequence number|continues the hash/ // a gap breaks both, and which is said first is the engine's choice
    await expect(insert({ seq: 9 }, line({ seq: 9 }))).rejects.toThrow(notNext)
    await expect(insert({ at: '2001-01-01T00:00:00.000Z' }, line({ at: '2001-01-01T00:00:00.000Z' }))).rejects.toThrow(
      'order of time',
    )
    await expect(insert({}, line({}, 'f'.repeat(64)))).rejects.toThrow('continues the hash')
    await expect(insert({ actor: 'y' }, line())).rejects.toThrow('say what its line says')
    await insert({}, line())
  })

  it('nothing is added to the past: no approval, milestone or figure on an earlier line', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    await addTarget(db)
    const draft = await addDraft(db)
    await record(db, { action: 'observation.submit', data: { observationId: draft, comment: null } })
    const withdrawal = db
      .insertInto('observation_step')
      .values({ seq: 1, observation_seq: draft, step: 'withdrawn', comment: null })
    await expect(withdrawal.execute()).rejects.toThrow('newest audit line only')
    const copied = sql`insert into milestone select target_revision_seq, 2035, kind, better, comparator, value, value_high, tolerance, wording_zh, deadline_basis, baseline_year, baseline_value, baseline_basis, baseline_quote, baseline_reason from milestone`
    await expect(copied.execute(db)).rejects.toThrow('newest audit line only')
    const figure = sql`insert into observation_revision select 1, region_code, indicator_code, kind, 2024, measure, revision, value, missing_reason, provisional, break_before, source, note, sample, correction_code, correction_reason from observation_revision`
    await expect(figure.execute(db)).rejects.toThrow('newest audit line only')
  })

  it('a clock that ran backwards writes at the instant of the line before', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    const data = { code: '37', nameZh: '山东', nameEn: 'Shandong', parentCode: null }
    await record(db, { action: 'region.add', data }, new Date('2001-01-01T00:00:00.000Z'))
    const lines = await db.selectFrom('audit_line').select('at').orderBy('seq', 'desc').limit(2).execute()
    expect(lines[0]?.at).toBe(lines[1]?.at)
  })

  it('a change that the database refuses leaves no line in the log', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    const before = await db.selectFrom('audit_line').selectAll().execute()
    await expect(addIndicator(db, { theme: 'no-such-theme' })).rejects.toThrow()
    expect(await db.selectFrom('audit_line').selectAll().execute()).toEqual(before)
  })
})

describe('nothing is ever replaced (sqlite)', () => {
  it('an insert that would replace a row is refused as well', async () => {
    const db = await databaseOfTest('sqlite')
    await addGround(db)
    const replace = sql`insert or replace into region (code, seq, name_zh, name_en) values ('63', 1, '别处', 'Elsewhere')`
    await expect(replace.execute(db)).rejects.toThrow('already has this row')
    const log = sql`insert or replace into audit_line select seq, at, 'someone', role, action, object, line, hash, reason from audit_line where seq = 1`
    await expect(log.execute(db)).rejects.toThrow('already has this row')
    const sameHash = sql`insert or replace into audit_line select 4, at, actor, role, action, object, line, hash, reason from audit_line where seq = 1`
    await expect(sameHash.execute(db)).rejects.toThrow('already has this row')
  })
})
