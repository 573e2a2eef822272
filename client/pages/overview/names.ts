import { either } from '../../i18n/language.ts'
import type { OverviewData } from './overview-data.ts'

/** Names for codes, in the language of the page; an unknown code stands for itself, an empty one for nothing. */
export interface Names {
  region: (code: string) => string
  plan: (code: string) => string
  theme: (code: string) => string
}

const named = (entries: [string, string][]) => {
  const byCode = new Map(entries)
  return (code: string): string => byCode.get(code) ?? code
}

export const toNames = ({ regions, plans, themes }: Pick<OverviewData, 'regions' | 'plans' | 'themes'>): Names => ({
  region: named(regions.map(({ code, nameZh, nameEn }) => [code, either(nameZh, nameEn)])),
  plan: named(plans.map(({ code, titleZh, titleEn }) => [code, either(titleZh, titleEn)])),
  theme: named(themes.map(({ code, nameZh, nameEn }) => [code, either(nameZh, nameEn)])),
})
