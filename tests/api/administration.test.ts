import { expect, it } from 'vitest'
import type { Problem } from '../../server/contract/problem.ts'
import type { Indicator, Plan } from '../../server/contract/reference.ts'
import type { Target, TargetDetail } from '../../server/contract/target.ts'
import { databaseOfTest, describeOnBothEngines, shared } from '../helpers/databases.ts'
import { loggedSince, signIn } from '../helpers/accounts.ts'
import { NOW, openApp } from '../helpers/app.ts'
import { type Desk, openDesk, type Person } from '../helpers/desk.ts'
import { aBaseline, aConflict, addIndicator, aMilestone, anIndicator } from '../helpers/world.ts'

const REASON = '省政府 2026 年 3 月来文'

const errorsOf = ({ body }: { body: unknown }): string[] =>
  ((body as Problem).errors ?? []).map(({ path, code }) => `${path} ${code}`)

async function openAdministration(engine: 'sqlite' | 'postgres'): Promise<Desk & { administrator: Person }> {
  const desk = await openDesk(await databaseOfTest(engine))
  return { ...desk, administrator: await desk.as('administrator') }
}

const lastLine = async ({ db }: Desk) => {
  const { seq } = await db.selectFrom('audit_line').select('seq').orderBy('seq', 'desc').executeTakeFirstOrThrow()
  return (await loggedSince(db, seq - 1))[0]
}

/** Nobody else may do it, and nothing is done. */
async function expectAdministratorsOnly(
  desk: Desk,
  method: 'POST' | 'PATCH',
  url: string,
  payload: object,
): Promise<void> {
  for (const username of ['qh-reporter', 'qh-reviewer', 'leader', 'auditor']) {
    const person = await desk.as(username)
    expect((await person(method, url, payload)).status, username).toBe(404)
    expect(await lastLine(desk)).toMatchObject({ actor: username, action: 'access.refuse' })
  }
  expect((await desk.request({ method, url, payload })).status).toBe(401)
}

const newPlan = (part: object = {}) => ({
  code: 'new-plan',
  titleZh: '新方案',
  titleEn: 'New plan',
  regionCode: '63',
  issuedYear: 2026,
  endYear: 2030,
  sourceFile: 'new-plan.txt',
  reason: REASON,
  ...part,
})

describeOnBothEngines('POST /api/plans', (engine) => {
  const unchanged = shared(engine, (db) => openDesk(db))

  it('adds a plan, with what is left out as null, and the reason in the log', async () => {
    const desk = await openAdministration(engine)
    const added = await desk.administrator<Plan>('POST', '/api/plans', newPlan())
    expect(added.status).toBe(201)
    const { reason: _, ...plan } = newPlan()
    expect(added.body).toEqual({ ...plan, documentNumber: null, issuerZh: null, startYear: null })
    expect(await lastLine(desk)).toMatchObject({ actor: 'administrator', action: 'plan.add', reason: REASON })
    const { body } = await desk.get<{ items: Plan[] }>('/api/plans')
    expect(body.items.map(({ code }) => code)).toContain('new-plan')
  })

  it.each([
    ['a code that is taken', { code: 'plan' }, 'code code-taken'],
    ['a code that is none', { code: 'Neuer Plan' }, 'code slug'],
    ['a region that does not exist', { regionCode: '99' }, 'regionCode unknown-region'],
    ['an end before the start', { startYear: 2031 }, 'endYear ends-before-start'],
    ['an end before the year of issue, where no start is printed', { endYear: 2025 }, 'endYear ends-before-start'],
    ['a title of blanks', { titleZh: '　 ' }, 'titleZh blank-text'],
    ['no reason', { reason: undefined }, 'reason invalid-type'],
    ['a field that is none', { note: 'x' }, 'note unknown-field'],
  ])('refuses %s', async (_what, part, error) => {
    const administrator = await unchanged().as('administrator')
    const refused = await administrator('POST', '/api/plans', newPlan(part))
    expect([refused.status, errorsOf(refused)]).toEqual([400, [error]])
  })

  it('is for administrators', async () => {
    await expectAdministratorsOnly(await openAdministration(engine), 'POST', '/api/plans', newPlan())
  })
})

const newIndicator = (part: object = {}) => ({ ...anIndicator({ code: 'stations' }), reason: REASON, ...part })

