import type { InjectOptions } from 'fastify'
import { beforeAll, expect, it } from 'vitest'
import type { AccountRole } from '../../server/domain/words.ts'
import { ACCOUNT_ROLES } from '../../server/domain/words.ts'
import { exportHere } from '../../server/exports/exporter.ts'
import { guard, ROUTES } from '../../server/http/access.ts'
import { type Asked, PASSWORD, REQUESTS } from '../helpers/access-requests.ts'
import { addAccount, givePassword, loggedSince, signIn } from '../helpers/accounts.ts'
import { type Answer, NOW, openApp, type TestApp } from '../helpers/app.ts'
import { describeOnBothEngines, openDatabase, type TestDatabase } from '../helpers/databases.ts'
import { openDesk } from '../helpers/desk.ts'
import { keepSigned, makeWith } from '../helpers/snapshots.ts'
import { addApproved } from '../helpers/world.ts'

// The rules of access as the product's design words them, written down here a second time and walked through: every
// reader, every route, the own region and another.

/** Who may: everyone, whoever may read, whoever is signed in, or some roles, those of a region for their own only. */
type Rule = 'everyone' | 'readers' | 'signed in' | Partial<Record<AccountRole, 'all' | 'own region'>>

const ENTERING: Rule = { reporter: 'own region' }
const REVIEWING: Rule = { reviewer: 'own region' }
const WATCHING: Rule = { reporter: 'own region', reviewer: 'own region', administrator: 'all' }
const AUDIT: Rule = { auditor: 'all' }
const ADMINISTRATION: Rule = { administrator: 'all' }

const RULES: Readonly<Record<string, Rule>> = {
  'GET /api/health': 'everyone',
  'GET /api/ready': 'everyone',
  'GET /api/openapi.json': 'everyone',
  'GET /api/session': 'everyone',
  'POST /api/session': 'everyone',
  'DELETE /api/session': 'signed in',
  'PUT /api/session/password': 'signed in',
  'GET /api/invitations/:token': 'everyone',
  'POST /api/invitations/:token': 'everyone',

  // Approved figures, targets, progress: all.
  'GET /api/regions': 'readers',
  'GET /api/themes': 'readers',
  'GET /api/plans': 'readers',
  'GET /api/indicators': 'readers',
  'GET /api/targets': 'readers',
  'GET /api/targets/:id': 'readers',
  'GET /api/targets.csv': 'readers',
  'GET /api/progress.csv': 'readers',
  'GET /api/progress': 'readers',
  'GET /api/target-texts': 'readers',
  'GET /api/freshness': 'readers',
  'GET /api/freshness.csv': 'readers',
  'GET /api/yearly-progress': 'readers',
  'GET /api/yearly-progress.csv': 'readers',
  'GET /api/composite': 'readers',
  'GET /api/composite.csv': 'readers',
  'GET /api/composite-targets.csv': 'readers',
  'GET /api/region-progress': 'readers',
  'GET /api/region-progress.csv': 'readers',
  'GET /api/roll-ups': 'readers',
  'GET /api/roll-ups.csv': 'readers',
  'GET /api/changes': 'readers',
  'GET /api/changes.csv': 'readers',
  'GET /api/observations': 'readers',
  'GET /api/observations/history': 'readers',
  'GET /api/observations.csv': 'readers',

  'GET /api/rounds': 'signed in',
  // Drafts and submitted figures; an administrator sees states and counts.
  'GET /api/due': WATCHING,
  'GET /api/sheets/:region/:year': WATCHING,
  // Enter, import, submit, withdraw.
  'GET /api/templates/:region/:year.xlsx': ENTERING,
  'PUT /api/observations': ENTERING,
  'DELETE /api/observations': ENTERING,
  'POST /api/submissions': ENTERING,
  'DELETE /api/submissions': ENTERING,
  'POST /api/imports': ENTERING,
  'POST /api/imports/:id/apply': ENTERING,
  // Approve, return.
  'GET /api/reviews': REVIEWING,
  'POST /api/reviews': REVIEWING,
  // Snapshots, audit log.
  'GET /api/audit': AUDIT,
  'GET /api/audit/object': AUDIT,
  'GET /api/audit/actors': AUDIT,
  'GET /api/audit.csv': AUDIT,
  'GET /api/audit/log.jsonl': AUDIT,
  'GET /api/audit/head': AUDIT,
  'POST /api/snapshots': AUDIT,
  'GET /api/snapshots': AUDIT,
  'GET /api/snapshots/:id': AUDIT,
  'GET /api/snapshots/:id.zip': AUDIT,
  'GET /api/snapshots/:id/files/:name': AUDIT,
  'GET /api/snapshots/:a/diff/:b': AUDIT,
  'GET /api/snapshots/:a/diff/:b.csv': AUDIT,
  // Users, plans, indicators, targets, rounds.
  'GET /api/due-counts': ADMINISTRATION,
  'POST /api/rounds': ADMINISTRATION,
  'PATCH /api/rounds/:id': ADMINISTRATION,
  'POST /api/plans': ADMINISTRATION,
  'POST /api/indicators': ADMINISTRATION,
  'PATCH /api/indicators/:code': ADMINISTRATION,
  'POST /api/targets': ADMINISTRATION,
  'PATCH /api/targets/:id': ADMINISTRATION,
  'PUT /api/targets/:id/weight': ADMINISTRATION,
  'GET /api/accounts': ADMINISTRATION,
  'POST /api/accounts': ADMINISTRATION,
  'PATCH /api/accounts/:username': ADMINISTRATION,
  'POST /api/accounts/:username/invitations': ADMINISTRATION,
  'DELETE /api/accounts/:username/sessions': ADMINISTRATION,
}

