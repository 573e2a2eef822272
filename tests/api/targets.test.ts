import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Problem } from '../../server/contract/problem.ts'
import type { TargetDetail, TargetList } from '../../server/contract/target.ts'
import type { Database } from '../../server/db/schema.ts'
import { openApp, type TestApp } from '../helpers/app.ts'
import { describeOnBothEngines, shared } from '../helpers/databases.ts'
import { addApproved, addDraft, addGround, addIndicator, addTarget, aMilestone } from '../helpers/world.ts'

const CORRECTED = new Date('2024-06-18T03:00:00.000Z')
const REPORTED = new Date('2026-03-01T03:00:00.000Z')

/** Two targets: laboratories, whose number was corrected in 2024, and patents, without a baseline and with two milestones. */
async function openWorld(db: Kysely<Database>): Promise<TestApp> {
  await addGround(db)
  await addIndicator(db)
  await addIndicator(db, {
    code: 'patents',
    nameZh: '发明专利拥有量',
    nameEn: 'Invention patents',
    shortNameEn: 'Patents',
    unitZh: '件',
    unitEn: 'patents',
  })
  await addTarget(db, { milestones: [aMilestone({ value: '80' })] })
  const patents = [
    aMilestone({ year: 2025, value: '4', baseline: null }),
    aMilestone({ year: 2030, comparator: 'more-than', value: '8', baseline: null }),
  ]
  await addTarget(db, { id: 'plan-patents', indicatorCode: 'patents', quote: '发明专利突破8件。', milestones: patents })
  const correction = { code: 'typing', reason: '录入时漏看一位' } as const
  await addTarget(db, { revision: 2, correction }, CORRECTED)
  await addApproved(db, { year: 2025, value: '45' }, REPORTED)
  await addApproved(db, { indicatorCode: 'patents', year: 2025, value: '4.0' }, REPORTED)
  await addDraft(db, { indicatorCode: 'patents', year: 2024, value: '3' }, REPORTED)
  return await openApp(db)
}

const ids = (body: TargetList): string[] => body.items.map(({ id }) => id)

describeOnBothEngines('GET /api/targets', (engine) => {
  const world = shared(engine, openWorld)

  it('answers each target with its indicator, its milestones and one judgement per milestone', async () => {
    const { get } = world()
    const { status, body } = await get<TargetList>('/api/targets')
    expect(status).toBe(200)
    expect(body).toMatchObject({ asOf: '2026-06-30T04:00:00.000Z', total: 2, nextCursor: null })
    expect(ids(body)).toEqual(['plan-laboratories', 'plan-patents'])
    expect(body.items[1]).toMatchObject({
      indicator: { code: 'patents', nameZh: '发明专利拥有量' },
      quote: '发明专利突破8件。',
      milestones: [
        { year: 2025, comparator: 'at-least', value: '4', baseline: null },
        { year: 2030, comparator: 'more-than', value: '8', baseline: null },
      ],
      progress: [
        { milestoneYear: 2025, status: 'achieved', latest: { value: '4.0' } },
        { milestoneYear: 2030, status: 'not-assessable', reason: 'no-baseline' },
      ],
      nextMilestoneYear: 2030,
    })
  })

  it.each([
    ['region=63', 2],
    ['region=37', 0],
    ['plan=plan', 2],
    ['plan=another', 0],
    ['theme=platforms', 2],
    ['theme=talent', 0],
    ['indicator=patents', 1],
    ['milestone=2025', 1],
    ['milestone=2030', 2],
    ['milestone=2027', 0],
    ['milestone=next', 2],
    ['status=achieved', 1],
    ['status=achieved&milestone=2030', 0],
    ['status=not-assessable&milestone=next', 1],
    ['flag=target-revised', 1],
    ['flag=target-revised&milestone=2025', 0],
    ['flag=outdated', 0],
    ['q=%E7%AA%81%E7%A0%B48%E4%BB%B6', 1],
    ['q=KEY%20LABORATORIES', 1],
    ['q=%E9%9D%92%E6%B5%B7%20%EF%BC%AB%EF%BC%A5%EF%BC%B9', 1],
    ['q=nowhere', 0],
    ['q=key%20nowhere', 0],
  ])('filters by %s', async (query, total) => {
    const { get } = world()
    const { status, body } = await get<TargetList>(`/api/targets?${query}`)
    expect(status).toBe(200)
    expect(body.total).toBe(total)
    expect(body.items).toHaveLength(total)
  })

  it('pages through all targets, each once', async () => {
    const { get } = world()
    const first = await get<TargetList>('/api/targets?limit=1')
    expect(ids(first.body)).toEqual(['plan-laboratories'])
    const second = await get<TargetList>(`/api/targets?limit=1&cursor=${first.body.nextCursor}`)
    expect(ids(second.body)).toEqual(['plan-patents'])
    expect(second.body).toMatchObject({ total: 2, nextCursor: null })
  })

  it.each([
    ['regoin=63', 'regoin', 'unknown-field'],
    ['region=abc', 'region', 'region-code'],
    ['plan=A_B', 'plan', 'slug'],
    ['milestone=soon', 'milestone', 'milestone'],
    ['milestone=1200', 'milestone', 'milestone'],
    ['status=green', 'status', 'invalid-value'],
    ['flag=red', 'flag', 'invalid-value'],
    ['limit=0', 'limit', 'too-small'],
    ['limit=1001', 'limit', 'too-big'],
    ['limit=ten', 'limit', 'whole-number'],
    ['limit=0x10', 'limit', 'whole-number'],
    ['limit=5&limit=5', 'limit', 'invalid-type'],
    ['q=', 'q', 'too-small'],
    ['cursor=abc', 'cursor', 'cursor'],
    ['cursor=WyJuby1zdWNoLXRhcmdldCJd', 'cursor', 'cursor'],
    ['asOf=yesterday', 'asOf', 'as-of'],
    ['asOf=2026-02-30', 'asOf', 'as-of'],
    ['asOf=2026-03-01T25:00:00Z', 'asOf', 'as-of'],
    ['asOf=2026-03-01T10:00:00', 'asOf', 'as-of'],
    ['asOf=2026-03-01T24:00:00Z', 'asOf', 'as-of'],
    ['asOf=0000-01-01T00:00:00%2B08:00', 'asOf', 'as-of'],
    ['asOf=2026-07-01', 'asOf', 'as-of-future'],
    ['asOf=2026-06-30T04:00:00.001Z', 'asOf', 'as-of-future'],
    ['region=63&region=37', 'region', 'invalid-type'],
  ])('refuses %s with a problem that names the field', async (query, path, code) => {
    const { get } = world()
    const { status, headers, body } = await get<Problem>(`/api/targets?${query}`)
    expect(status).toBe(400)
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(body).toMatchObject({ status: 400, code: 'invalid-request', errors: [{ path, code }] })
    expect(body.errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]/)
    expect(body.requestId).not.toBe('')
  })

  it('a page keeps to the instant of the page before it', async () => {
    const { get } = world()
    const first = await get<TargetList>('/api/targets?limit=1&asOf=2024-06-17')
    const second = await get<TargetList>(`/api/targets?limit=1&cursor=${first.body.nextCursor}`)
    expect(second.body.asOf).toBe(first.body.asOf)
    expect(second.body.total).toBe(first.body.total)
  })

  it('says what is wrong in English to who prefers it', async () => {
    const { get } = world()
    const { body } = await get<Problem>('/api/targets?asOf=2026-02-30', {
      'accept-language': 'en-GB,en;q=0.9,zh;q=0.5',
    })
    expect(body.title).toBe('Bad request')
    expect(body.errors?.[0]?.message).toBe('Not an existing date or instant. Give 2026-03-18 or 2026-03-18T00:00:00Z.')
  })
})

