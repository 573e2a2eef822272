import { expect, it } from 'vitest'
import { openApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines, shared } from '../helpers/databases.ts'
import { addApproved, addGround, addIndicator, anIndicator, PLAN } from '../helpers/world.ts'

describeOnBothEngines('the reference lists', (engine) => {
  const world = shared(engine, async (db) => {
    await addGround(db)
    await addIndicator(db)
    await addIndicator(db, { code: 'built', kind: 'done', unitZh: '', unitEn: '', min: null })
    return await openApp(db)
  })

  it.each([
    ['regions', [{ code: '63', nameZh: '青海', nameEn: 'Qinghai', parentCode: null }]],
    ['themes', [{ code: 'platforms', nameZh: '创新平台', nameEn: 'Platforms' }]],
    ['plans', [PLAN]],
    ['indicators', [anIndicator(), anIndicator({ code: 'built', kind: 'done', unitZh: '', unitEn: '', min: null })]],
  ])('GET /api/%s answers every field of each', async (name, items) => {
    const { get } = world()
    const { status, body } = await get(`/api/${name}`)
    expect(status).toBe(200)
    expect(body).toEqual({ asOf: '2026-06-30T04:00:00.000Z', total: items.length, items, nextCursor: null })
  })

  it.each(['regions', 'themes', 'plans', 'indicators'])(
    'GET /api/%s takes asOf, limit and cursor, and nothing else',
    async (name) => {
      const { get } = world()
      expect((await get(`/api/${name}?asOf=2020-01-01`)).body).toMatchObject({ total: 0, items: [] })
      expect((await get(`/api/${name}?limit=1`)).body).toMatchObject({ items: [{}] })
      expect((await get(`/api/${name}?colour=red`)).status).toBe(400)
      expect((await get(`/api/${name}?cursor=WyI5OSJd`)).status).toBe(400)
      expect((await get(`/api/${name}?asOf=2026-13-01`)).status).toBe(400)
    },
  )

  it('pages through a list, each item once', async () => {
    const { get } = world()
    const first = await get<{ items: { code: string }[]; nextCursor: string }>('/api/indicators?limit=1')
    const second = await get<{ items: { code: string }[]; nextCursor: null }>(
      `/api/indicators?limit=1&cursor=${first.body.nextCursor}`,
    )
    expect([...first.body.items, ...second.body.items].map(({ code }) => code)).toEqual(['laboratories', 'built'])
    expect(second.body.nextCursor).toBeNull()
  })
})

describeOnBothEngines('GET /api/health', (engine) => {
  it('says what the service holds', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    await addApproved(db, { year: 2024 })
    await addApproved(db, { year: 2025, sample: true })
    const { get } = await openApp(db)
    const { body } = await get('/api/health')
    expect(body).toEqual({
      status: 'ok',
      asOf: '2026-06-30T04:00:00.000Z',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      database: engine,
      observations: 2,
      sampleObservations: 1,
      auditHead: 'not-kept',
      auditLog: 'not-checked',
    })
  })
})

describeOnBothEngines('a clock that was set back', (engine) => {
  it('hides nothing that is already written', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    const { get } = await openApp(db, new Date('2020-01-01T00:00:00.000Z'))
    expect((await get('/api/regions')).body).toMatchObject({ asOf: '2023-07-01T00:00:00.000Z', total: 1 })
  })
})
