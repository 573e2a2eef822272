import { either, textOf } from '../../i18n/language.ts'
import { reportText } from '../../i18n/report.ts'
import { formalRegion } from '../entry/formal-region.ts'
import type { ReportQuery } from './query.ts'
import type { Subjects } from './report-data.ts'

/** The region or plan that a document is about. */
export interface Subject {
  kind: 'region' | 'plan'
  name: string
  title: string
}

/** Undefined where there is no such region or plan. */
export function findSubject({ region, plan }: ReportQuery, { plans, regions }: Subjects): Subject | undefined {
  const text = textOf(reportText)
  if (plan) {
    const found = plans.find(({ code }) => code === plan)
    if (found === undefined) return undefined
    const name = either(found.titleZh, found.titleEn)
    return { kind: 'plan', name, title: text.ofPlan(name) }
  }
  const found = regions.find(({ code }) => code === region)
  if (found === undefined) return undefined
  const name = either(formalRegion(found.code, found.nameZh), found.nameEn)
  return { kind: 'region', name, title: text.ofRegion(name) }
}
