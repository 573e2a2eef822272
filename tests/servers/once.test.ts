import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '../../server/db/schema.ts'
import { signIn } from '../helpers/accounts.ts'
import { openApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { openDesk } from '../helpers/desk.ts'

const NAME = '0123456789abcdef0123456789abcdef'

describeOnBothEngines('a request that a proxy sends again to the other server', (engine) => {
  const open = async () => {
    const { db } = await openDesk(await databaseOfTest(engine))
    const apps = await Promise.all([openApp(db), openApp(db)])
    const headers = await signIn(db, 'qh-reporter')
    const save = async (server: 0 | 1, value: string, name?: string) =>
      await apps[server].request({
        ...{ method: 'PUT', url: '/api/observations' },
        headers: { ...headers, ...(name !== undefined && { 'x-request-id': name }) },
        payload: { items: [{ regionCode: '63', indicatorCode: 'laboratories', year: 2025, value }] },
      })
    return { db, save, apps, headers }
  }
  const entered = async (db: Kysely<Database>) =>
    (await db.selectFrom('observation_revision').select('value').where('year', '=', 2025).execute()).map(
      ({ value }) => value,
    )

  it('is done once, and told so', async () => {
    const { db, save } = await open()
    expect((await save(0, '1', NAME)).status).toBe(200)
    const again = await save(1, '1', NAME)
    expect(again.status).toBe(409)
    expect(again.body).toMatchObject({ code: 'done-before' })
    expect(await entered(db)).toEqual(['1'])
  })

  it('is done where the first server refused or failed before it was done', async () => {
    const { db, save } = await open()
    expect((await save(0, '1e5', NAME)).status).toBe(400)
    expect((await save(1, '2', NAME)).status).toBe(200)
    expect(await entered(db)).toEqual(['2'])
  })

  it('is another one without a name, or with another', async () => {
    const { db, save } = await open()
    const names = [undefined, undefined, NAME, `${NAME}0`, 'short', 'short']
    for (const [index, name] of names.entries()) {
      expect((await save(0, String(index), name)).status).toBe(200)
    }
    expect(await entered(db)).toHaveLength(6)
  })

  it('is forgotten after ten minutes', async () => {
    const { db, save, apps, headers } = await open()
    await db.insertInto('request_done').values({ id: 'old', at: '2026-06-30T03:49:59.000Z' }).execute()
    expect((await save(0, '4', NAME)).status).toBe(200)
    expect(await db.selectFrom('request_done').select('id').execute()).toEqual([{ id: NAME }])
    expect((await apps[0].get('/api/session', { ...headers, 'x-request-id': NAME })).status).toBe(200)
  })
})
