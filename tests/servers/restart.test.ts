import { once } from 'node:events'
import { type AddressInfo, connect as dial, createServer, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import { connect } from '../../server/db/connect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import type { Database } from '../../server/db/schema.ts'
import { NOW, openApp, type TestApp } from '../helpers/app.ts'
import { initialise, KEEPING_COMMITS, makeHome, type PostgresServer, startServer } from '../helpers/postgres.ts'
import { addAccount, signIn } from '../helpers/accounts.ts'
import { addGround } from '../helpers/world.ts'

/** A way to PostgreSQL that can be cut as a cable is: nothing is closed, nothing comes through. */
async function openWire(to: number) {
  const sockets = new Set<Socket>()
  let isSilent = false
  const wire = createServer((near) => {
    sockets.add(near)
    near.on('error', () => undefined)
    if (isSilent) return
    const far = dial(to, '127.0.0.1')
    sockets.add(far)
    far.on('error', () => undefined)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('data', (bytes) => void (isSilent || other.write(bytes)))
      one.on('close', () => void (isSilent || other.destroy()))
    }
  }).listen(0, '127.0.0.1')
  await once(wire, 'listening')
  return {
    port: (wire.address() as AddressInfo).port,
    fallSilent: () => void (isSilent = true),
    speak: () => void (isSilent = false),
    close: () => {
      for (const socket of sockets) socket.destroy()
      wire.close()
    },
  }
}

describe('while PostgreSQL is restarted', () => {
  const home = makeHome()
  let server: PostgresServer
  let db: Kysely<Database>
  let app: TestApp
  beforeAll(async () => {
    server = await startServer(home, initialise(home), KEEPING_COMMITS)
    db = connect({ url: server.url, dataDir: '' })
    await migrateToLatest(db)
    await addGround(db)
    await addAccount(db, { username: 'auditor', role: 'auditor' })
    app = await openApp(db)
  }, 60_000)
  afterAll(async () => {
    await app.app.close()
    await db.destroy()
    await server.stop('fast')
    home.remove()
  })

  const terminateOthers = async (): Promise<void> => {
    const other = connect({ url: server.url, dataDir: '' })
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()
              and backend_type = 'client backend'`.execute(other)
    await other.destroy()
  }

  it('requests are told so at once, with a time after which to try again, and go on once it is back', async () => {
    const headers = await signIn(db, 'auditor', NOW)
    await server.stop('immediate')
    for (const method of ['GET', 'DELETE'] as const) {
      const url = method === 'GET' ? '/api/regions' : '/api/session'
      const { status, headers: told, body } = await app.request({ method, url, headers })
      expect({ status, retry: told['retry-after'] }).toEqual({ status: 503, retry: '2' })
      expect(body).toMatchObject({ code: 'database-unavailable', title: '暂不接受请求' })
    }
    await server.start()
    expect((await app.get('/api/regions', headers)).status).toBe(200)
    expect((await app.request({ method: 'DELETE', url: '/api/session', headers })).status).toBe(200)
  })

  it('a host that is gone without a word is noticed, and requests are told so', async () => {
    const wire = await openWire(server.port)
    const over = connect({ url: server.url.replace(`:${server.port}/`, `:${wire.port}/`), dataDir: '' })
    const { get } = await openApp(over)
    expect((await get('/api/regions')).status).toBe(200)
    wire.fallSilent()
    const asked = [get('/api/regions'), get('/api/progress')]
    for (const { status, body } of await Promise.all(asked)) {
      expect({ status, code: body['code'] }).toEqual({ status: 503, code: 'database-unavailable' })
    }
    wire.speak()
    await expect.poll(async () => (await get('/api/regions')).status).toBe(200)
    await over.destroy()
    wire.close()
  }, 90_000)

  it('a read that loses its connection is asked once more, and is answered', async () => {
    const slow = db
      .selectFrom('region')
      .select(['code', sql`pg_sleep(1)`.as('slept')])
      .executeTakeFirst()
    await delay(300)
    await terminateOthers()
    expect(await slow).toMatchObject({ code: '63' })
  })

  it('what comes after the loss in a transaction is not done outside of it', async () => {
    const themes = async () => (await db.selectFrom('theme').select('code').execute()).length
    const before = await themes()
    const lost = inWriteTransaction(db, async (trx) => {
      await sql`select 1`.execute(trx)
      await terminateOthers()
      await delay(200)
      const insert = sql`insert into theme select max(seq) + 1, 'lost', '丢失', 'Lost' from theme`
      await insert.execute(trx).catch(() => undefined)
      await insert.execute(trx).catch(() => undefined)
      await trx.selectFrom('theme').select('code').execute()
    })
    await expect(lost).rejects.toThrow('Connection terminated')
    expect(await themes()).toBe(before)
  })
})
