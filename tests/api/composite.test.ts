import { expect, it } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { listLines } from '../../server/audit/queries.ts'
import type { CompositeAnswer } from '../../server/contract/composite.ts'
import type { Problem } from '../../server/contract/problem.ts'
import type { TargetList } from '../../server/contract/target.ts'
import { loggedSince } from '../helpers/accounts.ts'
import { NOW, openApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines, shared } from '../helpers/databases.ts'
import { type Desk, openDesk, type Person } from '../helpers/desk.ts'
import { addApproved, addIndicator, addTarget, aMilestone, record } from '../helpers/world.ts'

const REASON = '办公会议定'
const WEIGHT = '/api/targets/plan-laboratories/weight'

/** Laboratories (0.625 of the path by 2024) and patents that were reached, both of Qinghai's one plan. */
async function openQinghai(engine: 'sqlite' | 'postgres'): Promise<Desk> {
  const db = await databaseOfTest(engine)
  const desk = await openDesk(db)
  await addTarget(db, { id: 'plan-patents', indicatorCode: 'patents' })
  await addApproved(db, { indicatorCode: 'patents', year: 2024, value: '120' })
  return desk
}

async function openWorld(engine: 'sqlite' | 'postgres'): Promise<Desk & { administrator: Person }> {
  const desk = await openQinghai(engine)
  return { ...desk, administrator: await desk.as('administrator') }
}

const ofQinghai = async ({ get }: Desk, query = ''): Promise<NonNullable<CompositeAnswer['chosen']>> => {
  const { body } = await get<CompositeAnswer>(`/api/composite?region=63${query}`)
  if (body.chosen === null) throw new Error('no region chosen')
  return body.chosen
}

