import { getPlans, getProgress, getRegions, getThemes, getYearlyProgress, type Query } from '../../api.ts'
import { either } from '../../i18n/language.ts'
import { nameOf, titleOf } from '../../names.ts'
import { keyOf, type Years } from './rows.ts'

/** All targets as of one instant, and the lists that name what can be compared. */
export async function loadTargets(asOf: string, signal: AbortSignal) {
  const [targets, plans, regions, themes] = await Promise.all([
    getProgress({ asOf }, signal),
    getPlans(signal),
    getRegions(signal),
    getThemes(signal),
  ])
  return { asOf: targets.asOf, targets: targets.items, plans, regions, themes }
}
export type CompareData = Awaited<ReturnType<typeof loadTargets>>

/** The years of the milestones that a query leaves, by target and milestone. */
export async function loadYears(query: Query, signal: AbortSignal): Promise<Years> {
  const { items } = await getYearlyProgress(query, signal)
  return new Map(items.map(({ targetId, milestoneYear, years }) => [keyOf(targetId, milestoneYear), years]))
}

/** Names for codes, in the language of the page; an unknown code stands for itself. */
export interface Names {
  region: (code: string) => string
  plan: (code: string) => string
  theme: (code: string) => string
  indicator: (code: string) => string
}

export const toNames = ({ regions, plans, themes, targets }: CompareData): Names => {
  const indicators = new Map(targets.map(({ indicatorCode, indicator }) => [indicatorCode, indicator]))
  return {
    region: (code) => nameOf(regions, code),
    plan: (code) => titleOf(plans, code),
    theme: (code) => nameOf(themes, code),
    indicator: (code) => {
      const indicator = indicators.get(code)
      return indicator ? either(indicator.shortNameZh, indicator.shortNameEn) : code
    },
  }
}
