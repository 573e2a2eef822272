import type { Kysely } from 'kysely'
import { findAccount } from '../../server/accounts/queries.ts'
import { giveLink } from '../../server/accounts/secrets.ts'
import { draft } from '../../server/contract/entry.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import { keepImport } from '../../server/imports/kept.ts'
import { addAccount } from './accounts.ts'
import { NOW } from './app.ts'
import { aDraft } from './desk.ts'
import { bringFigure } from './figure-states.ts'
import { aMilestone, anIndicator, PLAN } from './world.ts'

/** One valid request of a route. */
export interface Asked {
  url: string
  payload?: object | string
  /** Of a body that is no JSON. */
  type?: string
  /** What is answered to whoever may; 200 where nothing is said. */
  done?: number
}

export interface Cell {
  db: Kysely<Database>
  /** Whose data are asked for, where a route asks for some region's. */
  regionCode: string
  /** Different for each request. */
  turn: number
  /** Who asks; undefined is someone who is not signed in. */
  username: string | undefined
}

/** Of every account in the walk through the table of access. */
export const PASSWORD = 'eine Kuh auf dem Eis'

const get = (url: string) => async (): Promise<Asked> => ({ url })
const reason = '走一遍权限表'

/** An account of its own for each request, so that none is in the way of another. */
async function someone({ db, turn }: Cell): Promise<string> {
  const username = `someone-${turn}`
  await addAccount(db, { username, role: 'leader' })
  return username
}

async function someLink(cell: Cell): Promise<string> {
  const username = await someone(cell)
  const account = await findAccount(cell.db, username)
  if (account === undefined) throw new Error(`no account ${username}`)
  const { path } = await inWriteTransaction(cell.db, (trx) => giveLink(trx, account, NOW, { username }))
  return `/api/invitations/${path.slice('/welcome/'.length)}`
}

async function firstRound(db: Kysely<Database>): Promise<number> {
  return (await db.selectFrom('round').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()).id
}

const sheetOf = ({ regionCode }: Cell): object => ({ regionCode, year: 2025 })
const indicatorCode = 'laboratories'

