import type { Kysely, Transaction } from 'kysely'
import { PROGRAM } from '../server/audit/program.ts'
import { recordChange } from '../server/audit/record.ts'
import { inWriteTransaction } from '../server/db/dialect.ts'
import type { Database } from '../server/db/schema.ts'
import type { EnteredFigure } from '../server/observations/rows.ts'
import type { TargetPromise } from '../server/targets/rows.ts'
import { PUBLISHED_FIGURES } from './figures/index.ts'
import { plans } from './plans/index.ts'
import { regions } from './regions.ts'
import type { FigureSeed, PlanSeed, TargetSeed } from './shape.ts'
import { themes } from './themes.ts'

/**
 * Whether anything was ever written: plans are loaded into an empty database only.
 * Asked in the transaction that loads them, for two starts at once would both find it empty before.
 */
export async function isEmpty(trx: Transaction<Database>): Promise<boolean> {
  const first = await trx.selectFrom('audit_line').select('seq').limit(1).executeTakeFirst()
  return first === undefined
}

/** Loads regions, themes, the five plans and the figures that were really published into an empty database; else does nothing. */
export async function loadPlans(db: Kysely<Database>, at: Date): Promise<void> {
  await inWriteTransaction(db, async (trx) => {
    if (!(await isEmpty(trx))) return
    await recordPlans(trx, at)
    for (const figure of PUBLISHED_FIGURES) await recordApproved(trx, at, toEntered(figure, false))
  })
}

/** The plans as they print their targets; `firstPromise` may put something else in the place of a target's first revision. */
export async function recordPlans(
  trx: Transaction<Database>,
  at: Date,
  firstPromise: (promise: TargetPromise) => TargetPromise = (promise) => promise,
): Promise<void> {
  for (const data of regions) await recordChange(trx, PROGRAM, at, { action: 'region.add', data })
  for (const data of themes) await recordChange(trx, PROGRAM, at, { action: 'theme.add', data })
  for (const { plan, indicators } of plans) {
    await recordChange(trx, PROGRAM, at, { action: 'plan.add', data: plan })
    for (const data of indicators) await recordChange(trx, PROGRAM, at, { action: 'indicator.add', data })
  }
  for (const seed of plans) {
    for (const target of seed.targets) {
      await recordChange(trx, PROGRAM, at, { action: 'target.revise', data: firstPromise(toPromise(seed, target)) })
    }
  }
}

export function toPromise({ plan }: PlanSeed, target: TargetSeed): TargetPromise {
  return {
    ...target,
    revision: 1,
    planCode: plan.code,
    sourceFile: plan.sourceFile,
    correction: null,
    sample: false,
  }
}

/** The first revision of a seeded figure. */
export function toEntered(figure: FigureSeed, sample: boolean): EnteredFigure {
  return {
    regionCode: figure.regionCode,
    indicatorCode: figure.indicatorCode,
    year: figure.year,
    measure: figure.measure ?? 'value',
    revision: 1,
    value: figure.value,
    missingReason: figure.missingReason ?? null,
    provisional: figure.provisional ?? false,
    breakBefore: figure.breakBefore ?? false,
    source: figure.source,
    note: figure.note ?? null,
    correction: null,
    sample,
  }
}

/** A published figure goes through the same steps as any other, by the same hand. */
export async function recordApproved(trx: Transaction<Database>, at: Date, data: EnteredFigure): Promise<void> {
  const observationId = await recordChange(trx, PROGRAM, at, { action: 'observation.enter', data })
  const step = { observationId, comment: null }
  await recordChange(trx, PROGRAM, at, { action: 'observation.submit', data: step })
  await recordChange(trx, PROGRAM, at, { action: 'observation.approve', data: step })
}