/** Of which region's data a route is asked for; the others know no region, or take the reader's own. */
const REGIONAL = new Set([
  'GET /api/observations',
  'GET /api/observations/history',
  'GET /api/observations.csv',
  'GET /api/sheets/:region/:year',
  'GET /api/templates/:region/:year.xlsx',
  'PUT /api/observations',
  'DELETE /api/observations',
  'POST /api/submissions',
  'DELETE /api/submissions',
  'POST /api/imports',
  'POST /api/imports/:id/apply',
  'POST /api/reviews',
])

const OWN = '63'
const OTHER = '37'
const USERNAMES: Readonly<Record<AccountRole, string>> = {
  reporter: 'qh-reporter',
  reviewer: 'qh-reviewer',
  leader: 'leader',
  auditor: 'auditor',
  administrator: 'administrator',
}

const READERS = ['public, may read', 'public, may not read', ...ACCOUNT_ROLES] as const
type Reader = (typeof READERS)[number]
type Outcome = 'granted' | 'as if absent' | 'not signed in'

function expectedOf(rule: Rule, reader: Reader, regionCode: string): Outcome {
  if (rule === 'everyone') return 'granted'
  if (reader === 'public, may not read') return 'not signed in'
  if (reader === 'public, may read') return rule === 'readers' ? 'granted' : 'not signed in'
  if (typeof rule === 'string') return 'granted'
  const reach = rule[reader]
  return reach === 'all' || (reach === 'own region' && regionCode === OWN) ? 'granted' : 'as if absent'
}

type Body = Record<string, unknown>

