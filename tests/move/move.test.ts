import { cpSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { openHead } from '../../server/audit/head-keeper.ts'
import { auditFolder } from '../../server/audit/keys.ts'
import { PROGRAM } from '../../server/audit/program.ts'
import { findLastLine } from '../../server/audit/queries.ts'
import { connect } from '../../server/db/connect.ts'
import { type Engine, engineOf } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import { resolveAsOf } from '../../server/http/as-of.ts'
import { readEnclosed } from '../../server/snapshots/enclosed.ts'
import { snapshotsFolder } from '../../server/snapshots/folders.ts'
import { makeSnapshot } from '../../server/snapshots/make.ts'
import { loggedSince, signIn } from '../helpers/accounts.ts'
import { NOW, openApp } from '../helpers/app.ts'
import { temporaryFolder } from '../helpers/audit-folder.ts'
import { contentOf } from '../helpers/content.ts'
import { filledSide, fingerprintIn, newSide, runMove, type TestSide, withSide } from './sides.ts'

const other = (engine: Engine): Engine => (engine === 'sqlite' ? 'postgres' : 'sqlite')

const demo = async (db: Kysely<Database>): Promise<void> => {
  await loadDemo(db, NOW)
  await signIn(db, 'admin')
  await sql`insert into sign_in_limit (key, failures, last_at) values ('account:nobody', 2, ${NOW.toISOString()})`.execute(
    db,
  )
}

/** What is asked of both: lists, files, one thing, on a day and on an instant that are fixed. */
const ADDRESSES = [
  '/api/observations.csv?asOf=2026-06-30T04:00:00.000Z',
  '/api/targets.csv?asOf=2026-06-30T04:00:00.000Z',
  '/api/progress.csv?asOf=2026-06-30T04:00:00.000Z',
  '/api/composite.csv?asOf=2025-12-31',
  '/api/yearly-progress.csv?asOf=2026-06-30T04:00:00.000Z',
  '/api/changes.csv?since=2024-01-01&asOf=2026-06-30T04:00:00.000Z',
  '/api/progress?asOf=2026-06-30T04:00:00.000Z',
  '/api/targets?asOf=2026-06-30T04:00:00.000Z',
  '/api/regions?asOf=2026-06-30T04:00:00.000Z',
  '/api/indicators?asOf=2026-06-30T04:00:00.000Z',
  '/api/plans?asOf=2026-06-30T04:00:00.000Z',
  '/api/freshness?asOf=2026-06-30T04:00:00.000Z',
]

const answersOf = (side: TestSide): Promise<{ url: string; status: number; text: string }[]> =>
  withSide(side, async (db) => {
    const { app, get } = await openApp(db)
    const answers = []
    for (const url of ADDRESSES) {
      const { status, text } = await get(url)
      answers.push({ url, status, text })
    }
    await app.close()
    return answers
  })

const secretsOf = (side: TestSide): Promise<unknown[]> =>
  withSide(side, async (db) => [
    await db.selectFrom('password').selectAll().orderBy('seq').execute(),
    await db.selectFrom('invitation').selectAll().orderBy('seq').execute(),
    await db.selectFrom('session').selectAll().orderBy('token_hash').execute(),
    await db.selectFrom('sign_in_limit').selectAll().orderBy('key').execute(),
  ])

/** Makes a snapshot as the service on this side would, with the key of a folder. */
async function sumsOf({ place }: TestSide, dataDir: string): Promise<string> {
  const clock = (): Date => NOW
  const db = connect(place)
  const head = await openHead(db, dataDir, clock)
  const within = snapshotsFolder(temporaryFolder())
  const asOf = await resolveAsOf(db, clock, '2026-06-30T04:00:00.000Z')
  const snapshotPlace = { db, clock, within, signer: head.signer(), enclosed: readEnclosed() }
  const { fingerprint, files } = await makeSnapshot(snapshotPlace, { titleZh: '年度审计', asOf, actor: PROGRAM })
  await head.close()
  await db.destroy()
  return JSON.stringify({ fingerprint, files })
}

describe.each<Engine>(['sqlite', 'postgres'])('a database moved from %s to the other engine', (engine) => {
  it('and back is the same: rows, secrets, fingerprints, answers byte for byte, snapshots', async () => {
    const from = await filledSide(engine, demo)
    const to = await newSide(other(engine))
    const { dataDir } = from.place
    const there = await runMove(dataDir, from.address, to.address)
    expect(there).toMatchObject({ code: 0 })
    expect(fingerprintIn(there, 'TO')).toBe(fingerprintIn(there, 'FROM'))
    expect(there.stdout).toContain('✓ Every table has the same rows on both sides.')
    expect(there.stdout).toMatch(/✓ Every table is what the log of \d+ lines says\./)

    expect(await withSide(to, contentOf)).toEqual(await withSide(from, contentOf))
    const secrets = await secretsOf(from)
    expect(secrets.map((rows) => (rows as unknown[]).length)).toEqual([expect.any(Number), 0, 1, 1])
    expect(await secretsOf(to)).toEqual(secrets)
    const answers = await answersOf(from)
    expect(answers.map(({ url, status }) => ({ url, status }))).toEqual(ADDRESSES.map((url) => ({ url, status: 200 })))
    expect(await answersOf(to)).toEqual(answers)

    const back = await newSide(engine)
    const again = await runMove(dataDir, to.address, back.address)
    expect(again).toMatchObject({ code: 0 })
    expect(fingerprintIn(again, 'TO')).toBe(fingerprintIn(there, 'FROM'))

    const copied = temporaryFolder()
    cpSync(auditFolder(dataDir), auditFolder(copied), { recursive: true })
    expect(await sumsOf(to, copied)).toBe(await sumsOf(from, dataDir))
  }, 180_000)

  it('has every rule that a new one has, and nothing that a new one has not', async () => {
    const from = await filledSide(engine, demo)
    const to = await newSide(other(engine))
    expect(await runMove(from.place.dataDir, from.address, to.address, '--without-replay')).toMatchObject({ code: 0 })
    const fresh = await filledSide(other(engine), async () => undefined)
    expect(await withSide(to, schemaOf)).toEqual(await withSide(fresh, schemaOf))
    await withSide(to, async (db) => {
      const act = (statement: string) => expect(sql.raw(statement).execute(db)).rejects
      await act("update observation_revision set value = '1'").toThrow('observation_revision is append-only')
      await act('delete from audit_line').toThrow('audit_line is append-only')
      await act("insert into theme (code, seq, name_zh, name_en) values ('x', 1, '题', 'X')").toThrow(/theme/)
    })
  }, 120_000)

  it('goes on where it is: who was signed in still is, and the log takes its next line', async () => {
    let headers = { cookie: '' }
    const from = await filledSide(engine, async (db) => {
      await loadDemo(db, NOW)
      headers = await signIn(db, 'admin')
    })
    const to = await newSide(other(engine))
    const { dataDir } = from.place
    expect(await runMove(dataDir, from.address, to.address, '--without-replay')).toMatchObject({ code: 0 })
    await withSide(to, async (db) => {
      const { request } = await openApp(db)
      expect((await request({ method: 'GET', url: '/api/accounts', headers })).status).toBe(200)
      const before = (await findLastLine(db))?.seq ?? 0
      expect((await request({ method: 'GET', url: '/api/audit', headers })).status).toBe(404)
      expect(await loggedSince(db, before)).toMatchObject([{ actor: 'admin', data: { route: '/api/audit' } }])
    })
  }, 120_000)
})

/** Tables, indices, rules and what they say; on PostgreSQL which of them are in force too. */
async function schemaOf(db: Kysely<Database>): Promise<unknown[]> {
  const isSqlite = engineOf(db) === 'sqlite'
  const { rows } = isSqlite
    ? await sql`select type, name, sql from sqlite_master order by type, name`.execute(db)
    : await sql`select relname, tgname, tgenabled, pg_get_triggerdef(t.oid) as text from pg_trigger t
        join pg_class c on c.oid = t.tgrelid where not tgisinternal
        union all select tablename, indexname, '', indexdef from pg_indexes where schemaname = current_schema()
        order by 1, 2`.execute(db)
  return rows
}