describeOnBothEngines('POST /api/indicators', (engine) => {
  const unchanged = shared(engine, (db) => openDesk(db))

  it('adds an indicator, and the reason is in the log', async () => {
    const desk = await openAdministration(engine)
    const added = await desk.administrator<Indicator>('POST', '/api/indicators', newIndicator())
    expect([added.status, added.body]).toEqual([201, anIndicator({ code: 'stations' })])
    expect(await lastLine(desk)).toMatchObject({ actor: 'administrator', action: 'indicator.add', reason: REASON })
  })

  it('takes what is built or not, without a unit', async () => {
    const { administrator } = await openAdministration(engine)
    const built = { kind: 'done', unitZh: '', unitEn: '', max: '1' }
    expect((await administrator('POST', '/api/indicators', newIndicator(built))).status).toBe(201)
  })

  it.each([
    ['a code that is taken', { code: 'patents' }, ['code code-taken']],
    ['a theme that does not exist', { theme: 'no-such' }, ['theme unknown-theme']],
    ['bounds upside down', { min: '5', max: '5.0' }, ['max bounds-upside-down']],
    ['no unit, where one is needed', { unitZh: '' }, ['unitZh unit-and-kind']],
    ['a unit, where there is none', { kind: 'done', max: '1' }, ['unitZh unit-and-kind', 'unitEn unit-and-kind']],
    [
      'that not to be built is better',
      { kind: 'done', better: 'lower', unitZh: '', unitEn: '', max: '1' },
      ['better done-is-higher'],
    ],
    ['a bound that is no figure', { min: '１２' }, ['min figure']],
    ['more decimals than are ever shown', { decimals: 11 }, ['decimals too-big']],
    ['no reason', { reason: undefined }, ['reason invalid-type']],
  ])('refuses %s', async (_what, part, errors) => {
    const administrator = await unchanged().as('administrator')
    const refused = await administrator('POST', '/api/indicators', newIndicator(part))
    expect([refused.status, errorsOf(refused)]).toEqual([400, errors])
  })

  it('is for administrators', async () => {
    await expectAdministratorsOnly(await openAdministration(engine), 'POST', '/api/indicators', newIndicator())
  })
})

const newTarget = (part: object = {}) => ({
  id: 'plan-patents',
  planCode: 'plan',
  regionCode: '63',
  indicatorCode: 'patents',
  clause: '二、目标',
  quote: '到2030年，专利100件。',
  milestones: [aMilestone()],
  reason: REASON,
  ...part,
})