describeOnBothEngines('GET /api/composite', (engine) => {
  const demo = shared(engine, async (db) => {
    await loadDemo(db, NOW)
    return await openApp(db)
  })
  const ask = async (query = ''): Promise<CompositeAnswer> =>
    (await demo().get<CompositeAnswer>(`/api/composite${query}`)).body

  it('counts every milestone of the choice once per region and once per plan, by status', async () => {
    const { regions, plans, chosen } = await ask('?milestone=2025')
    const { items } = (await demo().get<TargetList>('/api/targets?limit=1000')).body
    const of2025 = items.flatMap(({ progress }) => progress).filter(({ milestoneYear }) => milestoneYear === 2025)
    for (const groups of [regions, plans]) {
      expect(groups.reduce((sum, { total }) => sum + total, 0)).toBe(of2025.length)
      for (const status of ['achieved', 'missed', 'behind', 'not-assessable'] as const) {
        const counted = groups.reduce((sum, { statuses }) => sum + statuses[status], 0)
        expect(counted, status).toBe(of2025.filter((progress) => progress.status === status).length)
      }
    }
    expect(chosen).toBeNull()
  })

  it('keeps the order of regions and plans, whatever the results', async () => {
    const { regions, plans } = await ask('?milestone=2030')
    const codesOf = async (list: string) =>
      (await demo().get<{ items: { code: string }[] }>(`/api/${list}`)).body.items.map(({ code }) => code)
    expect(regions.map(({ code }) => code)).toEqual(
      (await codesOf('regions')).filter((code) => regions.some((region) => region.code === code)),
    )
    expect(plans.map(({ code }) => code)).toEqual(await codesOf('plans'))
  })

  it("takes each target's next milestone where nothing is said, and says which years there are", async () => {
    const { milestone, milestoneYears, regions } = await ask()
    expect([milestone, milestoneYears]).toEqual(['next', [2025, 2030]])
    expect(regions.reduce((sum, { total }) => sum + total, 0)).toBe(34)
  })

  it('never hides in the mean what could not be assessed', async () => {
    const { regions } = await ask('?milestone=2030')
    for (const one of regions) {
      const unassessed = one.unassessed.reduce((sum, { count }) => sum + count, 0)
      const uncounted = one.uncounted.reduce((sum, { count }) => sum + count, 0)
      expect(one.assessable + unassessed).toBe(one.total)
      expect(one.counted + uncounted).toBe(one.assessable)
    }
    const nation = regions.find(({ code }) => code === '00')
    expect(nation?.unassessed.map(({ reason }) => reason)).toContain('not-quantified')
  })

  it('opens a region: what each target weighs, counts, adds, and how it moves the mean', async () => {
    const { chosen, regions, plans } = await ask('?region=63&milestone=2025')
    expect(regions.map(({ code }) => code)).toEqual(['63'])
    expect(plans.map(({ code }) => code)).toEqual(['qh-stip-145', 'qh-carbon-2022'])
    expect(chosen).toMatchObject({ total: regions[0]?.total, mean: regions[0]?.mean, range: regions[0]?.range })
    const counted = chosen?.milestones.filter(({ countsAs }) => countsAs !== null) ?? []
    expect(counted).toHaveLength(chosen?.counted ?? -1)
    const added = counted.reduce((sum, { contribution }) => sum + (contribution ?? 0), 0)
    expect(added).toBeCloseTo(chosen?.mean ?? -1, 3)
    for (const { moved } of counted) {
      for (const mean of [moved?.halved, moved?.doubled, moved?.leftOut]) {
        expect(mean).toBeGreaterThanOrEqual(chosen?.range?.lowest.mean ?? 9)
        expect(mean).toBeLessThanOrEqual(chosen?.range?.highest.mean ?? -9)
      }
    }
  })

  it('opens a plan, and a plan in a region that it does not bind is empty', async () => {
    expect((await ask('?plan=sd-carbon-2023&milestone=2025')).chosen?.total).toBe(5)
    expect((await ask('?plan=sd-carbon-2023&region=63')).chosen).toMatchObject({
      total: 0,
      keptShare: null,
      mean: null,
    })
  })

  it.each([
    ['milestone=soon', 'milestone'],
    ['region=Qinghai', 'region'],
    ['theme=talent', 'theme'],
    ['asOf=2099-01-01', 'asOf'],
  ])('refuses %s', async (query, path) => {
    const refused = await demo().get<Problem>(`/api/composite?${query}`)
    expect([refused.status, refused.body.errors?.map((error) => error.path)]).toEqual([400, [path]])
  })

  it('as CSV has a line per region, then per plan, with the numbers of the answer', async () => {
    const { regions, plans } = await ask('?milestone=2025')
    const { text, headers } = await demo().get('/api/composite.csv?milestone=2025&bom=0')
    const [head, ...lines] = text.trim().split('\r\n')
    expect(String(headers['content-disposition'])).toContain('composite-as-of-2026-06-30.csv')
    expect(head).toBe(
      'grouping,code,name_zh,milestone,total,achieved,missed,on_track,behind,far_behind,moving_away,no_data,not_assessable,no_figure,broken_chain,no_baseline,definition_changed,not_quantified,assessable,kept,kept_share,counted,uncounted_done,uncounted_hold,uncounted_weight_zero,mean,lowest,lowest_variation,lowest_target,highest,highest_variation,highest_target,mover,weighted,method,method_version,sample',
    )
    const cells = lines.map((line) => line.split(','))
    expect(cells.map(([grouping, code]) => `${grouping} ${code}`)).toEqual([
      ...regions.map(({ code }) => `region ${code}`),
      ...plans.map(({ code }) => `plan ${code}`),
    ])
    expect(cells.map((line) => line[25])).toEqual(
      [...regions, ...plans].map(({ mean }) => (mean === null ? '' : `${mean}`)),
    )
  })

  it('as CSV of what it is made of, from which the mean can be computed again', async () => {
    const { chosen } = await ask('?region=63&milestone=2025')
    const { text } = await demo().get('/api/composite-targets.csv?region=63&milestone=2025&bom=0')
    const lines = text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','))
    const counted = lines.filter((line) => line[7] !== '')
    const weight = counted.reduce((sum, line) => sum + Number(line[9]), 0)
    expect(counted.reduce((sum, line) => sum + Number(line[7]) * Number(line[9]), 0) / weight).toBeCloseTo(
      chosen?.mean ?? -1,
      4,
    )
    const overAll = await demo().get('/api/composite-targets.csv?milestone=2025&bom=0')
    expect(overAll.text.split('\r\n')[1]?.split(',').slice(11, 16)).toEqual(['', '', '', '', ''])
  })
})

