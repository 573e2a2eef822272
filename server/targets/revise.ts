import type { Kysely } from 'kysely'
import { NEWEST } from '../audit/queries.ts'
import type { Database } from '../db/schema.ts'
import { toFraction } from '../domain/decimal.ts'
import { flawsOf } from '../domain/promise.ts'
import { type FieldError, invalidFields } from '../http/refusal.ts'
import { listApproved } from '../observations/queries.ts'
import { byCode, listIndicators, listPlans, listRegions } from '../plans/queries.ts'
import { listStoredTargets } from './queries.ts'
import type { TargetPromise } from './rows.ts'

/** Refuses a promise that names what does not exist, or cannot be kept or judged, with every field that is wrong. */
export async function checkPromise(db: Kysely<Database>, promise: TargetPromise): Promise<void> {
  const { id, planCode, regionCode, indicatorCode, milestones, conflicts, revision } = promise
  const errors: FieldError[] = []
  if (!byCode(await listPlans(db, NEWEST)).has(planCode)) errors.push({ path: 'planCode', code: 'unknown-plan' })
  if (!byCode(await listRegions(db, NEWEST)).has(regionCode))
    errors.push({ path: 'regionCode', code: 'unknown-region' })
  const indicator = byCode(await listIndicators(db, NEWEST)).get(indicatorCode)
  if (indicator === undefined) errors.push({ path: 'indicatorCode', code: 'unknown-indicator' })
  else errors.push(...flawsOf(milestones, indicator.kind, indicator.better))

  const targets = await listStoredTargets(db, NEWEST)
  if (revision === 1) {
    if (targets.some((target) => target.id === id)) errors.push({ path: 'id', code: 'code-taken' })
    const isSame = (target: (typeof targets)[number]): boolean =>
      target.planCode === planCode && target.regionCode === regionCode && target.indicatorCode === indicatorCode
    if (targets.some(isSame)) errors.push({ path: 'indicatorCode', code: 'target-twice' })
  }
  for (const [index, { targetId }] of conflicts.entries()) {
    if (targetId === null) continue
    if (targetId === id || !targets.some((target) => target.id === targetId)) {
      errors.push({ path: `conflicts.${index}.targetId`, code: 'unknown-target' })
    }
  }
  const approved = await listApproved(db, NEWEST, { region: regionCode, indicator: indicatorCode })
  for (const [index, { baseline }] of milestones.entries()) {
    if (baseline?.basis !== 'adopted') continue
    const isApproved = approved.some(
      ({ year, value }) =>
        year === baseline.year && value !== null && toFraction(value).equals(toFraction(baseline.value)),
    )
    if (!isApproved && indicator?.kind !== 'change') {
      errors.push({ path: `milestones.${index}.baseline.value`, code: 'adopted-not-approved' })
    }
  }
  if (errors.length > 0) throw invalidFields(errors)
}
