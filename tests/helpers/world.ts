import type { Kysely } from 'kysely'
import { type Actor, recordChange } from '../../server/audit/record.ts'
import type { Change } from '../../server/audit/change.ts'
import type { Indicator, Plan } from '../../server/contract/reference.ts'
import type { Conflict } from '../../server/contract/target.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import type { Baseline, Milestone } from '../../server/domain/model.ts'
import type { EnteredFigure } from '../../server/observations/rows.ts'
import type { TargetPromise } from '../../server/targets/rows.ts'

// A small world for tests: one region, one theme, one plan, and what each test adds to it, through the same door as all data.

const TESTER: Actor = { username: 'tester', role: 'administrator' }
/** Nobody decides on what they entered. */
const CHECKER: Actor = { username: 'checker', role: 'reviewer' }
export const START = new Date('2023-07-01T00:00:00.000Z')

export const PLAN: Plan = {
  code: 'plan',
  titleZh: '试验方案',
  titleEn: 'Plan of tests',
  documentNumber: null,
  issuerZh: null,
  regionCode: '63',
  issuedYear: 2020,
  startYear: 2021,
  endYear: 2030,
  sourceFile: 'plan.txt',
}

export const anIndicator = (part: Partial<Indicator> = {}): Indicator => ({
  code: 'laboratories',
  nameZh: '重点实验室数量',
  nameEn: 'Number of key laboratories',
  shortNameZh: '重点实验室',
  shortNameEn: 'Key laboratories',
  unitZh: '家',
  unitEn: 'laboratories',
  kind: 'level',
  better: 'higher',
  decimals: 0,
  theme: 'platforms',
  min: '0',
  max: null,
  definitionZh: '年末数。',
  definitionEn: 'At year end.',
  sourceZh: null,
  rollUp: 'none',
  weightIndicatorCode: null,
  ...part,
})

export const aBaseline = (year: number, value: string): Baseline => ({
  year,
  value,
  basis: 'printed',
  quote: '原文',
  reason: null,
})

export const aMilestone = (part: Partial<Milestone> = {}): Milestone => ({
  year: 2030,
  comparator: 'at-least',
  value: '100',
  valueHigh: null,
  tolerance: null,
  wordingZh: null,
  deadlineBasis: 'printed',
  baseline: aBaseline(2020, '20'),
  ...part,
})

export const aConflict = (part: Partial<Conflict> = {}): Conflict => ({
  clause: '三',
  quote: '八十家',
  sourceFile: 'plan.txt',
  noteZh: '数不同',
  noteEn: 'Differs',
  targetId: null,
  ...part,
})

export const aTarget = (part: Partial<TargetPromise> = {}): TargetPromise => ({
  id: 'plan-laboratories',
  revision: 1,
  planCode: 'plan',
  regionCode: '63',
  indicatorCode: 'laboratories',
  ownerZh: null,
  clause: '二、目标',
  quote: '到2030年，建成重点实验室100家。',
  sourceFile: 'plan.txt',
  conflicts: [],
  milestones: [aMilestone()],
  correction: null,
  sample: false,
  ...part,
})

export const aFigure = (part: Partial<EnteredFigure> = {}): EnteredFigure => ({
  regionCode: '63',
  indicatorCode: 'laboratories',
  year: 2025,
  measure: 'value',
  revision: 1,
  value: '45',
  missingReason: null,
  provisional: false,
  breakBefore: false,
  source: '年报',
  note: null,
  correction: null,
  sample: false,
  ...part,
})

/** Writes one change at an instant; what is decided is decided by someone else. */
export async function record(db: Kysely<Database>, change: Change, at: Date = START): Promise<number> {
  const isDecision = change.action === 'observation.approve' || change.action === 'observation.return'
  return await inWriteTransaction(db, (trx) => recordChange(trx, isDecision ? CHECKER : TESTER, at, change))
}

/** Region, theme and plan, on which everything else stands. */
export async function addGround(db: Kysely<Database>): Promise<void> {
  await record(db, {
    action: 'region.add',
    data: { code: '63', nameZh: '青海', nameEn: 'Qinghai', parentCode: null },
  })
  await record(db, { action: 'theme.add', data: { code: 'platforms', nameZh: '创新平台', nameEn: 'Platforms' } })
  await record(db, { action: 'plan.add', data: PLAN })
}

export async function addIndicator(db: Kysely<Database>, part: Partial<Indicator> = {}): Promise<void> {
  await record(db, { action: 'indicator.add', data: anIndicator(part) })
}

export async function addTarget(db: Kysely<Database>, part: Partial<TargetPromise> = {}, at?: Date): Promise<void> {
  await record(db, { action: 'target.revise', data: aTarget(part) }, at)
}

/** Enters a figure without approving it; the number is its id. */
export async function addDraft(db: Kysely<Database>, part: Partial<EnteredFigure> = {}, at?: Date): Promise<number> {
  return await record(db, { action: 'observation.enter', data: aFigure(part) }, at)
}

/** Enters, submits and approves a figure; the number is its id. */
export async function addApproved(db: Kysely<Database>, part: Partial<EnteredFigure> = {}, at?: Date): Promise<number> {
  const observationId = await addDraft(db, part, at)
  await record(db, { action: 'observation.submit', data: { observationId, comment: null } }, at)
  await record(db, { action: 'observation.approve', data: { observationId, comment: null } }, at)
  return observationId
}
