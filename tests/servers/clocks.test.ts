import { expect, it } from 'vitest'
import { openApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addGround } from '../helpers/world.ts'

describeOnBothEngines('clocks that differ a little', (engine) => {
  it('the moment that one server calls now is known to another whose clock is a little behind', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    const now = new Date()
    const ahead = await openApp(db, now)
    const behind = await openApp(db, now, { clock: () => new Date(Date.now() - 400) })
    const { body } = await ahead.get<{ asOf: string }>('/api/progress')
    const later = await behind.get<{ asOf: string }>(`/api/progress?asOf=${body.asOf}`)
    expect(later).toMatchObject({ status: 200, body: { asOf: body.asOf } })
    const future = new Date(Date.now() + 60_000).toISOString()
    expect((await behind.get(`/api/progress?asOf=${future}`)).status).toBe(400)
  })
})