describeOnBothEngines('GET /api/targets asked as of an earlier day', (engine) => {
  const world = shared(engine, openWorld)

  it('answers what was promised and known then', async () => {
    const { get } = world()
    const { body } = await get<TargetList>('/api/targets?asOf=2024-06-17')
    expect(body.asOf).toBe('2024-06-17T15:59:59.999Z')
    expect(body.items[0]).toMatchObject({
      revision: 1,
      milestones: [{ value: '80' }],
      progress: [{ status: 'no-data', reason: 'no-figure', original: null }],
    })
  })

  it('a date means its end in Asia/Shanghai', async () => {
    const { get } = world()
    const onTheDay = await get<TargetList>('/api/targets?asOf=2024-06-18')
    expect(onTheDay.body.items[0]?.revision).toBe(2)
    const justBefore = await get<TargetList>('/api/targets?asOf=2024-06-18T10:59:59.999%2B08:00')
    expect(justBefore.body.items[0]?.revision).toBe(1)
  })

  it('answers nothing before anything was recorded', async () => {
    const { get } = world()
    const { body } = await get<TargetList>('/api/targets?asOf=2020-01-01')
    expect(body).toMatchObject({ total: 0, items: [], nextCursor: null })
  })
})

describeOnBothEngines('GET /api/targets/:id', (engine) => {
  const world = shared(engine, openWorld)

  it('answers the target with its approved figures and every revision, oldest first', async () => {
    const { get } = world()
    const { status, body } = await get<TargetDetail>('/api/targets/plan-laboratories')
    expect(status).toBe(200)
    expect(body.observations).toMatchObject([{ year: 2025, measure: 'value', value: '45', state: 'approved' }])
    expect(body.history).toEqual(body.observations)
    expect(body.revisions).toMatchObject([
      { revision: 1, correction: null, milestones: [{ value: '80' }] },
      {
        revision: 2,
        at: '2024-06-18T03:00:00.000Z',
        correction: { code: 'typing', reason: '录入时漏看一位' },
        milestones: [{ value: '100' }],
      },
    ])
    expect(body.progress).toMatchObject([
      { flags: expect.arrayContaining(['target-revised']), original: { milestone: { value: '80' } } },
    ])
  })

  it('keeps drafts to themselves, and no reader who is not signed in gets a name', async () => {
    const { get } = world()
    const { body } = await get<TargetDetail>('/api/targets/plan-patents')
    expect(body.observations.map(({ year, enteredBy, decidedBy }) => ({ year, enteredBy, decidedBy }))).toEqual([
      { year: 2025, enteredBy: null, decidedBy: null },
    ])
    expect(body.revisions[0]?.enteredBy).toBeNull()
  })

  it.each(['no-such-target', 'Plan_Laboratories', '%00', '..%2Fhealth', 'plan-laboratories?asOf=2020-01-01'])(
    'answers 404 for %s',
    async (id) => {
      const { get } = world()
      const { status, body } = await get<Problem>(`/api/targets/${id}`)
      expect(status).toBe(404)
      expect(body).toMatchObject({ status: 404, code: 'not-found' })
    },
  )

  it.each(['plan-laboratories?what=now', 'no-such-target?asOf=2026-02-30'])('refuses %s', async (id) => {
    const { get } = world()
    expect((await get(`/api/targets/${id}`)).status).toBe(400)
  })
})
