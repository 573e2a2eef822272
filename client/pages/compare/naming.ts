import { either } from '../../i18n/language.ts'
import type { View } from './address.ts'
import type { Names } from './compare-data.ts'
import type { Group, Row } from './rows.ts'

/** How groups and rows are told apart in a way of comparing. */
export interface Naming {
  group: (code: string) => string
  /** Of a row of the board: the region where rows of several stand side by side. */
  over: (row: Row) => string | null
  row: (row: Row) => string
}

/** Within a region or theme rows are told by their indicator, over regions by the region; by the plan too where that is not enough. */
export function toNaming(groups: readonly Group[], { way }: View, names: Names): Naming {
  const inRegion = Map.groupBy(
    groups.flatMap(({ rows }) => rows),
    ({ target }) => target.regionCode,
  )
  const row = ({ target }: Row): string => {
    if (way !== 'indicator') return either(target.indicator.shortNameZh, target.indicator.shortNameEn)
    const region = names.region(target.regionCode)
    const isAlone = (inRegion.get(target.regionCode)?.length ?? 0) < 2
    return isAlone ? region : `${region} · ${names.plan(target.planCode)}`
  }
  return {
    group: way === 'region' ? names.plan : names.region,
    over: ({ target }) => (way === 'theme' ? names.region(target.regionCode) : null),
    row,
  }
}
