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

const seriesOf = ({ target }: Row): string => `${target.regionCode}/${target.indicatorCode}`

/**
 * Within a region or theme rows are told by their indicator, over regions by the region; by the plan too where two plans
 * of a region promise the same.
 */
export function toNaming(groups: readonly Group[], { way }: View, names: Names): Naming {
  const alike = Map.groupBy(
    groups.flatMap(({ rows }) => rows),
    seriesOf,
  )
  const row = (one: Row): string => {
    const { indicator, regionCode, planCode } = one.target
    const name = way === 'indicator' ? names.region(regionCode) : either(indicator.shortNameZh, indicator.shortNameEn)
    const isAlone = way === 'region' || (alike.get(seriesOf(one))?.length ?? 0) < 2
    return isAlone ? name : `${name} · ${names.plan(planCode)}`
  }
  return {
    group: way === 'region' ? names.plan : names.region,
    over: ({ target }) => (way === 'theme' ? names.region(target.regionCode) : null),
    row,
  }
}
