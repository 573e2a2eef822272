import { setTimeout as delay } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import type { Engine } from '../../server/db/dialect.ts'
import { isDaytime, remindEveryHour } from '../../server/reminders/schedule.ts'
import { openApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { openDesk } from '../helpers/desk.ts'
import { record } from '../helpers/world.ts'
import { type MailServer, startMailServer } from './mail-server.ts'

it.each([
  ['2026-06-30T08:00:00+08:00', true],
  ['2026-06-30T19:59:59+08:00', true],
  ['2026-06-30T20:00:00+08:00', false],
  ['2026-06-30T07:59:59+08:00', false],
  ['2026-06-30T02:00:00+08:00', false],
])('at %s people may be written to: %s', (instant, is) => {
  expect(isDaytime(new Date(instant))).toBe(is)
})

async function listen(engine: Engine, instant: string): Promise<MailServer> {
  const server = await startMailServer()
  const { db } = await openDesk(await databaseOfTest(engine))
  const account = { displayName: '索南', role: 'reporter', regionCode: '63', active: true, revision: 2 } as const
  const data = { ...account, username: 'qh-reporter', email: 'suonan@example.org' }
  await record(db, { action: 'account.revise', data })
  const { app } = await openApp(db)
  const mail = { smtpUrl: server.url, from: 'tanbiao@example.org', address: 'https://tanbiao.example' }
  remindEveryHour(app, db, mail, () => new Date(instant))
  await app.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(async () => {
    await app.close()
    await server.close()
  })
  return server
}

describeOnBothEngines('the program', (engine) => {
  it('reminds as soon as it listens', async () => {
    const { delivered } = await listen(engine, '2026-06-30T10:00:00+08:00')
    await expect.poll(() => delivered.map(({ to }) => to), { timeout: 10_000 }).toEqual(['suonan@example.org'])
  })

  it('lets people sleep', async () => {
    const { delivered } = await listen(engine, '2026-06-30T23:00:00+08:00')
    await delay(500)
    expect(delivered).toEqual([])
  })
})