describeOnBothEngines('POST /api/targets', (engine) => {
  const unchanged = shared(engine, (db) => openDesk(db))

  it('adds a target, judged, from the file of its plan, and the reason is in the log', async () => {
    const desk = await openAdministration(engine)
    const added = await desk.administrator<Target>('POST', '/api/targets', newTarget())
    expect(added.status, JSON.stringify(added.body)).toBe(201)
    expect(added.body).toMatchObject({ id: 'plan-patents', revision: 1, sourceFile: 'plan.txt', ownerZh: null })
    expect(added.body.progress).toMatchObject([{ milestoneYear: 2030, status: 'no-data', flags: [] }])
    expect(await lastLine(desk)).toMatchObject({ actor: 'administrator', action: 'target.revise', reason: REASON })
  })

  it.each([
    ['an id that is taken', { id: 'plan-laboratories' }, ['id code-taken']],
    ['a plan that does not exist', { planCode: 'no-such' }, ['planCode unknown-plan']],
    ['a region that does not exist', { regionCode: '99' }, ['regionCode unknown-region']],
    ['an indicator that does not exist', { indicatorCode: 'no-such' }, ['indicatorCode unknown-indicator']],
    [
      'a second target of the plan about the same thing',
      { indicatorCode: 'laboratories' },
      ['indicatorCode target-twice'],
    ],
    ['no milestone', { milestones: [] }, ['milestones too-small']],
    [
      'two milestones of one year',
      { milestones: [aMilestone(), aMilestone()] },
      ['milestones.1.year milestone-year-twice'],
    ],
    [
      'at most, where higher is better',
      { milestones: [aMilestone({ comparator: 'at-most' })] },
      ['milestones.0.comparator comparator-and-direction'],
    ],
    [
      'a range with one end',
      { milestones: [aMilestone({ comparator: 'between' })] },
      ['milestones.0.valueHigh range-needs-both-ends'],
    ],
    [
      'a range upside down',
      { milestones: [aMilestone({ comparator: 'between', valueHigh: '99' })] },
      ['milestones.0.valueHigh range-upside-down'],
    ],
    [
      'about without a tolerance',
      { milestones: [aMilestone({ comparator: 'about' })] },
      ['milestones.0.tolerance tolerance-needs-about'],
    ],
    [
      'a tolerance of more than everything',
      { milestones: [aMilestone({ comparator: 'about', tolerance: '5' })] },
      ['milestones.0.tolerance tolerance-out-of-range'],
    ],
    [
      'a baseline in the year of the milestone',
      { milestones: [aMilestone({ baseline: aBaseline(2030, '20') })] },
      ['milestones.0.baseline.year baseline-not-before'],
    ],
    [
      'a printed baseline without its words',
      { milestones: [aMilestone({ baseline: { ...aBaseline(2020, '20'), quote: null } })] },
      ['milestones.0.baseline.quote printed-needs-quote'],
    ],
    [
      'an adopted baseline without a reason, that is no approved figure either',
      { milestones: [aMilestone({ baseline: { ...aBaseline(2024, '20'), basis: 'adopted', quote: null } })] },
      ['milestones.0.baseline.reason adopted-needs-reason', 'milestones.0.baseline.value adopted-not-approved'],
    ],
    [
      'a conflict with a target that does not exist',
      { conflicts: [aConflict({ targetId: 'no-such' })] },
      ['conflicts.0.targetId unknown-target'],
    ],
    [
      'a conflict with itself',
      { conflicts: [aConflict({ targetId: 'plan-patents' })] },
      ['conflicts.0.targetId unknown-target'],
    ],
    ['a value that is no figure', { milestones: [aMilestone({ value: '约100' })] }, ['milestones.0.value figure']],
    ['no reason', { reason: undefined }, ['reason invalid-type']],
  ])('refuses %s', async (_what, part, errors) => {
    const administrator = await unchanged().as('administrator')
    const refused = await administrator('POST', '/api/targets', newTarget(part))
    expect([refused.status, errorsOf(refused)]).toEqual([400, errors])
    expect((await administrator('GET', '/api/targets/plan-patents')).status).toBe(404)
  })

  it('refuses milestones of a running total that start at different places', async () => {
    const { administrator, db } = await openAdministration(engine)
    await addIndicator(db, { code: 'total', kind: 'cumulative' })
    const milestones = [aMilestone({ year: 2025 }), aMilestone({ baseline: aBaseline(2020, '21') })]
    const refused = await administrator('POST', '/api/targets', newTarget({ indicatorCode: 'total', milestones }))
    expect(errorsOf(refused)).toEqual(['milestones one-start-for-totals'])
  })

  it('takes an adopted baseline that is an approved figure', async () => {
    const { administrator } = await openAdministration(engine)
    const baseline = { year: 2021, value: '25', basis: 'adopted', quote: null, reason: '方案未载明基期' }
    const milestones = [{ ...aMilestone(), baseline }]
    const change = { milestones, reason: REASON }
    expect((await administrator('PATCH', '/api/targets/plan-laboratories', change)).status).toBe(200)
  })

  it('is for administrators', async () => {
    await expectAdministratorsOnly(await openAdministration(engine), 'POST', '/api/targets', newTarget())
  })
})

const ADDRESS = '/api/targets/plan-laboratories'

