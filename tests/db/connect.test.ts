import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { expect, inject, it, onTestFinished } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { loadPlans } from '../../seeds/load.ts'
import { connect, onDropped } from '../../server/db/connect.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import { maskPassword } from '../../server/db/address.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import type { Database } from '../../server/db/schema.ts'
import { NOW, openApp } from '../helpers/app.ts'
import { databaseOfTest } from '../helpers/databases.ts'

/** A further connection to the database of the test; terminates what else is connected to it. */
async function terminateOthers(name: string): Promise<void> {
  const administrator = connect({ url: inject('postgresUrl'), dataDir: '' })
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(administrator)
  await administrator.destroy()
}

async function nameOf(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  return rows[0]?.name ?? ''
}

async function secondConnection(db: Kysely<Database>): Promise<Kysely<Database>> {
  const second = connect({ url: inject('postgresUrl').replace(/[^/]*$/, await nameOf(db)), dataDir: '' })
  onTestFinished(() => second.destroy())
  return second
}

it('goes on with new connections after PostgreSQL dropped the idle ones, and tells of it (postgres)', async () => {
  const db = await databaseOfTest('postgres')
  const app = await openApp(db)
  const dropped: string[] = []
  onDropped(db, ({ message }) => dropped.push(message))
  expect((await app.get('/api/health')).status).toBe(200)
  await terminateOthers(await nameOf(db))
  await expect.poll(() => dropped.length).toBeGreaterThan(0)
  expect(dropped[0]).toContain('terminating connection')
  expect((await app.get('/api/health')).status).toBe(200)
})

it('goes on as well after PostgreSQL dropped one that was in use (postgres)', async () => {
  const db = await databaseOfTest('postgres')
  const name = await nameOf(db)
  const interrupted = db.transaction().execute(async (trx) => {
    await sql`select 1`.execute(trx)
    await terminateOthers(name)
    await delay(200)
    await sql`select 1`.execute(trx)
  })
  await expect(interrupted).rejects.toThrow()
  expect((await (await openApp(db)).get('/api/health')).status).toBe(200)
})

it('has PostgreSQL compile no statement (postgres)', async () => {
  const { rows } = await sql<{ jit: string }>`show jit`.execute(await databaseOfTest('postgres'))
  expect(rows).toEqual([{ jit: 'off' }])
})

it('has PostgreSQL plan once for each connection what is asked often, and only that (postgres)', async () => {
  const db = await databaseOfTest('postgres')
  await db.transaction().execute(async (trx) => {
    for (let asked = 0; asked < 20; asked += 1) {
      await sql`select ${asked}::integer as often`.execute(trx)
      await sql`select ${asked}::integer as ${sql.ref(`seldom-${asked}`)}`.execute(trx)
    }
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(trx)
    const statements = rows.map(({ statement }) => statement)
    expect(statements).toContain('select $1::integer as often')
    expect(statements.filter((statement) => statement.includes('seldom'))).toEqual([])
  })
})

it('answers what is read while a transaction is under way, from what is committed (sqlite)', async () => {
  const db = await databaseOfTest('sqlite')
  const listKeys = async (from: Kysely<Database>): Promise<string[]> =>
    (await from.selectFrom('sign_in_limit').select('key').execute()).map(({ key }) => key)
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('sign_in_limit').values({ key: 'one', failures: 1, last_at: NOW.toISOString() }).execute()
    expect(await listKeys(trx)).toEqual(['one'])
    expect(await listKeys(db)).toEqual([])
  })
  expect(await listKeys(db)).toEqual(['one'])
})

it('refuses what a write transaction asks beside its own connection (sqlite)', async () => {
  const db = await databaseOfTest('sqlite')
  const beside = inWriteTransaction(db, async () => await db.selectFrom('region').selectAll().execute())
  await expect(beside).rejects.toThrow('its own connection')
  expect(await db.selectFrom('region').selectAll().execute()).toEqual([])
})

it('lets one transaction after the other, in the order in which they came (sqlite)', async () => {
  const db = await databaseOfTest('sqlite')
  const begun: number[] = []
  const transact = async (place: number): Promise<void> =>
    await db.transaction().execute(async (trx) => {
      begun.push(place)
      await trx.selectFrom('sign_in_limit').selectAll().execute()
      if (place < 10) others.push(transact(place + 10))
    })
  const others: Promise<void>[] = []
  await Promise.all(Array.from({ length: 10 }, (_, place) => transact(place)))
  await Promise.all(others)
  expect(begun).toEqual(Array.from({ length: 20 }, (_, place) => place))
})

it('hears whoever else comes between two that write (sqlite)', async () => {
  const db = await databaseOfTest('sqlite')
  let heard = 0
  const listening = setInterval(() => (heard += 1), 1)
  onTestFinished(() => clearInterval(listening))
  const heardAt: number[] = []
  const write = async (): Promise<void> =>
    await inWriteTransaction(db, async (trx) => {
      heardAt.push(heard)
      const until = performance.now() + 5
      while (performance.now() < until) await trx.selectFrom('region').selectAll().execute()
    })
  await Promise.all([write(), write(), write(), write()])
  // Before the second a timer may not be due yet.
  expect(new Set(heardAt.slice(1)).size).toBe(3)
})

it('does not wait for ever on a host that takes the connection and stays silent (postgres)', async () => {
  const sockets: Socket[] = []
  const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const db = connect({ url: `postgres://x@127.0.0.1:${(silent.address() as AddressInfo).port}/x`, dataDir: '' })
  onTestFinished(async () => {
    await db.destroy()
    for (const socket of sockets) socket.destroy()
    silent.close()
  })
  await expect(sql`select 1`.execute(db)).rejects.toThrow('timeout')
}, 20_000)

it.each([
  ['the plans', (db: Kysely<Database>) => loadPlans(db, NOW)],
  ['the demo', (db: Kysely<Database>) => loadDemo(db, NOW)],
])('two that load %s at once load them once (postgres)', async (_what, load) => {
  const db = await databaseOfTest('postgres')
  await Promise.all([load(db), load(await secondConnection(db))])
  const lines = await db.selectFrom('audit_line').where('object', '=', 'region/00').selectAll().execute()
  expect(lines).toHaveLength(1)
})

it('two that migrate at once both get the newest schema (postgres)', async () => {
  const url = inject('postgresUrl')
  const administrator = connect({ url, dataDir: '' })
  onTestFinished(() => administrator.destroy())
  const name = `m_${randomUUID().replaceAll('-', '')}`
  await sql.raw(`create database ${name}`).execute(administrator)
  const [first, second] = [1, 2].map(() => connect({ url: url.replace(/[^/]*$/, name), dataDir: '' }))
  onTestFinished(async () => void (await Promise.all([first?.destroy(), second?.destroy()])))
  await Promise.all([migrateToLatest(first!), migrateToLatest(second!)])
  expect(await second!.selectFrom('audit_line').selectAll().execute()).toEqual([])
})

it.each([
  ['postgres://tanbiao:secret@db:5432/tanbiao', 'postgres://tanbiao:***@db:5432/tanbiao'],
  ['postgres://tanbiao@db/tanbiao', 'postgres://tanbiao@db/tanbiao'],
  ['postgres://db/tanbiao?user=x&password=secret', 'postgres://db/tanbiao?user=x&password=***'],
  ['postgres://tanbiao:sec#ret@db/tanbiao', 'postgres://***@db/tanbiao'],
  ['postgres://tanbiao:secret', 'postgres://***'],
])('%s is shown as %s', (address, shown) => {
  expect(maskPassword(address)).toBe(shown)
})
