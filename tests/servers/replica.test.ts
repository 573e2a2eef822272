import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { findLastLine } from '../../server/audit/queries.ts'
import { connect, replicaOf } from '../../server/db/connect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import type { Database } from '../../server/db/schema.ts'
import { openExporter } from '../../server/exports/exporter.ts'
import { addAccount, signIn } from '../helpers/accounts.ts'
import { NOW, openApp, type TestApp } from '../helpers/app.ts'
import { emptyPostgres } from '../helpers/databases.ts'
import { type ReplicatedPostgres, startReplicated } from '../helpers/postgres-replica.ts'
import { addApproved, addGround, addIndicator } from '../helpers/world.ts'

const LOOPBACK = ['127.0.0.0/8']

describe('reads with DATABASE_REPLICA_URL', () => {
  let pair: ReplicatedPostgres
  let db: Kysely<Database>
  let app: TestApp
  beforeAll(async () => {
    pair = await startReplicated()
    const url = await emptyPostgres(pair.primary.url)
    db = connect({ url, replicaUrl: pair.replica.url.replace(/[^/]*$/, url.split('/').at(-1) ?? ''), dataDir: '' })
    await migrateToLatest(db)
    await addGround(db)
    await addIndicator(db)
    await addAccount(db, { username: 'auditor', role: 'auditor' })
    app = await openApp(db, NOW, { metricsFrom: LOOPBACK })
  }, 60_000)
  afterAll(async () => {
    await app.app.close()
    await db.destroy()
    await pair.remove()
  })

  const state = () => replicaOf(db)?.state() ?? { isUp: false, reads: -1, passedOn: -1 }
  const isUp = () => expect.poll(() => state().isUp).toBe(true)
  const hasAll = async () => {
    const last = await findLastLine(db)
    await expect.poll(() => onReplica(sql`select max(seq) as number from audit_line`)).toBe(last?.seq)
  }
  async function primaryUrl(): Promise<string> {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
    return pair.primary.url.replace(/[^/]*$/, rows[0]?.name ?? '')
  }
  async function onReplica(query: ReturnType<typeof sql>): Promise<unknown> {
    const name = (await primaryUrl()).split('/').at(-1) ?? ''
    const other = connect({ url: pair.replica.url.replace(/[^/]*$/, name), dataDir: '' })
    try {
      const { rows } = await query.execute(other)
      return (rows[0] as { number?: unknown } | undefined)?.number
    } finally {
      await other.destroy()
    }
  }
  const valuesOf = async (headers: Record<string, string> = {}) => {
    const { status, body } = await app.get<{ items: { value: string }[] }>(
      '/api/observations?indicator=laboratories',
      headers,
    )
    expect(status).toBe(200)
    return body.items.map(({ value }) => value)
  }

  it('are answered by the replica once it has what the log of the primary has', async () => {
    await isUp()
    await addApproved(db, { year: 2021, value: '21' })
    await expect
      .poll(async () => {
        const before = state().reads
        expect(await valuesOf()).toEqual(['21'])
        return state().reads > before
      })
      .toBe(true)
  })

  it('are answered by it as well where a thread writes a long file', async () => {
    const url = await primaryUrl()
    const name = url.split('/').at(-1) ?? ''
    const exporter = openExporter({ url, replicaUrl: pair.replica.url.replace(/[^/]*$/, name), dataDir: '' })
    onTestFinished(() => exporter.close())
    const { get } = await openApp(db, NOW, { exporter })
    await isUp()
    await hasAll()
    const known = await onReplica(
      sql`select coalesce(max(backend_start), 'epoch')::text as number from pg_stat_activity`,
    )
    const asked = sql`select count(*)::integer as number from pg_stat_activity
      where datname = current_database() and backend_start > ${known}::timestamptz and query like 'select "%'`
    await expect
      .poll(async () => {
        const { text } = await get('/api/observations.csv')
        expect(text.split('\r\n')).toHaveLength(3)
        return await onReplica(asked)
      })
      .toBeGreaterThan(0)
  })

  it('are answered by the primary while the replica is behind, never older than what was stored', async () => {
    await isUp()
    await onReplica(sql`select pg_wal_replay_pause()::text as number`)
    onTestFinished(async () => void (await onReplica(sql`select pg_wal_replay_resume()::text as number`)))
    await addApproved(db, { year: 2022, value: '22' })
    const { reads, passedOn } = state()
    expect(await valuesOf()).toEqual(['21', '22'])
    expect(state()).toMatchObject({ isUp: true, reads })
    expect(state().passedOn).toBeGreaterThan(passedOn)
  })

  it('know at once that a session has ended, though the replica does not', async () => {
    await isUp()
    const headers = await signIn(db, 'auditor')
    await onReplica(sql`select pg_wal_replay_pause()::text as number`)
    onTestFinished(async () => void (await onReplica(sql`select pg_wal_replay_resume()::text as number`)))
    expect((await app.get('/api/audit', headers)).status).toBe(200)
    await db.deleteFrom('session').execute()
    expect((await app.get('/api/audit', headers)).status).toBe(401)
  })

  it('go on without an error while the replica is gone, and to it again once it is back', async () => {
    await isUp()
    await pair.replica.stop('immediate')
    expect(await valuesOf()).toEqual(['21', '22'])
    expect(state().isUp).toBe(false)
    expect(await app.get('/api/ready')).toMatchObject({ status: 200, body: { status: 'ready', replica: 'down' } })
    expect((await app.get('/metrics')).text).toContain('tanbiao_replica_up 0\n')
    await pair.replica.start()
    await isUp()
    await hasAll()
    const { reads } = state()
    expect(await valuesOf()).toEqual(['21', '22'])
    expect(state().reads).toBeGreaterThan(reads)
    expect(await app.get('/api/ready')).toMatchObject({ status: 200, body: { status: 'ready', replica: 'up' } })
    const { text } = await app.get('/metrics')
    expect(text).toContain('tanbiao_replica_up 1\n')
    expect(text).toContain('tanbiao_replica_lag_lines 0\n')
  })

  it('do not go to a database with another log', async () => {
    const wrongUrl = await emptyPostgres(pair.primary.url)
    const wrong = connect({ url: wrongUrl, dataDir: '' })
    await migrateToLatest(wrong)
    await addGround(wrong)
    for (let index = 0; index < 40; index++) await addIndicator(wrong, { code: `another-${index}` })
    await wrong.destroy()
    const mistaken = connect({ url: await primaryUrl(), replicaUrl: wrongUrl, dataDir: '' })
    onTestFinished(() => mistaken.destroy())
    const { get } = await openApp(mistaken)
    await expect.poll(() => replicaOf(mistaken)?.state().isUp).toBe(true)
    const { body } = await get<{ items: unknown[] }>('/api/observations?indicator=laboratories')
    expect(body.items).toHaveLength(2)
    expect(replicaOf(mistaken)?.state()).toMatchObject({ isUp: false, reads: 0 })
  })
})