describeOnBothEngines('every reader at every route', (engine) => {
  let database: TestDatabase
  let desk: TestApp
  let closed: TestApp
  let absent: Body
  let turn = 0

  beforeAll(async () => {
    database = await openDatabase(engine)
    const { db } = database
    await openDesk(db, { regionCodes: [OWN, OTHER], indicatorCodes: ['laboratories', 'patents'] })
    const { head, snapshots, remove } = await keepSigned(db)
    desk = await openApp(db, NOW, { head, snapshots })
    closed = await openApp(db, NOW, { head, snapshots, publicRead: false })
    for (const titleZh of ['第一号', '第二号']) await makeWith(snapshots, db, { titleZh })
    await addApproved(db, { regionCode: OTHER, year: 2024, value: '40' })
    for (const username of Object.values(USERNAMES)) await givePassword(db, username, PASSWORD, NOW)
    absent = withoutId((await desk.get('/api/nothing')).body)
    return async () => {
      await remove()
      await database.close()
    }
  }, 60_000)

  const withoutId = ({ requestId: _requestId, ...body }: Body): Body => body
  const methodOf = (route: string) => route.split(' ')[0] as NonNullable<InjectOptions['method']>

  async function outcomeOf(route: string, reader: Reader, regionCode: string): Promise<string> {
    const { db } = database
    turn += 1
    const username = reader in USERNAMES ? USERNAMES[reader as AccountRole] : undefined
    const asked = await REQUESTS[route]?.({ db, regionCode, turn, username })
    if (asked === undefined) throw new Error(`no request for ${route}`)
    const { url, payload, type } = asked
    const session = username === undefined ? {} : await signIn(db, username)
    const headers = { ...session, ...(type !== undefined && { 'content-type': type }) }
    const before = (await loggedSince(db, 0)).length
    const app = reader === 'public, may not read' ? closed : desk
    const answer = await app.request({ method: methodOf(route), url, headers, ...(payload && { payload }) })
    const outcome = nameOf(answer, asked)
    if (outcome === 'as if absent') {
      const told = (await loggedSince(db, before))
        // One that was asked for before comes to its end at any moment.
        .filter(({ action }) => action !== 'snapshot.make')
        .map(({ actor, action }) => `${String(actor)} ${String(action)}`)
      if (told.join() !== `${username} access.refuse`) return `as if absent, logged as: ${told.join()}`
    }
    return outcome
  }

  function nameOf({ status, body, text }: Answer<Body>, { done = 200 }: Asked): string {
    if (status === done) return 'granted'
    if (status === 401 && body['code'] === 'not-signed-in') return 'not signed in'
    if (status === 404 && JSON.stringify(withoutId(body)) === JSON.stringify(absent)) return 'as if absent'
    return `${status} ${text}`
  }

  const cells = (route: string): [string, Reader, string][] =>
    (REGIONAL.has(route) ? [OWN, OTHER] : [OWN]).flatMap((region) =>
      READERS.map((reader): [string, Reader, string] => [`${reader}, region ${region}`, reader, region]),
    )

  it.each(Object.keys(RULES))(
    '%s',
    async (route) => {
      const rule = RULES[route] ?? {}
      const expected: Record<string, string> = {}
      const actual: Record<string, string> = {}
      for (const [cell, reader, region] of cells(route)) {
        expected[cell] = expectedOf(rule, reader, region)
        actual[cell] = await outcomeOf(route, reader, region)
      }
      expect(actual).toEqual(expected)
    },
    60_000,
  )
})

describeOnBothEngines('the table of access', (engine) => {
  it('names the routes of which the rules are written down here, and no others', () => {
    expect(Object.keys(ROUTES).toSorted()).toEqual(Object.keys(RULES).toSorted())
  })

  it('has a route for every row, but for those that are still to be built', async () => {
    const { db, close } = await openDatabase(engine)
    const { head, snapshots, remove } = await keepSigned(db)
    const { app } = await openApp(db, NOW, { head, snapshots })
    await app.ready()
    const isThere = (route: string): boolean => {
      const [method = 'GET', url = ''] = route.split(' ')
      return app.hasRoute({ method: method as 'GET', url })
    }
    expect(Object.keys(ROUTES).filter((route) => !isThere(route))).toEqual([])
    await remove()
    await close()
  })

  it('keeps a route that it does not name from coming into being', async () => {
    const { db, close } = await openDatabase(engine)
    const { app } = await openApp(db)
    const exporter = exportHere(db)
    const context = { db, clock: () => NOW, exporter, mode: 'live', publicRead: true, passwordPolicy: 'nist' } as const
    const { default: fastify } = await import('fastify')
    const scratch = fastify()
    guard(scratch, context)
    expect(() => scratch.get('/api/secrets', async () => 'everything')).toThrow(
      'GET /api/secrets is missing from the table of access',
    )
    expect(() => scratch.post('/api/targets/:id', async () => 'everything')).toThrow('POST /api/targets/:id is missing')
    expect(() => scratch.get('/api/health', async () => 'well')).not.toThrow()
    await app.close()
    await close()
  })

  it('gives nobody more who has two sessions, or a cookie that is none', async () => {
    const { db, close } = await openDatabase(engine)
    const { get } = await openDesk(db)
    await addAccount(db, { username: 'second-leader', role: 'leader' })
    const { cookie } = await signIn(db, 'second-leader')
    for (const tampered of [
      'tanbiao_session=',
      'tanbiao_session=x',
      `${cookie}x`,
      'tanbiao_session=%00',
      cookie.toUpperCase(),
    ]) {
      expect((await get('/api/accounts', { cookie: tampered })).status, tampered).toBe(401)
    }
    expect((await get('/api/accounts', { cookie })).status).toBe(404)
    await close()
  })
})
