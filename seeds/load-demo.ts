import type { Kysely, Transaction } from 'kysely'
import { hashPassword } from '../server/accounts/passwords.ts'
import { type Actor, recordChange } from '../server/audit/record.ts'
import { inWriteTransaction } from '../server/db/dialect.ts'
import type { Database } from '../server/db/schema.ts'
import type { TargetPromise } from '../server/targets/rows.ts'
import { DEMO_PASSWORD, recordAccounts } from './demo-accounts.ts'
import { deskAtWork, roundsOpened } from './demo-desk.ts'
import { PUBLISHED_FIGURES } from './figures/index.ts'
import { isEmpty, recordApproved, recordPlans, toEntered, toPromise } from './load.ts'
import { plans } from './plans/index.ts'
import { SAMPLE_FIGURES, SAMPLE_TARGETS } from './sample/index.ts'
import type { SampleFigureSeed, SampleTargetSeed } from './shape.ts'

/** The day on which the demo has the five plans recorded; the last of them was issued that year. */
const PLANS_RECORDED_ON = '2023-07-03'

const ACCOUNT_PREFIXES: Readonly<Record<string, string>> = { '00': 'cn', '37': 'sd', '42': 'hb', '63': 'qh' }
const ADMINISTRATOR: Actor = { username: 'admin', role: 'administrator' }

interface Event {
  at: Date
  happen: (trx: Transaction<Database>, at: Date) => Promise<void>
}

/**
 * Loads the plans, the accounts, the published figures and the invented ones at past instants into an empty database; else
 * does nothing.
 *
 * @param now from when on the open round has two months left
 */
export async function loadDemo(db: Kysely<Database>, now: Date): Promise<void> {
  // Nothing slow is awaited while others wait to write; and one salt will do for a password that everyone knows.
  const hash = await hashPassword(DEMO_PASSWORD)
  const events = [
    plansRecorded(),
    accountsMade(hash),
    ...PUBLISHED_FIGURES.map(published),
    ...reported(SAMPLE_FIGURES),
    ...corrected(),
    ...roundsOpened(now),
    ...deskAtWork(),
  ]
  await inWriteTransaction(db, async (trx) => {
    if (!(await isEmpty(trx))) return
    for (const { at, happen } of events.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await happen(trx, at)
  })
}

const plansRecorded = (): Event => ({
  at: atHour(PLANS_RECORDED_ON, 9),
  happen: (trx, at) => recordPlans(trx, at, firstSamplePromise),
})

/** On the same day, before any figure is entered. */
const accountsMade = (hash: string): Event => ({
  at: atHour(PLANS_RECORDED_ON, 10),
  happen: (trx, at) => recordAccounts(trx, at, hash),
})

function firstSamplePromise(promise: TargetPromise): TargetPromise {
  const sample = SAMPLE_TARGETS.find(({ targetId }) => targetId === promise.id)
  return sample === undefined ? promise : { ...promise, milestones: sample.firstMilestones, sample: true }
}

/** What was published before the demo begins is entered the day after it. */
const published = (figure: (typeof PUBLISHED_FIGURES)[number]): Event => ({
  at: atHour(figure.publishedOn > PLANS_RECORDED_ON ? figure.publishedOn : '2023-07-04', 9),
  happen: (trx, at) => recordApproved(trx, at, toEntered(figure, false)),
})

/** Each invented figure is entered by a reporter of its region and approved by a reviewer; the second of a year corrects the first. */
function reported(figures: readonly SampleFigureSeed[]): Event[] {
  const revisions = new Map<string, number>()
  return figures
    .toSorted((a, b) => (a.enteredOn < b.enteredOn ? -1 : a.enteredOn > b.enteredOn ? 1 : 0))
    .flatMap((figure) => {
      const data = toEntered(figure, true)
      const key = [data.regionCode, data.indicatorCode, data.year, data.measure].join('/')
      const revision = (revisions.get(key) ?? 0) + 1
      revisions.set(key, revision)
      return eventsOf(figure, { ...data, revision, correction: figure.correction ?? null })
    })
}

function eventsOf(figure: SampleFigureSeed, data: ReturnType<typeof toEntered>): Event[] {
  const prefix = ACCOUNT_PREFIXES[figure.regionCode]
  const reporter: Actor = { username: `${prefix}-reporter`, role: 'reporter' }
  const reviewer: Actor = { username: `${prefix}-reviewer`, role: 'reviewer' }
  let step: { observationId: number; comment: null }
  return [
    {
      at: atHour(figure.enteredOn, 10),
      happen: async (trx, at) => {
        step = {
          observationId: await recordChange(trx, reporter, at, { action: 'observation.enter', data }),
          comment: null,
        }
        await recordChange(trx, reporter, at, { action: 'observation.submit', data: step })
      },
    },
    {
      at: atHour(figure.approvedOn, 15),
      happen: async (trx, at) => {
        await recordChange(trx, reviewer, at, { action: 'observation.approve', data: step })
      },
    },
  ]
}

const corrected = (): Event[] =>
  SAMPLE_TARGETS.map((sample) => ({
    at: atHour(sample.correctedOn, 11),
    happen: async (trx, at) => {
      const data: TargetPromise = {
        ...printedPromise(sample),
        revision: 2,
        correction: sample.correction,
        sample: true,
      }
      await recordChange(trx, ADMINISTRATOR, at, { action: 'target.revise', data })
    },
  }))

function printedPromise({ targetId }: SampleTargetSeed): TargetPromise {
  for (const seed of plans) {
    const target = seed.targets.find(({ id }) => id === targetId)
    if (target !== undefined) return toPromise(seed, target)
  }
  throw new Error(`no plan has the target ${targetId}`)
}

/** An hour of a day in Asia/Shanghai. */
function atHour(date: string, hour: number): Date {
  return new Date(`${date}T${String(hour).padStart(2, '0')}:00:00+08:00`)
}
