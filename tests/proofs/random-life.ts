import type { Kysely } from 'kysely'
import type { Change } from '../../server/audit/change.ts'
import { NEWEST } from '../../server/audit/queries.ts'
import { recordChange } from '../../server/audit/record.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import { listIndicators } from '../../server/plans/queries.ts'
import { listStoredTargets } from '../../server/targets/queries.ts'
import { ADMINISTRATOR, type Moment, pick, type Random, type Recorder, REPORTER, TEXTS } from './life-moment.ts'
import { figureEntered } from './random-figures.ts'

// What may happen any day in a database that holds the demo: figures corrected, returned, withdrawn and left as drafts,
// targets and weights revised, accounts and rounds changed, and what is only told.

/** One thing that happens, with all its lines, at one instant. */
export async function happen(db: Kysely<Database>, random: Random, at: Date): Promise<void> {
  const event = pick(random, EVENTS)
  await inWriteTransaction(db, async (trx) => {
    const record: Recorder = (actor, change, reason) => recordChange(trx, actor, at, change, reason)
    await event({ trx, random, at, record })
  })
}

async function targetRevised({ trx, random, record }: Moment): Promise<void> {
  const target = pick(random, await listStoredTargets(trx, NEWEST))
  const { revision, ownerZh, clause, quote, sourceFile, conflicts, milestones, sample } =
    target.revisions.at(-1) ?? target.revisions[0]
  const { id, planCode, regionCode, indicatorCode } = target
  const owner = pick(random, [ownerZh, ...TEXTS])
  const moved = milestones.map((milestone, at) =>
    at === milestones.length - 1 && random() < 0.5 && milestone.year < 2050
      ? { ...milestone, year: milestone.year + 1 }
      : milestone,
  )
  const data = {
    id,
    planCode,
    regionCode,
    indicatorCode,
    clause,
    quote,
    sourceFile,
    conflicts,
    sample,
    milestones: moved,
  }
  const correction = { code: 'source-revised', reason: pick(random, TEXTS) } as const
  await record(ADMINISTRATOR, {
    action: 'target.revise',
    data: { ...data, ownerZh: owner, revision: revision + 1, correction },
  })
}

async function targetWeighed({ trx, random, record }: Moment): Promise<void> {
  const { id: targetId } = pick(random, await listStoredTargets(trx, NEWEST))
  const known = await trx.selectFrom('target_weight').select('seq').where('target_id', '=', targetId).execute()
  const data = { targetId, revision: known.length + 1, weight: (random() * 5).toFixed(1) }
  await record(ADMINISTRATOR, { action: 'target.weigh', data }, pick(random, TEXTS))
}

async function indicatorRevised({ trx, random, record }: Moment): Promise<void> {
  const indicator = pick(random, await listIndicators(trx, NEWEST))
  const known = await trx.selectFrom('indicator_revision').select('seq').where('code', '=', indicator.code).execute()
  const { unitZh: _zh, unitEn: _en, kind: _kind, better: _better, ...terms } = indicator
  const data = {
    ...terms,
    definitionZh: pick(random, TEXTS),
    decimals: Math.floor(random() * 4),
    revision: known.length + 2,
  }
  await record(ADMINISTRATOR, { action: 'indicator.revise', data }, pick(random, TEXTS))
}

async function accountRevised({ trx, random, record }: Moment): Promise<void> {
  const known = await trx.selectFrom('account').select('username').orderBy('seq').execute()
  const username = known.length === 0 || random() < 0.5 ? `person-${known.length}` : pick(random, known).username
  const revisions = await trx.selectFrom('account_revision').select('seq').where('username', '=', username).execute()
  await record(
    ADMINISTRATOR,
    {
      action: 'account.revise',
      data: {
        username,
        revision: revisions.length + 1,
        displayName: pick(random, TEXTS),
        role: 'leader',
        regionCode: null,
        email: random() < 0.5 ? 'someone@example.org' : null,
        active: random() < 0.8,
      },
    },
    pick(random, TEXTS),
  )
}

async function roundOpened({ random, at, record }: Moment): Promise<void> {
  const year = 2020 + Math.floor(random() * 6)
  const opensOn = at.toISOString().slice(0, 10)
  const data = {
    roundId: null,
    revision: 1,
    year,
    kind: 'revision' as const,
    regionCodes: ['63'],
    indicatorCodes: null,
  }
  await record(ADMINISTRATOR, { action: 'round.revise', data: { ...data, opensOn, closesOn: '2099-12-31' } })
}

/** What leaves no row. */
async function told({ random, record }: Moment): Promise<void> {
  const username = 'qh-reporter'
  const change = pick<Change>(random, [
    { action: 'session.start', data: { username } },
    { action: 'session.end', data: { username } },
    { action: 'session.refuse', data: { username: null, why: 'wrong' } },
    { action: 'access.refuse', data: { method: 'GET', route: '/api/audit' } },
    { action: 'export.take', data: { file: 'progress.csv', filters: { region: '63', q: pick(random, TEXTS) } } },
    { action: 'account.invite', data: { username, expiresAt: '2099-01-01T00:00:00.000Z' } },
  ])
  await record(REPORTER, change)
}

const EVENTS: readonly ((moment: Moment) => Promise<void>)[] = [
  figureEntered,
  figureEntered,
  figureEntered,
  figureEntered,
  targetRevised,
  targetWeighed,
  indicatorRevised,
  accountRevised,
  roundOpened,
  told,
]
