import type { Indicator } from '../../../server/contract/reference.ts'
import { either } from '../../i18n/language.ts'
import { nameOf, titleOf } from '../../names.ts'
import type { Asked } from './asked.ts'
import type { ChangesData } from './changes-data.ts'

export const indicatorName = ({ shortNameZh, shortNameEn }: Indicator): string => either(shortNameZh, shortNameEn)

/** Of what the changes are, where it is not of everything; a part for each filter. */
export function scopeNames({ chosen, regions, plans }: ChangesData, { region, plan, target }: Asked): string[] {
  const targetName = chosen ? `${nameOf(regions, chosen.regionCode)} ${indicatorName(chosen.indicator)}` : target
  return [region && nameOf(regions, region), plan && titleOf(plans, plan), targetName].filter((name) => name !== '')
}