describeOnBothEngines('PATCH /api/targets/:id', (engine) => {
  const unchanged = shared(engine, (db) => openDesk(db))

  it('lowers a milestone: the target says that it was revised, and how it stands by the first promise', async () => {
    const desk = await openAdministration(engine)
    const change = { milestones: [aMilestone({ value: '80' })], correctionCode: 'source-revised', reason: REASON }
    const revised = await desk.administrator<Target>('PATCH', ADDRESS, { ...change, ifRevision: 1 })
    expect(revised.status, JSON.stringify(revised.body)).toBe(200)
    const [progress] = revised.body.progress
    expect(progress?.flags).toContain('target-revised')
    expect(progress?.milestone.value).toBe('80')
    expect(progress?.original).toMatchObject({ milestone: { value: '100' }, status: 'behind' })
    const { body } = await desk.get<TargetDetail>(ADDRESS)
    expect(body.people).toEqual({})
    expect(Object.keys((await desk.administrator<TargetDetail>('GET', ADDRESS)).body.people)).toContain('administrator')
    expect(body.revisions).toMatchObject([
      { revision: 1, correction: null, milestones: [{ value: '100' }] },
      { revision: 2, correction: { code: 'source-revised', reason: REASON }, milestones: [{ value: '80' }] },
    ])
  })

  it('shows every reader that it was revised: the list and the file, in force since then only', async () => {
    const desk = await openAdministration(engine)
    await desk.administrator('PATCH', ADDRESS, { milestones: [aMilestone({ value: '80' })], reason: REASON })
    const list = await desk.get<{ items: Target[] }>('/api/targets')
    expect(list.body.items[0]?.progress[0]?.flags).toContain('target-revised')
    expect((await desk.get('/api/progress.csv')).text).toContain('target-revised')
    const before = await desk.get<TargetDetail>(`${ADDRESS}?asOf=2026-06-29`)
    expect(before.body.progress[0]).toMatchObject({ flags: expect.not.arrayContaining(['target-revised']) })
    expect(before.body.milestones).toMatchObject([{ value: '100' }])
  })

  it('leaves what is not given as it is, and calls a change of words no revised promise', async () => {
    const { administrator } = await openAdministration(engine)
    const { body } = await administrator<Target>('PATCH', ADDRESS, { ownerZh: '科技厅', reason: REASON })
    expect(body).toMatchObject({ ownerZh: '科技厅', clause: '二、目标', revision: 2, milestones: [{ value: '100' }] })
    expect(body.progress[0]?.flags).not.toContain('target-revised')
  })

  it('is sample data in a demo, like whatever is entered there', async () => {
    const { db, administrator } = await openAdministration(engine)
    const change = { ownerZh: '科技厅', reason: REASON }
    expect((await administrator<Target>('PATCH', ADDRESS, change)).body.sample).toBe(false)
    const demo = await openApp(db, NOW, { mode: 'demo' })
    const headers = await signIn(db, 'administrator')
    const revised = await demo.request({ method: 'PATCH', url: ADDRESS, headers, payload: change })
    expect(revised.body['sample']).toBe(true)
  })

  it('keeps who, when and why in the log', async () => {
    const desk = await openAdministration(engine)
    await desk.administrator('PATCH', ADDRESS, { milestones: [aMilestone({ value: '80' })], reason: REASON })
    expect(await lastLine(desk)).toMatchObject({
      actor: 'administrator',
      action: 'target.revise',
      data: { id: 'plan-laboratories', revision: 2, correction: { code: 'source-revised', reason: REASON } },
    })
  })

  it.each([
    ['without a reason', { ownerZh: '科技厅', reason: undefined }, ['reason invalid-type']],
    ['with a cause that is none', { correctionCode: 'wish' }, ['correctionCode invalid-value']],
    ['to no milestone at all', { milestones: [] }, ['milestones too-small']],
    [
      'to what cannot be promised',
      { milestones: [aMilestone({ comparator: 'at-most' })] },
      ['milestones.0.comparator comparator-and-direction'],
    ],
    ['of its indicator', { indicatorCode: 'patents' }, ['indicatorCode unknown-field']],
    [
      'to a conflict with itself',
      { conflicts: [aConflict({ targetId: 'plan-laboratories' })] },
      ['conflicts.0.targetId unknown-target'],
    ],
  ])('refuses a change %s', async (_what, part, errors) => {
    const administrator = await unchanged().as('administrator')
    const refused = await administrator('PATCH', ADDRESS, { reason: REASON, ...part })
    expect([refused.status, errorsOf(refused)]).toEqual([400, errors])
    expect((await administrator<Target>('GET', ADDRESS)).body.revision).toBe(1)
  })

  it('does not write over what someone else has just changed', async () => {
    const { administrator } = await openAdministration(engine)
    await administrator('PATCH', ADDRESS, { ownerZh: '科技厅', reason: REASON, ifRevision: 1 })
    const late = await administrator('PATCH', ADDRESS, { ownerZh: '工信厅', reason: REASON, ifRevision: 1 })
    expect([late.status, late.body['code']]).toEqual([409, 'revision-conflict'])
    expect((await administrator<Target>('GET', ADDRESS)).body.ownerZh).toBe('科技厅')
  })

  it('answers 404 for a target that does not exist', async () => {
    const { administrator } = await openAdministration(engine)
    for (const id of ['no-such', 'No Such', '%20']) {
      expect(
        (await administrator('PATCH', `/api/targets/${encodeURIComponent(id)}`, { reason: REASON })).status,
        id,
      ).toBe(404)
    }
  })

  it('is for administrators', async () => {
    await expectAdministratorsOnly(await openAdministration(engine), 'PATCH', ADDRESS, { reason: REASON })
  })
})
