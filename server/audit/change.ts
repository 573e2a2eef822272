import type { Transaction } from 'kysely'
import type { Indicator, Plan, Region, Theme } from '../contract/reference.ts'
import type { Database } from '../db/schema.ts'
import { type EnteredFigure, insertFigure, insertStep, type Step } from '../observations/rows.ts'
import { insertIndicator, insertPlan, insertRegion, insertTheme } from '../plans/rows.ts'
import { insertPromise, type TargetPromise } from '../targets/rows.ts'

/** Everything that can happen to the data. A line of the audit log holds one, whole, so that the log can be played again. */
export type Change =
  | { action: 'region.add'; data: Region }
  | { action: 'theme.add'; data: Theme }
  | { action: 'plan.add'; data: Plan }
  | { action: 'indicator.add'; data: Indicator }
  | { action: 'target.revise'; data: TargetPromise }
  | { action: 'observation.enter'; data: EnteredFigure }
  | { action: 'observation.submit' | 'observation.withdraw' | 'observation.approve' | 'observation.return'; data: Step }

/** What a change is about, as one path: `observation/63/rd-intensity/2021/value`. */
export function objectOf(change: Change): string {
  switch (change.action) {
    case 'target.revise':
      return `target/${change.data.id}`
    case 'observation.enter': {
      const { regionCode, indicatorCode, year, measure } = change.data
      return `observation/${regionCode}/${indicatorCode}/${year}/${measure}`
    }
    case 'observation.submit':
    case 'observation.withdraw':
    case 'observation.approve':
    case 'observation.return':
      return `observation-revision/${change.data.observationId}`
    default:
      return `${change.action.slice(0, change.action.indexOf('.'))}/${change.data.code}`
  }
}

/** Writes the rows that follow from a change; the only way in which rows come to be, at first and when the log is played again. */
export async function applyChange(trx: Transaction<Database>, seq: number, change: Change): Promise<void> {
  switch (change.action) {
    case 'region.add':
      return await insertRegion(trx, seq, change.data)
    case 'theme.add':
      return await insertTheme(trx, seq, change.data)
    case 'plan.add':
      return await insertPlan(trx, seq, change.data)
    case 'indicator.add':
      return await insertIndicator(trx, seq, change.data)
    case 'target.revise':
      return await insertPromise(trx, seq, change.data)
    case 'observation.enter':
      return await insertFigure(trx, seq, change.data)
    case 'observation.submit':
      return await insertStep(trx, seq, 'submitted', change.data)
    case 'observation.withdraw':
      return await insertStep(trx, seq, 'withdrawn', change.data)
    case 'observation.approve':
      return await insertStep(trx, seq, 'approved', change.data)
    case 'observation.return':
      return await insertStep(trx, seq, 'returned', change.data)
  }
}
