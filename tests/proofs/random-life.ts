import type { Kysely, Transaction } from 'kysely'
import type { Change } from '../../server/audit/change.ts'
import { type Actor, recordChange } from '../../server/audit/record.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import { toEnteredRevision } from '../../server/observations/rows.ts'
import { listIndicators } from '../../server/plans/queries.ts'
import { NEWEST } from '../../server/audit/queries.ts'
import { listStoredTargets } from '../../server/targets/queries.ts'

// What may happen any day in a database that holds the demo: figures corrected, returned, withdrawn and left as drafts,
// targets and weights revised, accounts and rounds changed, and what is only told.

type Random = () => number

const REPORTER: Actor = { username: 'qh-reporter', role: 'reporter' }
const REVIEWER: Actor = { username: 'qh-reviewer', role: 'reviewer' }
const ADMINISTRATOR: Actor = { username: 'admin', role: 'administrator' }

/** Text as people type it, with what spreadsheets, sorting and line ends make trouble of. */
const TEXTS = ['统计年报', '=1+1', '第一行\n"第二行"', '＋ａ', 'Äpfel, ß', '𠮷野', "'quoted", 'İstanbul', '1,5', '-3.5']

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** One thing that happens, with all its lines, at one instant. */
export async function happen(db: Kysely<Database>, random: Random, at: Date): Promise<void> {
  const event = pick(random, EVENTS)
  await inWriteTransaction(db, async (trx) => {
    const record: Recorder = (actor, change, reason) => recordChange(trx, actor, at, change, reason)
    await event({ trx, random, at, record })
  })
}

type Recorder = (actor: Actor, change: Change, reason?: string) => Promise<number>

interface Moment {
  trx: Transaction<Database>
  random: Random
  at: Date
  record: Recorder
}

/** A figure is entered anew and goes as far as chance has it; on the way it may be returned, withdrawn or discarded. */
async function figureEntered({ trx, random, record }: Moment): Promise<void> {
  const rows = await trx
    .selectFrom('observation_revision as revision')
    .innerJoin('audit_line as line', 'line.seq', 'revision.seq')
    .selectAll('revision')
    .select(['line.at as entered_at', 'line.actor as entered_by'])
    .orderBy('revision.seq')
    .execute()
  const newest = new Map(
    rows.map((row) => [[row.region_code, row.indicator_code, row.year, row.measure].join('/'), row]),
  )
  const { id, enteredAt: _at, enteredBy: _by, ...before } = toEnteredRevision(pick(random, [...newest.values()]))
  const steps = await trx
    .selectFrom('observation_step')
    .select('step')
    .where('observation_seq', '=', id)
    .orderBy('seq')
    .execute()
  if (steps.at(-1)?.step === 'submitted') return await decided({ random, record }, id)
  const isMissing = random() < 0.05
  const value = isMissing ? null : changed(random, before.value ?? '1')
  const observationId = await record(REPORTER, {
    action: 'observation.enter',
    data: {
      ...before,
      revision: before.revision + 1,
      value,
      missingReason: isMissing ? 'not-collected' : null,
      provisional: !isMissing && random() < 0.2,
      breakBefore: !isMissing && random() < 0.03,
      source: pick(random, TEXTS),
      note: random() < 0.3 ? pick(random, TEXTS) : null,
      correction: { code: pick(random, ['typing', 'source-revised', 'late-return']), reason: pick(random, TEXTS) },
    },
  })
  if (random() < 0.15) return void (await record(REPORTER, stepOf('discard', observationId)))
  if (random() < 0.15) return
  await record(REPORTER, stepOf('submit', observationId))
  if (random() < 0.8) await decided({ random, record }, observationId)
}

const stepOf = (
  step: 'submit' | 'withdraw' | 'approve' | 'return' | 'discard',
  observationId: number,
  comment: string | null = null,
): Change => ({ action: `observation.${step}`, data: { observationId, comment } })

async function decided({ random, record }: Pick<Moment, 'random' | 'record'>, id: number): Promise<void> {
  const what = random()
  if (what < 0.7) await record(REVIEWER, stepOf('approve', id, random() < 0.3 ? pick(random, TEXTS) : null))
  else if (what < 0.9) await record(REVIEWER, stepOf('return', id, pick(random, TEXTS)))
  else await record(REPORTER, stepOf('withdraw', id))
}

/** Another figure with as many digits after the point, now and then one more; of what was built or not, the other. */
function changed(random: Random, value: string): string {
  if (value === '0') return '1'
  if (value === '1') return '0'
  const [, decimals = ''] = value.split('.')
  const digits = decimals.length + (random() < 0.2 ? 1 : 0)
  return (Number(value) * (0.8 + random() * 0.5)).toFixed(digits).replace(/^-(0(\.0+)?)$/, '$1')
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
