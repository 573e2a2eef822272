import type { Indicator } from '../../../server/contract/reference.ts'
import { either } from '../../i18n/language.ts'
import type { Asked } from './asked.ts'
import type { ChangesData } from './changes-data.ts'

/** What a region, plan or indicator is called; its code where the lists do not have it. */
export const regionName = ({ regions }: Pick<ChangesData, 'regions'>, code: string): string => {
  const region = regions.find((one) => one.code === code)
  return region ? either(region.nameZh, region.nameEn) : code
}

export const planTitle = ({ plans }: Pick<ChangesData, 'plans'>, code: string): string => {
  const plan = plans.find((one) => one.code === code)
  return plan ? either(plan.titleZh, plan.titleEn) : code
}

export const indicatorName = ({ shortNameZh, shortNameEn }: Indicator): string => either(shortNameZh, shortNameEn)

/** Of what the changes are, where it is not of everything; a part for each filter. */
export function scopeNames(data: ChangesData, { region, plan, target }: Asked): string[] {
  const { chosen } = data
  const targetName = chosen ? `${regionName(data, chosen.regionCode)} ${indicatorName(chosen.indicator)}` : target
  return [region && regionName(data, region), plan && planTitle(data, plan), targetName].filter((name) => name !== '')
}
