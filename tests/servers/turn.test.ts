import { setTimeout as delay } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { expect, inject, it, onTestFinished } from 'vitest'
import type { Engine } from '../../server/db/dialect.ts'
import { connect } from '../../server/db/connect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import type { Database } from '../../server/db/schema.ts'
import { remindEveryHour } from '../../server/reminders/schedule.ts'
import { MAKER } from '../../server/snapshots/maker.ts'
import { inTurn } from '../../server/turn.ts'
import { NOW, openApp } from '../helpers/app.ts'
import { temporaryFolder } from '../helpers/audit-folder.ts'
import { describeOnBothEngines, emptyPostgres } from '../helpers/databases.ts'
import { openDesk } from '../helpers/desk.ts'
import { record } from '../helpers/world.ts'
import { startMailServer } from '../reminders/mail-server.ts'

/** Two connections to one database, as two servers have them; of SQLite one, since two of one process wait for each other for ever. */
async function openTwice(engine: Engine): Promise<[Kysely<Database>, Kysely<Database>]> {
  const url = engine === 'postgres' ? await emptyPostgres(inject('postgresUrl')) : undefined
  const place = { dataDir: temporaryFolder(), url }
  const one = connect(place)
  const other = engine === 'postgres' ? connect(place) : one
  await migrateToLatest(one)
  onTestFinished(async () => void (await Promise.all([one.destroy(), other.destroy()])))
  return [one, other]
}

const clock = (): Date => NOW
const later = (minutes: number) => (): Date => new Date(NOW.getTime() + minutes * 60_000)

describeOnBothEngines('the work of the hour', (engine) => {
  it('is done by one of two servers, and by the other when it is done', async () => {
    const [one, other] = await openTwice(engine)
    let done = 0
    const work = async (): Promise<void> => {
      await delay(200)
      done += 1
    }
    const took = await Promise.all([inTurn(one, 'work', clock, work), inTurn(other, 'work', clock, work)])
    expect({ took: took.toSorted(), done }).toEqual({ took: [false, true], done: 1 })
    expect(await inTurn(other, 'work', clock, work)).toBe(true)
    expect(await inTurn(other, 'another work', clock, () => inTurn(one, 'work', clock, work))).toBe(true)
    expect(done).toBe(3)
  })

  it('can be begun again by another after it has failed', async () => {
    const [one, other] = await openTwice(engine)
    const failing = inTurn(one, 'work', clock, () => Promise.reject(new Error('no')))
    await expect(failing).rejects.toThrow('no')
    expect(await inTurn(other, 'work', clock, async () => undefined)).toBe(true)
  })

  it('is taken over from a server that was killed: of this machine at once, of another after five minutes', async () => {
    const [one, other] = await openTwice(engine)
    const until = later(5)().toISOString()
    const dead = MAKER.replace(/-[0-9]+-/, '-4194303-')
    await one.insertInto('turn').values({ work: 'work', holder: dead, until }).execute()
    expect(await inTurn(other, 'work', clock, async () => undefined)).toBe(true)
    const elsewhere = MAKER.replace(/^[0-9a-f]{8}/, '00000000')
    await one.insertInto('turn').values({ work: 'work', holder: elsewhere, until }).execute()
    expect(await inTurn(other, 'work', later(4), async () => undefined)).toBe(false)
    expect(await inTurn(other, 'work', later(6), async () => undefined)).toBe(true)
  })

  it('is given up by a server that was so long silent that another has taken it over', async () => {
    const [one, other] = await openTwice(engine)
    await inTurn(one, 'work', clock, async (keep) => {
      expect(await keep()).toBe(true)
      expect(await inTurn(other, 'work', later(6), async () => expect(await keep()).toBe(false))).toBe(true)
    })
  })

  it('sends no letter twice, though two servers begin at once', async () => {
    const mail = await startMailServer()
    const [one, other] = await openTwice(engine)
    const desk = await openDesk(one, { opensOn: '2026-06-01', closesOn: '2026-07-31' })
    for (const username of ['qh-reporter', 'qh-second']) {
      const account = { username, role: 'reporter', email: `${username}@example.org`, displayName: username } as const
      await record(desk.db, {
        action: 'account.revise',
        data: { ...account, regionCode: '63', active: true, revision: 2 },
      })
    }
    const settings = { smtpUrl: mail.url, from: 'tanbiao@example.org', address: 'https://tanbiao.example' }
    const apps = await Promise.all([one, other].map((db) => openApp(db)))
    for (const [index, { app }] of apps.entries()) remindEveryHour(app, index === 0 ? one : other, settings, clock)
    await Promise.all(apps.map(({ app }) => app.listen({ host: '127.0.0.1', port: 0 })))
    onTestFinished(() => mail.close())
    const sent = () => mail.delivered.map(({ to }) => to).toSorted()
    await expect.poll(sent).toEqual(['qh-reporter@example.org', 'qh-second@example.org'])
    await Promise.all(apps.map(({ app }) => app.close()))
    expect(sent()).toHaveLength(2)
  })
})
