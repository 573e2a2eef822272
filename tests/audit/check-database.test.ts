import { type Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { checkDatabase } from '../../server/audit/check-database.ts'
import { openHead } from '../../server/audit/head-keeper.ts'
import { auditFolder } from '../../server/audit/keys.ts'
import { DERIVED_TABLES, LOGGED_TABLES, UNLOGGED_TABLES } from '../../server/audit/logged-tables.ts'
import { engineOf } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import { NOW } from '../helpers/app.ts'
import { temporaryFolder } from '../helpers/audit-folder.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { openTables } from '../helpers/tamper.ts'

describeOnBothEngines('the tables held against the log', (engine) => {
  const checked = async (edit: (db: Kysely<Database>) => Promise<unknown> = async () => undefined) => {
    const db = await databaseOfTest(engine)
    const dataDir = temporaryFolder()
    await loadDemo(db, NOW)
    await (await openHead(db, dataDir, () => NOW)).close()
    await openTables(db)
    await edit(db)
    return await checkDatabase(db, auditFolder(dataDir))
  }
  const run = (statement: string) => (db: Kysely<Database>) => sql.raw(statement).execute(db)

  it('are as it says in an untouched database', async () => {
    expect(await checked()).toMatchObject({ troubles: [], differences: [], differing: 0 })
  }, 60_000)

  it('are all there are: each table of the schema is compared, or named as left out', async () => {
    const db = await databaseOfTest(engine)
    const names =
      engineOf(db) === 'sqlite'
        ? sql<{ name: string }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
        : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`
    const tables = (await names.execute(db)).rows.map(({ name }) => name).filter((name) => !name.startsWith('kysely_'))
    const known = [LOGGED_TABLES, UNLOGGED_TABLES, DERIVED_TABLES].flatMap((list) => Object.keys(list))
    expect(tables.toSorted()).toEqual(known.toSorted())
  })

  it('tell a figure that was changed by hand: table, key, column and both values', async () => {
    const { differences, differing } = await checked(async (db) => {
      await run(
        "update observation_revision set value = '99.5' where seq = (select min(seq) from observation_revision where value is not null)",
      )(db)
      await run(
        "update milestone set value = '1' where target_revision_seq = (select min(target_revision_seq) from milestone where year = 2030 and value is not null) and year = 2030",
      )(db)
    })
    expect(differing).toBe(2)
    expect(differences).toEqual([
      {
        table: 'milestone',
        key: expect.stringMatching(/^target_revision_seq \d+, year 2030$/),
        column: 'value',
        logged: expect.stringMatching(/^"-?[\d.]+"$/),
        stored: '"1"',
      },
      {
        table: 'observation_revision',
        key: expect.stringMatching(/^seq \d+$/),
        column: 'value',
        logged: expect.stringMatching(/^"-?[\d.]+"$/),
        stored: '"99.5"',
      },
    ])
  }, 60_000)

  it('tell a row that was deleted, one that was added, and one whose key was changed', async () => {
    const { differences } = await checked(async (db) => {
      await run('delete from observation_step where seq = (select max(seq) from observation_step)')(db)
      await run("insert into theme (code, seq, name_zh, name_en) values ('x', 100000, '题', 'X')")(db)
      await run("update theme set seq = 1 where code = 'platforms'")(db)
    })
    const told = differences.map(({ table, key, logged, stored }) => [
      table,
      key,
      logged !== undefined,
      stored !== undefined,
    ])
    expect(told).toEqual([
      ['theme', 'seq 1', false, true],
      ['theme', expect.stringMatching(/^seq \d+$/), true, false],
      ['theme', 'seq 100000', false, true],
      ['observation_step', expect.stringMatching(/^seq \d+$/), true, false],
    ])
  }, 60_000)

  it('tell twenty differences and count the rest', async () => {
    const { differences, differing } = await checked(run('update audit_line set actor = upper(actor) where seq <= 57'))
    expect(differences).toHaveLength(20)
    expect(differing).toBe(57)
  }, 60_000)

  it('come with what is wrong of chain and HEAD', async () => {
    const { troubles } = await checked(run('delete from audit_line where seq > 300'))
    expect(troubles).toEqual([expect.stringMatching(/^The log has 300 lines; HEAD of .+ are gone\.$/)])
  }, 60_000)

  it('are compared as far as the log can be played', async () => {
    const { troubles } = await checked(run("update audit_line set line = replace(line, '全国', '别国') where seq = 1"))
    expect(troubles[0]).toBe('The audit log is broken at line 1: its text does not have its hash.')
  }, 60_000)
})
