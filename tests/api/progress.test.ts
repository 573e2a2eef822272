import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { loadPlans } from '../../seeds/load.ts'
import type { ProgressList, TargetTexts } from '../../server/contract/listed-target.ts'
import type { TargetList } from '../../server/contract/target.ts'
import type { Database } from '../../server/db/schema.ts'
import { hasWords, wordsOf } from '../../server/domain/search.ts'
import { NOW, openApp, type TestApp } from '../helpers/app.ts'
import { describeOnBothEngines, shared } from '../helpers/databases.ts'
import { addApproved, addGround, addIndicator, addTarget, aMilestone } from '../helpers/world.ts'

/** Laboratories, with a figure, and patents, without a baseline and with two milestones. */
async function openWorld(db: Kysely<Database>): Promise<TestApp> {
  await addGround(db)
  await addIndicator(db)
  await addIndicator(db, { code: 'patents', nameZh: '发明专利拥有量', unitZh: '件' })
  await addTarget(db, { ownerZh: '科技厅' })
  const patents = [
    aMilestone({ year: 2025, value: '4', baseline: null }),
    aMilestone({ year: 2030, comparator: 'more-than', value: '8', baseline: null, wordingZh: '突破' }),
  ]
  await addTarget(db, { id: 'plan-patents', indicatorCode: 'patents', quote: '发明专利突破8件。', milestones: patents })
  await addApproved(db, { year: 2025, value: '45' }, new Date('2026-03-01T03:00:00.000Z'))
  return await openApp(db)
}

describeOnBothEngines('GET /api/progress', (engine) => {
  const world = shared(engine, openWorld)

  it('answers what a list shows of each target and of the judgement of its milestones, and no more', async () => {
    const { status, body } = await world().get<ProgressList>('/api/progress')
    expect(status).toBe(200)
    expect(body).toMatchObject({ asOf: '2026-06-30T04:00:00.000Z', total: 2, nextCursor: null })
    expect(body.items[0]).toEqual({
      id: 'plan-laboratories',
      planCode: 'plan',
      regionCode: '63',
      indicatorCode: 'laboratories',
      ownerZh: '科技厅',
      sample: false,
      nextMilestoneYear: 2030,
      indicator: {
        shortNameZh: '重点实验室',
        shortNameEn: 'Key laboratories',
        unitZh: '家',
        unitEn: 'laboratories',
        kind: 'level',
        better: 'higher',
        decimals: 0,
        theme: 'platforms',
      },
      progress: [
        {
          milestoneYear: 2030,
          status: 'behind',
          reason: null,
          flags: ['methods-disagree'],
          baseline: { year: 2020, value: '20' },
          milestone: { comparator: 'at-least', value: '100', valueHigh: null, wordingZh: null },
          latest: { year: 2025, value: '45', derived: false },
          expected: '60',
          coveredShare: 0.3125,
          pathShare: 0.625,
          gap: '55',
          requiredPerYear: '11',
          recentPerYear: '5',
          projectedYear: null,
        },
      ],
    })
    expect(body.items[1]?.progress).toMatchObject([
      { milestoneYear: 2025, status: 'no-data', reason: 'no-figure', baseline: null, latest: null },
      { milestoneYear: 2030, milestone: { comparator: 'more-than', value: '8', wordingZh: '突破' } },
    ])
  })

  it('pages through all targets, each once, and takes up to 5000 at a time', async () => {
    const { get } = world()
    const first = await get<ProgressList>('/api/progress?limit=1')
    const second = await get<ProgressList>(`/api/progress?limit=5000&cursor=${first.body.nextCursor}`)
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual([
      'plan-laboratories',
      'plan-patents',
    ])
    expect(second.body).toMatchObject({ total: 2, nextCursor: null })
  })

  it.each([
    ['limit=5001', 'limit'],
    ['regoin=63', 'regoin'],
    ['status=green', 'status'],
    ['cursor=abc', 'cursor'],
    ['asOf=2026-02-30', 'asOf'],
  ])('refuses %s, naming the field', async (query, path) => {
    const { status, body } = await world().get(`/api/progress?${query}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ path }] })
  })
})

describeOnBothEngines('the light list of the five plans', (engine) => {
  const world = shared(engine, async (db) => {
    await loadPlans(db, new Date(NOW.getTime() - 1000))
    return await openApp(db)
  })

  it.each([
    '',
    'region=63',
    'plan=qh-stip-145',
    'theme=carbon-energy',
    'milestone=next',
    'status=no-data&milestone=2025',
    'q=%E5%AE%9E%E9%AA%8C%E5%AE%A4',
    'asOf=2020-01-01',
  ])('leaves the targets that GET /api/targets leaves, saying the same of them: %s', async (query) => {
    const { get } = world()
    const { body } = await get<ProgressList>(`/api/progress?limit=1000&${query}`)
    const whole = await get<TargetList>(`/api/targets?limit=1000&${query}`)
    expect(body.total).toBe(whole.body.total)
    expect(body.items.map(({ id }) => id)).toEqual(whole.body.items.map(({ id }) => id))
    expect(whole.body.items).toMatchObject(body.items)
  })

  it('is less than half as long', async () => {
    const { get } = world()
    const { text } = await get('/api/progress?limit=1000')
    expect(text.length).toBeLessThan((await get('/api/targets?limit=1000')).text.length / 2)
  })

  it.each(['研发', 'R&D', '青海 实验室', 'ＫＥＹ lab', 'high-tech 63', '左右', 'nowhere', 'qh-stip-145', '  '])(
    'a search for “%s” in the texts of the targets finds what the API finds',
    async (q) => {
      const { get } = world()
      const { body } = await get<TargetTexts>('/api/target-texts?limit=5000')
      const found = body.items.filter(({ text }) => hasWords(text, wordsOf(q))).map(({ id }) => id)
      const asked = await get<TargetList>(`/api/targets?limit=1000&q=${encodeURIComponent(q)}`)
      expect(found).toEqual(asked.body.items.map(({ id }) => id))
    },
  )

  it('pages through the texts, and takes asOf', async () => {
    const { get } = world()
    const first = await get<TargetTexts>('/api/target-texts?limit=30')
    const rest = await get<TargetTexts>(`/api/target-texts?limit=30&cursor=${first.body.nextCursor}`)
    expect(new Set([...first.body.items, ...rest.body.items].map(({ id }) => id)).size).toBe(first.body.total)
    expect((await get<TargetTexts>('/api/target-texts?asOf=2020-01-01')).body).toMatchObject({ total: 0, items: [] })
    expect((await get('/api/target-texts?q=key')).status).toBe(400)
  })
})
