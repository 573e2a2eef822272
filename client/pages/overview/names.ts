import type { Language } from '../../../server/domain/labels.ts'
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

const named = (entries: [string, string][]) => {
  const byCode = new Map(entries)
  return (code: string): string => byCode.get(code) ?? code
}

export const toNames = ({ regions, plans, themes }: Lists, language: Language): Names => {
  const either = (zh: string, en: string): string => (language === 'en' ? en || zh : zh)
  const region = named(regions.map(({ code, nameZh, nameEn }) => [code, either(nameZh, nameEn)]))
  const plan = named(plans.map(({ code, titleZh, titleEn }) => [code, either(titleZh, titleEn)]))
  const short = plans.map(({ code, regionCode, startYear, issuedYear, endYear }): [string, string] => [
    code,
    `${region(regionCode)} ${startYear ?? issuedYear}${either('—', '–')}${endYear}`,
  ])
  const times = Map.groupBy(short, ([, name]) => name)
  return {
    region,
    plan,
    shortPlan: named(short.map(([code, name]) => [code, times.get(name)?.length === 1 ? name : plan(code)])),
    theme: named(themes.map(({ code, nameZh, nameEn }) => [code, either(nameZh, nameEn)])),
  }
}