/** For each route a request that is granted to whoever may make it, from whatever the requests before it left behind. */
export const REQUESTS: Readonly<Record<string, (cell: Cell) => Promise<Asked>>> = {
  'GET /api/health': get('/api/health'),
  'GET /api/ready': get('/api/ready'),
  'GET /api/openapi.json': get('/api/openapi.json'),
  'GET /api/session': get('/api/session'),
  'POST /api/session': async ({ username = 'leader' }) => ({
    url: '/api/session',
    payload: { username, password: PASSWORD },
  }),
  'DELETE /api/session': get('/api/session'),
  'PUT /api/session/password': async () => ({
    url: '/api/session/password',
    payload: { password: PASSWORD, newPassword: PASSWORD },
  }),
  'GET /api/invitations/:token': async (cell) => ({ url: await someLink(cell) }),
  'POST /api/invitations/:token': async (cell) => ({ url: await someLink(cell), payload: { password: PASSWORD } }),

  'GET /api/regions': get('/api/regions'),
  'GET /api/themes': get('/api/themes'),
  'GET /api/plans': get('/api/plans'),
  'GET /api/indicators': get('/api/indicators'),
  'GET /api/targets': get('/api/targets'),
  'GET /api/targets/:id': get('/api/targets/plan-laboratories'),
  'GET /api/targets.csv': get('/api/targets.csv'),
  'GET /api/progress.csv': get('/api/progress.csv'),
  'GET /api/progress': get('/api/progress'),
  'GET /api/target-texts': get('/api/target-texts'),
  'GET /api/freshness': get('/api/freshness'),
  'GET /api/freshness.csv': get('/api/freshness.csv'),
  'GET /api/yearly-progress': get('/api/yearly-progress'),
  'GET /api/yearly-progress.csv': get('/api/yearly-progress.csv'),
  'GET /api/composite': get('/api/composite?region=63'),
  'GET /api/composite.csv': get('/api/composite.csv'),
  'GET /api/composite-targets.csv': get('/api/composite-targets.csv'),
  'GET /api/region-progress': get('/api/region-progress'),
  'GET /api/region-progress.csv': get('/api/region-progress.csv'),
  'GET /api/roll-ups': get('/api/roll-ups?region=63&indicator=laboratories'),
  'GET /api/roll-ups.csv': get('/api/roll-ups.csv?region=63&indicator=laboratories'),
  'GET /api/changes': get('/api/changes?since=2024-01-01'),
  'GET /api/changes.csv': get('/api/changes.csv?since=2024-01-01'),
  'GET /api/observations': async ({ regionCode }) => ({ url: `/api/observations?region=${regionCode}` }),
  'GET /api/observations/history': async ({ regionCode }) => ({
    url: `/api/observations/history?region=${regionCode}&indicator=laboratories&year=2024`,
  }),
  'GET /api/observations.csv': async ({ regionCode }) => ({ url: `/api/observations.csv?region=${regionCode}` }),

  'GET /api/audit/head': get('/api/audit/head'),
  'POST /api/snapshots': async ({ turn }) => ({
    url: '/api/snapshots',
    payload: { titleZh: `第 ${turn} 次` },
    done: 202,
  }),
  'GET /api/snapshots': get('/api/snapshots'),
  'GET /api/snapshots/:id': get('/api/snapshots/1'),
  'GET /api/snapshots/:id.zip': get('/api/snapshots/1.zip'),
  'GET /api/snapshots/:id/files/:name': get('/api/snapshots/1/files/targets.csv'),
  'GET /api/snapshots/:a/diff/:b': get('/api/snapshots/1/diff/2'),
  'GET /api/snapshots/:a/diff/:b.csv': get('/api/snapshots/1/diff/2.csv'),

  'GET /api/rounds': get('/api/rounds'),
  'GET /api/due': get('/api/due'),
  'GET /api/due-counts': get('/api/due-counts'),
  'GET /api/sheets/:region/:year': async ({ regionCode }) => ({ url: `/api/sheets/${regionCode}/2025` }),
  'PUT /api/observations': async ({ db, regionCode, turn }) => {
    await bringFigure(db, regionCode, 'draft', `${turn}.1`)
    return { url: '/api/observations', payload: { items: [aDraft({ regionCode, value: `${turn}.2` })] } }
  },
  'DELETE /api/observations': async ({ db, regionCode, turn }) => {
    await bringFigure(db, regionCode, 'draft', `${turn}.1`)
    const items = [{ regionCode, indicatorCode, year: 2025, measure: 'value' }]
    return { url: '/api/observations', payload: { items } }
  },
  'POST /api/submissions': async (cell) => {
    await bringFigure(cell.db, cell.regionCode, 'draft', '45')
    return { url: '/api/submissions', payload: sheetOf(cell) }
  },
  'DELETE /api/submissions': async (cell) => {
    await bringFigure(cell.db, cell.regionCode, 'submitted', '45')
    return { url: '/api/submissions', payload: sheetOf(cell) }
  },
  'GET /api/templates/:region/:year.xlsx': async ({ regionCode }) => ({
    url: `/api/templates/${regionCode}/2025.xlsx`,
  }),
  'POST /api/imports': async ({ regionCode }) => ({
    url: `/api/imports?region=${regionCode}&year=2025`,
    payload: '指标代码,2025 年数值\r\npatents,7\r\n',
    type: 'text/csv',
  }),
  'POST /api/imports/:id/apply': async ({ db, regionCode, turn, username }) => {
    const kept = {
      regionCode,
      year: 2025,
      sha256: 'f'.repeat(64),
      drafts: [draft.parse(aDraft({ regionCode, indicatorCode: 'patents', value: String(turn) }))],
    }
    // Someone who is not signed in keeps nothing; what a colleague keeps is as good as absent.
    const id = await inWriteTransaction(db, (trx) => keepImport(trx, username ?? 'qh-second', NOW, kept))
    return { url: `/api/imports/${id}/apply` }
  },
  'GET /api/reviews': get('/api/reviews'),
  'POST /api/reviews': async ({ db, regionCode }) => {
    const observationId = await bringFigure(db, regionCode, 'submitted', '45')
    const payload = { decision: 'return', observationIds: [observationId], comment: '请核对' }
    return { url: '/api/reviews', payload }
  },

  'GET /api/audit': get('/api/audit?limit=1'),
  'GET /api/audit/object': get('/api/audit/object?object=target/plan-laboratories'),
  'GET /api/audit/actors': get('/api/audit/actors'),
  'GET /api/audit.csv': get('/api/audit.csv?bom=0'),
  'GET /api/audit/log.jsonl': get('/api/audit/log.jsonl'),

  'POST /api/rounds': async () => ({
    url: '/api/rounds',
    payload: { year: 2024, kind: 'late', regionCodes: ['63'], opensOn: '2026-06-01', closesOn: '2026-06-30', reason },
    done: 201,
  }),
  'PATCH /api/rounds/:id': async ({ db, turn }) => ({
    url: `/api/rounds/${await firstRound(db)}`,
    payload: { closesOn: turn % 2 === 0 ? '2026-08-01' : '2026-08-02', reason },
  }),
  'POST /api/plans': async ({ turn }) => ({
    url: '/api/plans',
    payload: { ...PLAN, code: `plan-${turn}`, reason },
    done: 201,
  }),
  'POST /api/indicators': async ({ turn }) => ({
    url: '/api/indicators',
    payload: { ...anIndicator({ code: `indicator-${turn}` }), reason },
    done: 201,
  }),
  'PATCH /api/indicators/:code': async ({ turn }) => ({
    url: '/api/indicators/patents',
    payload: { sourceZh: `第 ${turn} 处`, reason },
  }),
  'POST /api/targets': async ({ turn }) => ({
    url: '/api/targets',
    payload: {
      id: `target-${turn}`,
      planCode: 'plan',
      regionCode: '37',
      indicatorCode,
      clause: '二、目标',
      quote: '到2030年，建成重点实验室100家。',
      milestones: [aMilestone()],
      reason,
    },
    done: 201,
  }),
  'PATCH /api/targets/:id': async ({ turn }) => ({
    url: '/api/targets/plan-laboratories',
    payload: { ownerZh: `第 ${turn} 处`, reason },
  }),
  'PUT /api/targets/:id/weight': async ({ turn }) => ({
    url: '/api/targets/plan-laboratories/weight',
    payload: { weight: String(turn), reason },
  }),
  'GET /api/accounts': get('/api/accounts'),
  'POST /api/accounts': async ({ turn }) => ({
    url: '/api/accounts',
    payload: { username: `new-${turn}`, displayName: '新人', role: 'leader', reason },
    done: 201,
  }),
  'PATCH /api/accounts/:username': async (cell) => ({
    url: `/api/accounts/${await someone(cell)}`,
    payload: { displayName: '改名', reason },
  }),
  'POST /api/accounts/:username/invitations': async (cell) => ({
    url: `/api/accounts/${await someone(cell)}/invitations`,
    payload: {},
    done: 201,
  }),
  'DELETE /api/accounts/:username/sessions': async (cell) => ({
    url: `/api/accounts/${await someone(cell)}/sessions`,
    payload: { reason },
  }),
}