describeOnBothEngines('PUT /api/targets/:id/weight', (engine) => {
  it('changes the mean and not the share on track, and is told with reason and history', async () => {
    const world = await openWorld(engine)
    // Laboratories: 20 of the 32 that were due by 2024. Patents: achieved.
    expect(await ofQinghai(world)).toMatchObject({ keptShare: 0.5, mean: 0.8125, weighted: 0 })
    const given = await world.administrator('PUT', WEIGHT, { weight: '3.0', reason: REASON, ifRevision: 0 })
    expect([given.status, given.body]).toEqual([200, { targetId: 'plan-laboratories', revision: 1, weight: '3.0' }])
    const after = await ofQinghai(world)
    expect(after).toMatchObject({ keptShare: 0.5, mean: 0.7188, equal: 0.8125, weighted: 1 })
    expect(after.milestones[0]).toMatchObject({
      weight: '3.0',
      weightRevision: 1,
      weightShare: 0.75,
      contribution: 0.4688,
    })
    const { body } = await world.administrator<CompositeAnswer>('GET', '/api/composite')
    expect(body.weights).toEqual([
      {
        targetId: 'plan-laboratories',
        revision: 1,
        weight: '3.0',
        at: NOW.toISOString(),
        enteredBy: 'administrator',
        reason: REASON,
      },
    ])
    const [line] = (await loggedSince(world.db, 0)).slice(-1)
    expect(line).toEqual({
      actor: 'administrator',
      action: 'target.weigh',
      object: 'target/plan-laboratories',
      data: { targetId: 'plan-laboratories', revision: 1, weight: '3.0' },
      reason: REASON,
    })
  })

  it('names nobody to readers who are not signed in', async () => {
    const world = await openWorld(engine)
    await world.administrator('PUT', WEIGHT, { weight: '3', reason: REASON })
    const { body } = await world.get<CompositeAnswer>('/api/composite')
    expect(body.weights).toMatchObject([{ weight: '3', reason: REASON, enteredBy: null }])
  })

  it('keeps what was in force on an earlier day', async () => {
    const { db, ...world } = await openQinghai(engine)
    const weigh = (revision: number, weight: string, at: string) =>
      record(db, { action: 'target.weigh', data: { targetId: 'plan-laboratories', revision, weight } }, new Date(at))
    await weigh(1, '3', '2026-02-01T00:00:00.000Z')
    await weigh(2, '0', '2026-03-01T00:00:00.000Z')
    const on = async (day: string) => await ofQinghai({ db, ...world }, `&asOf=${day}`)
    expect((await on('2026-01-31')).mean).toBe(0.8125)
    expect((await on('2026-02-01')).mean).toBe(0.7188)
    expect(await on('2026-03-01')).toMatchObject({
      mean: 1,
      counted: 1,
      assessable: 2,
      uncounted: [{ reason: 'weight-zero', count: 1 }],
      equal: 0.8125,
    })
  })

  it('does not write over what someone else has just given', async () => {
    const { administrator } = await openWorld(engine)
    await administrator('PUT', WEIGHT, { weight: '2', reason: REASON, ifRevision: 0 })
    const late = await administrator('PUT', WEIGHT, { weight: '5', reason: REASON, ifRevision: 0 })
    expect([late.status, late.body['code']]).toEqual([409, 'revision-conflict'])
    const second = await administrator('PUT', WEIGHT, { weight: '5', reason: REASON, ifRevision: 1 })
    expect(second.body).toMatchObject({ revision: 2, weight: '5' })
  })

  it.each([
    ['below 0', { weight: '-1' }, 'weight weight'],
    ['minus nothing', { weight: '-0' }, 'weight weight'],
    ['a word', { weight: 'twice' }, 'weight weight'],
    ['what is no canonical decimal', { weight: '01' }, 'weight weight'],
    ['a number of JSON', { weight: 2 }, 'weight invalid-type'],
    ['more than 30 digits', { weight: '1'.repeat(31) }, 'weight weight'],
    ['no reason', { weight: '2', reason: ' ' }, 'reason blank-text'],
    ['a field that is none', { weight: '2', note: 'x' }, 'note unknown-field'],
  ])('refuses %s', async (_what, part, error) => {
    const { administrator } = await openWorld(engine)
    const refused = await administrator<Problem>('PUT', WEIGHT, { reason: REASON, ...part })
    expect([refused.status, refused.body.errors?.map(({ path, code }) => `${path} ${code}`)]).toEqual([400, [error]])
  })

  it('answers 404 for a target that does not exist, and to whoever is no administrator', async () => {
    const world = await openWorld(engine)
    const body = { weight: '2', reason: REASON }
    expect((await world.administrator('PUT', '/api/targets/no-such/weight', body)).status).toBe(404)
    const leader = await world.as('leader')
    expect((await leader('PUT', WEIGHT, body)).status).toBe(404)
    expect((await world.request({ method: 'PUT', url: WEIGHT, payload: body })).status).toBe(401)
    expect((await listLines(world.db)).join('')).not.toContain('target.weigh')
  })
})

describeOnBothEngines('what the composite progress leaves out', (engine) => {
  it('says how many are built or held and not decided, and counts a broken promise 0', async () => {
    const { db, ...world } = await openQinghai(engine)
    await addIndicator(db, { code: 'built', kind: 'done', unitZh: '', unitEn: '', max: '1' })
    await addIndicator(db, { code: 'kept' })
    await addTarget(db, {
      id: 'plan-built',
      indicatorCode: 'built',
      milestones: [aMilestone({ year: 2024, value: '1', baseline: null }), aMilestone({ value: '1', baseline: null })],
    })
    await addTarget(db, { id: 'plan-kept', indicatorCode: 'kept', milestones: [aMilestone({ value: '20' })] })
    await addApproved(db, { indicatorCode: 'built', year: 2024, value: '0' })
    await addApproved(db, { indicatorCode: 'kept', year: 2024, value: '30' })
    expect(await ofQinghai({ db, ...world }, '&milestone=2030')).toMatchObject({
      total: 4,
      assessable: 4,
      counted: 2,
      uncounted: [
        { reason: 'done', count: 1 },
        { reason: 'hold', count: 1 },
      ],
    })
    expect(await ofQinghai({ db, ...world }, '&milestone=2024')).toMatchObject({
      total: 1,
      kept: 0,
      counted: 1,
      mean: 0,
    })
  })
})
