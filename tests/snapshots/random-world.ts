import fc from 'fast-check'
import type { Kysely, Transaction } from 'kysely'
import type { Change } from '../../server/audit/change.ts'
import { type Actor, recordChange } from '../../server/audit/record.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import type { Milestone, ProgressInput } from '../../server/domain/model.ts'
import type { Kind } from '../../server/domain/words.ts'
import { legalInputs } from '../domain/legal-inputs.ts'
import { promises } from '../domain/random-promises.ts'
import { aFigure, aTarget, anIndicator, START } from '../helpers/world.ts'

const ENTERER: Actor = { username: 'enterer', role: 'reporter' }
const CHECKER: Actor = { username: 'checker', role: 'reviewer' }

type Name = 'first' | 'last'

/** Which of two promises a target makes from its first revision on, and from its second. */
const COURSES: Name[][][] = [
  [['first'], ['last']],
  [['last'], ['last']],
  [['first', 'last'], ['last']],
  [['last'], ['first', 'last']],
  [
    ['first', 'last'],
    ['first', 'last'],
  ],
] as const

const worldTargets = fc.record({
  input: fc.oneof(legalInputs, promises),
  course: fc.constantFrom(...COURSES),
  /** Which figures are approved before the target is revised. */
  early: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
  /** Which figures are corrected later, which are missing for a reason, and which are invented. */
  odd: fc.array(fc.constantFrom('corrected', 'missing', 'sample', ...Array(6).fill('')), {
    minLength: 40,
    maxLength: 40,
  }),
})

type WorldTarget = typeof worldTargets extends fc.Arbitrary<infer One> ? One : never

/** Records `count` random targets with their figures, revisions and breaks; what the database refuses is left out. */
export async function addRandomTargets(db: Kysely<Database>, seed: number, count: number): Promise<void> {
  for (const [at, one] of fc.sample(worldTargets, { seed, numRuns: count }).entries()) {
    await inWriteTransaction(db, (trx) => addOne(trx, `random-${at}`, one)).catch(refused)
  }
}

/** What the rules of a promise forbid is not what is tried here; anything else is. */
function refused(error: unknown): void {
  if (!/CHECK constraint failed|violates check constraint|is not larger than the lower/.test(String(error))) throw error
}

async function addOne(trx: Transaction<Database>, code: string, one: WorldTarget): Promise<void> {
  const { kind, better, decimals } = one.input.indicator
  const units = kind === 'done' ? { unitZh: '', unitEn: '' } : {}
  const record = (actor: Actor, change: Change) => recordChange(trx, actor, START, change)
  await record(ENTERER, {
    action: 'indicator.add',
    data: anIndicator({ code, kind, better, decimals, min: null, ...units }),
  })
  const [before, after] = one.course.map((names) => milestonesOf(one.input, names))
  const target = aTarget({ id: code, indicatorCode: code })
  await record(ENTERER, { action: 'target.revise', data: { ...target, milestones: before ?? [] } })
  await addFigures(record, code, one, true)
  const correction = { code: 'typing', reason: '更正' } as const
  const revised = { ...target, revision: 2, milestones: after ?? [], correction, sample: one.odd[0] === 'sample' }
  await record(ENTERER, { action: 'target.revise', data: revised })
  await addFigures(record, code, one, false)
}

const MISSING = { value: null, missingReason: 'not-collected', provisional: false, breakBefore: false } as const

type Recorder = (actor: Actor, change: Change) => Promise<number>

async function addFigures(record: Recorder, code: string, one: WorldTarget, early: boolean): Promise<void> {
  for (const [at, { year, measure, value, provisional, breakSeq }] of one.input.figures.entries()) {
    const odd = one.odd[at]
    const isTold = measure === 'value' || measure === 'yoy' || Number(measure.slice('since:'.length)) < year
    if (!isTold || one.early[at] !== early) continue
    const figure = aFigure({ indicatorCode: code, year, measure, value, provisional, breakBefore: breakSeq !== null })
    const enter = async (part: Partial<typeof figure>) => {
      const data = { ...figure, ...part }
      const observationId = await record(ENTERER, { action: 'observation.enter', data })
      await record(ENTERER, { action: 'observation.submit', data: { observationId, comment: null } })
      await record(CHECKER, { action: 'observation.approve', data: { observationId, comment: null } })
    }
    await enter(odd === 'missing' ? MISSING : { sample: odd === 'sample' })
    if (odd === 'corrected')
      await enter({
        revision: 2,
        source: '=更正',
        note: '第一行\n"二"',
        correction: { code: 'typing', reason: '更正' },
      })
  }
}

/** Both promises as the database takes them; of one year only the last. */
function milestonesOf(input: ProgressInput, names: readonly Name[]): Milestone[] {
  const { kind } = input.indicator
  const last = input.promised.milestone
  const first = input.original?.milestone ?? { ...last, year: last.year + 1 }
  const chosen = names.map((name) => (name === 'first' ? first : last))
  const byYear = new Map(chosen.map((milestone) => [milestone.year, milestone]))
  return [...byYear.values()]
    .toSorted((a, b) => a.year - b.year)
    .map((milestone) => ({ ...milestone, baseline: toBaseline(kind === 'cumulative' ? last : milestone) }))
    .map((milestone) => ({ ...milestone, ...goalFor(kind, milestone) }))
}

function goalFor(kind: Kind, { comparator, value, tolerance }: Milestone): Partial<Milestone> {
  if (kind === 'done') return { comparator: 'at-least', value: '1', valueHigh: null, tolerance: null }
  if (value === null) return { comparator: 'more-than', tolerance: null }
  return { tolerance: comparator === 'about' ? (tolerance ?? '0.05') : null }
}

function toBaseline({ year, baseline }: Milestone): Milestone['baseline'] {
  if (baseline === null || baseline.year >= year) return null
  const { basis } = baseline
  return {
    ...baseline,
    value: basis === 'start-of-plan' ? '0' : baseline.value,
    quote: basis === 'printed' ? '原文' : null,
    reason: basis === 'adopted' ? '选定' : null,
  }
}
