import { expect, it } from 'vitest'
import { cookieOf, givePassword } from '../helpers/accounts.ts'
import { NOW, openApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { openDesk } from '../helpers/desk.ts'

const PASSWORD = 'eine Kuh auf dem Eis'

describeOnBothEngines('what one server knows, the other knows', (engine) => {
  const open = async () => {
    const { db } = await openDesk(await databaseOfTest(engine))
    await givePassword(db, 'qh-reporter', PASSWORD, NOW)
    const [one, other] = [await openApp(db), await openApp(db)]
    const say = (app: typeof one, password: string) =>
      app.request({ method: 'POST', url: '/api/session', payload: { username: 'qh-reporter', password } })
    return { one, other, say }
  }

  it('who is signed in, and who has signed out', async () => {
    const { one, other, say } = await open()
    const headers = { cookie: cookieOf((await say(one, PASSWORD)).headers) ?? '' }
    const sheet = async () => (await other.get('/api/sheets/63/2025', headers)).status
    expect(await sheet()).toBe(200)
    expect((await one.request({ method: 'DELETE', url: '/api/session', headers })).status).toBe(200)
    expect(await sheet()).toBe(401)
  })

  it('how often someone failed to sign in', async () => {
    const { one, other, say } = await open()
    const statuses: number[] = []
    for (const app of [one, other, one, other, one]) statuses.push((await say(app, 'ein Hund im Wald')).status)
    expect(statuses).toEqual([401, 401, 401, 401, 429])
  })

  it('which table was tried, so that it can be applied', async () => {
    const { one, other, say } = await open()
    const cookie = cookieOf((await say(one, PASSWORD)).headers) ?? ''
    const tried = await one.request({
      ...{ method: 'POST', url: '/api/imports?region=63&year=2025' },
      headers: { cookie, 'content-type': 'text/csv' },
      payload: '指标代码,2025 年数值,初步数,来源,备注,缺报原因\r\nlaboratories,46,,年报,,',
    })
    expect(tried.status).toBe(200)
    const url = `/api/imports/${String(tried.body['id'])}/apply`
    const applied = await other.request({ method: 'POST', url, headers: { cookie } })
    expect(applied).toMatchObject({ status: 200, body: { items: [{ value: '46' }] } })
  })
})
