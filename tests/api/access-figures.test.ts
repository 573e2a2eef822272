import { expect, it } from 'vitest'
import type { ReviewState } from '../../server/domain/words.ts'
import { describeOnBothEngines, shared } from '../helpers/databases.ts'
import { openDesk, type Person } from '../helpers/desk.ts'
import { bringFigure, FIGURE_STATES, type FigureState } from '../helpers/figure-states.ts'
import { addTarget } from '../helpers/world.ts'

// Drafts and submitted figures: the own region's for reporters, once submitted for reviewers, as history for auditors,
// states without values for administrators, nothing for leaders and the public. Walked by looking for the value itself in
// all that each reader can ask.

const OWN = '63'
const OTHER = '37'
const PEOPLE = [
  'public',
  'qh-reporter',
  'qh-second',
  'qh-reviewer',
  'sd-reporter',
  'sd-reviewer',
  'leader',
  'auditor',
  'administrator',
] as const
type Reader = (typeof PEOPLE)[number]

/** What may be seen of Qinghai's figure of this state, before it was ever approved. */
const SEEN_BY: Readonly<Record<FigureState, readonly Reader[]>> = {
  draft: ['qh-reporter', 'qh-second', 'auditor'],
  submitted: ['qh-reporter', 'qh-second', 'qh-reviewer', 'auditor'],
  returned: ['qh-reporter', 'qh-second', 'qh-reviewer', 'auditor'],
  discarded: ['qh-reporter', 'qh-second', 'auditor'],
}

const ADDRESSES = [
  '/api/observations',
  ...(['draft', 'submitted', 'approved', 'returned'] satisfies ReviewState[]).flatMap((state) => [
    `/api/observations?state=${state}`,
    `/api/observations?state=${state}&region=${OWN}`,
  ]),
  `/api/observations/history?region=${OWN}&indicator=laboratories&year=2025`,
  `/api/observations/history?region=${OWN}&indicator=laboratories&year=2025&measure=value`,
  '/api/observations.csv',
  '/api/observations.csv?state=draft',
  '/api/targets',
  '/api/targets/plan-laboratories',
  '/api/progress.csv',
  '/api/targets.csv',
  `/api/sheets/${OWN}/2025`,
  `/api/sheets/${OWN}/2024`,
  `/api/sheets/${OTHER}/2025`,
  '/api/due',
  '/api/due-counts',
  '/api/reviews',
  '/api/reviews?year=2025',
  '/api/rounds',
  '/api/health',
]

describeOnBothEngines('a figure that is not approved', (engine) => {
  const world = shared(engine, async (db) => {
    const desk = await openDesk(db, { regionCodes: [OWN, OTHER] })
    await addTarget(db, { id: 'other-laboratories', regionCode: OTHER })
    const people = new Map<Reader, Person>()
    for (const name of PEOPLE) {
      people.set(name, name === 'public' ? (_method, url) => desk.get(url) : await desk.as(name))
    }
    return { ...desk, people }
  })
  let turn = 0

  it.each(FIGURE_STATES)('is seen, when it is %s, by those whose business it is and by no one else', async (state) => {
    const { db, people } = world()
    const value = `777${++turn}.25`
    await bringFigure(db, OWN, state, value)
    const seen: Reader[] = []
    for (const [name, ask] of people) {
      const answers = await Promise.all(ADDRESSES.map((url) => ask('GET', url)))
      if (answers.some(({ text }) => text.includes(value))) seen.push(name)
    }
    expect(seen).toEqual(SEEN_BY[state])
  })

  it('is known to administrators by its state, without value, source and note', async () => {
    const { db, people } = world()
    await bringFigure(db, OWN, 'submitted', '888.25')
    const { body, text } = (await people.get('administrator')?.('GET', `/api/sheets/${OWN}/2025`)) ?? {}
    const rows = (body?.['rows'] ?? []) as { pending: object | null }[]
    expect(rows.map(({ pending }) => pending)).toContainEqual(
      expect.objectContaining({ state: 'submitted', value: null, source: null, note: null }),
    )
    expect(text).not.toContain('888.25')
  })
})

describeOnBothEngines('deciding and submitting', (engine) => {
  const world = shared(engine, async (db) => await openDesk(db, { regionCodes: [OWN, OTHER] }))

  // Of a figure of Qinghai in each state: who may do what with it.
  const APPROVE = (id: number) => ['POST', '/api/reviews', { decision: 'approve', observationIds: [id] }] as const
  const SUBMIT = () => ['POST', '/api/submissions', { regionCode: OWN, year: 2025 }] as const
  const WITHDRAW = () => ['DELETE', '/api/submissions', { regionCode: OWN, year: 2025 }] as const
  const NAMED = { regionCode: OWN, indicatorCode: 'laboratories', year: 2025, measure: 'value' }
  const DISCARD = () => ['DELETE', '/api/observations', { items: [NAMED] }] as const

  it.each([
    ['approve', APPROVE, 'qh-reviewer', { submitted: 200, draft: 404, returned: 409, discarded: 404 }],
    ['approve', APPROVE, 'sd-reviewer', { submitted: 404, draft: 404, returned: 404, discarded: 404 }],
    ['approve', APPROVE, 'qh-reporter', { submitted: 404, draft: 404, returned: 404, discarded: 404 }],
    ['approve', APPROVE, 'administrator', { submitted: 404, draft: 404, returned: 404, discarded: 404 }],
    ['submit', SUBMIT, 'qh-second', { submitted: 422, draft: 200, returned: 422, discarded: 422 }],
    ['submit', SUBMIT, 'sd-reporter', { submitted: 404, draft: 404, returned: 404, discarded: 404 }],
    ['submit', SUBMIT, 'qh-reviewer', { submitted: 404, draft: 404, returned: 404, discarded: 404 }],
    ['withdraw', WITHDRAW, 'qh-second', { submitted: 200, draft: 409, returned: 409, discarded: 409 }],
    ['withdraw', WITHDRAW, 'sd-reporter', { submitted: 404, draft: 404, returned: 404, discarded: 404 }],
    ['withdraw', WITHDRAW, 'qh-reviewer', { submitted: 404, draft: 404, returned: 404, discarded: 404 }],
    ['take back', DISCARD, 'qh-second', { submitted: 409, draft: 200, returned: 200, discarded: 409 }],
    ['take back', DISCARD, 'sd-reporter', { submitted: 404, draft: 404, returned: 404, discarded: 404 }],
    ['take back', DISCARD, 'qh-reviewer', { submitted: 404, draft: 404, returned: 404, discarded: 404 }],
  ] as const)('to %s (%#) as %3$s', async (_what, call, username, expected) => {
    const { db, as } = world()
    const ask = await as(username)
    const statuses: Partial<Record<FigureState, number>> = {}
    // What can be approved comes last: with a figure in force, the next one is a correction.
    for (const state of ['draft', 'returned', 'discarded', 'submitted'] as const) {
      const [method, url, payload] = call(await bringFigure(db, OWN, state, '45'))
      statuses[state] = (await ask(method, url, payload)).status
    }
    expect(statuses).toEqual(expected)
  })
})
