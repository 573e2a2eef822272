import { expect, it } from 'vitest'
import type { ObservationList } from '../../server/contract/observation.ts'
import { openApp } from '../helpers/app.ts'
import { describeOnBothEngines, shared } from '../helpers/databases.ts'
import { addApproved, addDraft, addGround, addIndicator, record } from '../helpers/world.ts'

const FIRST = new Date('2025-03-01T02:00:00.000Z')
const LATER = new Date('2026-03-01T02:00:00.000Z')

/** A cursor that the program never gave out, though it has the form of one. */
const forged = (key: unknown[], instant = '2026-01-01T00:00:00.000Z'): string =>
  Buffer.from(JSON.stringify([instant, key])).toString('base64url')

describeOnBothEngines('GET /api/observations', (engine) => {
  const world = shared(engine, async (db) => {
    await addGround(db)
    await record(db, {
      action: 'region.add',
      data: { code: '37', nameZh: '山东', nameEn: 'Shandong', parentCode: null },
    })
    await addIndicator(db)
    await addIndicator(db, { code: 'change', kind: 'change', unitZh: '%', unitEn: '%', min: '-100' })
    await addApproved(db, { year: 2024, value: '40' }, FIRST)
    await addApproved(db, { indicatorCode: 'change', year: 2024, measure: 'since:2020', value: '-7.5' }, FIRST)
    await addApproved(db, { indicatorCode: 'change', year: 2024, measure: 'yoy', value: '-1.0' }, FIRST)
    await addApproved(db, { regionCode: '37', year: 2024, value: null, missingReason: 'not-collected' }, FIRST)
    const correction = { code: 'source-revised', reason: '年鉴修订' } as const
    await addApproved(db, { year: 2024, value: '41.0', revision: 2, correction, provisional: true }, LATER)
    await addDraft(db, { year: 2025, value: '45' }, LATER)
    const submitted = await addDraft(db, { year: 2023, value: '38' }, LATER)
    await record(db, { action: 'observation.submit', data: { observationId: submitted, comment: null } }, LATER)
    return await openApp(db)
  })

  const values = (body: ObservationList): (string | null)[] => body.items.map(({ value }) => value)

  it('answers the approved figures in force, in a fixed order, as they were typed', async () => {
    const { get } = world()
    const { status, body } = await get<ObservationList>('/api/observations')
    expect(status).toBe(200)
    expect(body.total).toBe(4)
    expect(
      body.items.map(({ regionCode, indicatorCode, measure, value }) => [regionCode, indicatorCode, measure, value]),
    ).toEqual([
      ['37', 'laboratories', 'value', null],
      ['63', 'change', 'since:2020', '-7.5'],
      ['63', 'change', 'yoy', '-1.0'],
      ['63', 'laboratories', 'value', '41.0'],
    ])
    expect(body.items[0]).toMatchObject({ missingReason: 'not-collected', state: 'approved' })
    expect(body.items[3]).toMatchObject({
      revision: 2,
      provisional: true,
      correction: { code: 'source-revised', reason: '年鉴修订' },
      enteredAt: LATER.toISOString(),
      submittedAt: LATER.toISOString(),
      decidedAt: LATER.toISOString(),
      enteredBy: null,
      decidedBy: null,
      indicator: { nameZh: '重点实验室数量' },
    })
  })

  it('answers what was in force at an earlier instant', async () => {
    const { get } = world()
    const { body } = await get<ObservationList>('/api/observations?region=63&indicator=laboratories&asOf=2025-12-31')
    expect(values(body)).toEqual(['40'])
    expect(body.items[0]?.revision).toBe(1)
  })

  it.each([
    ['region=37', 1],
    ['indicator=change', 2],
    ['year=2024', 4],
    ['year=2025', 0],
    ['state=approved', 4],
    ['state=draft', 0],
    ['state=submitted', 0],
  ])('filters by %s', async (query, total) => {
    const { get } = world()
    const { body } = await get<ObservationList>(`/api/observations?${query}`)
    expect([body.total, body.items.length]).toEqual([total, total])
  })

  it('pages through all figures, each once', async () => {
    const { get } = world()
    const seen: unknown[] = []
    let cursor: string | null = null
    do {
      const { body }: { body: ObservationList } = await get<ObservationList>(
        `/api/observations?limit=1${cursor === null ? '' : `&cursor=${cursor}`}`,
      )
      seen.push(...values(body))
      cursor = body.nextCursor
    } while (cursor !== null)
    expect(seen).toEqual([null, '-7.5', '-1.0', '41.0'])
  })

  it.each([
    'state=final',
    'year=twenty',
    'year=1',
    'cursor=WzEsMiwzLDRd',
    'year=2.024e3',
    `cursor=${forged(['00', '', 1.5, ''])}`,
    `cursor=${forged(['00', 'a', 99999999999, 'value'])}`,

    'limit=-1',
    'target=x',
    'asOf=2026-04-31T00:00:00Z',
  ])('refuses %s', async (query) => {
    const { get } = world()
    expect((await get(`/api/observations?${query}`)).status).toBe(400)
  })
})

describeOnBothEngines('GET /api/observations/history', (engine) => {
  const world = shared(engine, async (db) => {
    await addGround(db)
    await addIndicator(db)
    await addApproved(db, { year: 2024, value: '40', provisional: true }, FIRST)
    const correction = { code: 'source-revised', reason: '年鉴修订' } as const
    await addApproved(db, { year: 2024, value: '41.0', revision: 2, correction }, LATER)
    await addDraft(db, { year: 2024, value: '99', revision: 3, correction }, LATER)
    return await openApp(db)
  })
  const url = '/api/observations/history?region=63&indicator=laboratories&year=2024&measure=value'

  it('answers every approved revision, old and new, with the reason for the change', async () => {
    const { get } = world()
    const { status, body } = await get<ObservationList>(url)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      total: 2,
      items: [
        { revision: 1, value: '40', provisional: true, correction: null, decidedAt: FIRST.toISOString() },
        { revision: 2, value: '41.0', correction: { code: 'source-revised', reason: '年鉴修订' }, enteredBy: null },
      ],
    })
  })

  it('answers what was known at an earlier instant, page by page', async () => {
    const { get } = world()
    expect((await get<ObservationList>(`${url}&asOf=2025-12-31`)).body.total).toBe(1)
    const first = await get<ObservationList>(`${url}&limit=1`)
    const second = await get<ObservationList>(`${url}&limit=1&cursor=${first.body.nextCursor}`)
    expect([...first.body.items, ...second.body.items].map(({ revision }) => revision)).toEqual([1, 2])
    expect(second.body.nextCursor).toBeNull()
  })

  it.each(['?region=63', '?indicator=laboratories', `?region=63&indicator=laboratories&measure=sum`])(
    'refuses %s: it asks for one region and indicator',
    async (query) => {
      const { get } = world()
      expect((await get(`/api/observations/history${query}`)).status).toBe(400)
    },
  )
})
