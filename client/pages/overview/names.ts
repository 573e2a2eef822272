import type { Language } from '../../../server/domain/labels.ts'
import { nameOf, titleOf } from '../../names.ts'
import type { OverviewData } from './overview-data.ts'

/** Names for codes, in one language; an unknown code stands for itself, an empty one for nothing. */
export interface Names {
  region: (code: string) => string
  plan: (code: string) => string
  /** For the head of a narrow column: region and years, where no other plan has the same. */
  shortPlan: (code: string) => string
  theme: (code: string) => string
}

type Lists = Pick<OverviewData, 'regions' | 'plans' | 'themes'>

export const toNames = ({ regions, plans, themes }: Lists, language: Language): Names => {
  const region = (code: string): string => nameOf(regions, code)
  const plan = (code: string): string => titleOf(plans, code)
  const short = plans.map(({ code, regionCode, startYear, issuedYear, endYear }): [string, string] => [
    code,
    `${region(regionCode)} ${startYear ?? issuedYear}${language === 'en' ? '–' : '—'}${endYear}`,
  ])
  const times = Map.groupBy(short, ([, name]) => name)
  const byCode = new Map(short.filter(([, name]) => times.get(name)?.length === 1))
  return {
    region,
    plan,
    shortPlan: (code) => byCode.get(code) ?? plan(code),
    theme: (code) => nameOf(themes, code),
  }
}
