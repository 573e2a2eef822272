import type { ListedTarget } from '../../../server/contract/listed-target.ts'
import { getPlans, getProgress, getRegions, getThemes, getYearlyProgress, type Query } from '../../api.ts'
import { either } from '../../i18n/language.ts'
import type { Choices } from './address.ts'

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

export type Years = Awaited<ReturnType<typeof loadYears>>

/** The years of the milestones that a query leaves, by target and milestone. */
export async function loadYears(query: Query, signal: AbortSignal) {
  const { items } = await getYearlyProgress(query, signal)
  return new Map(items.map(({ targetId, milestoneYear, years }) => [keyOf(targetId, milestoneYear), years]))
}

export const keyOf = (targetId: string, milestoneYear: number): string => `${targetId} ${milestoneYear}`

const orderOf = (items: readonly { code: string }[]) => items.map(({ code }) => code)

/** Only what has a target can be compared; an indicator or theme of several regions comes before one of a single region. */
export function toChoices({ targets, plans, regions, themes }: CompareData): Choices {
  const regionsOf = (codeOf: (target: ListedTarget) => string): Map<string, number> => {
    const found = Map.groupBy(targets, codeOf)
    return new Map([...found].map(([code, of]) => [code, new Set(of.map(({ regionCode }) => regionCode)).size]))
  }
  const ofThemes = regionsOf(({ indicator }) => indicator.theme)
  const ofIndicators = regionsOf(({ indicatorCode }) => indicatorCode)
  const mostFirst = (codes: readonly string[], counts: Map<string, number>): string[] =>
    codes.filter((code) => counts.has(code)).toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  const byRegion = Map.groupBy(targets, ({ regionCode }) => regionCode)
  return {
    region: orderOf(regions).filter((code) => byRegion.has(code)),
    indicator: mostFirst([...ofIndicators.keys()], ofIndicators),
    theme: mostFirst(orderOf(themes), ofThemes),
    plans: new Map(
      [...byRegion].map(([code, of]) => {
        const theirs = new Set(of.map(({ planCode }) => planCode))
        return [code, orderOf(plans).filter((plan) => theirs.has(plan))]
      }),
    ),
    milestone: [...new Set(targets.flatMap(({ progress }) => progress.map((one) => one.milestoneYear)))].sort(
      (one, other) => one - other,
    ),
  }
}

/** Names for codes, in the language of the page; an unknown code stands for itself. */
export interface Names {
  region: (code: string) => string
  plan: (code: string) => string
  theme: (code: string) => string
  indicator: (code: string) => string
}

const named = (entries: [string, string][]) => {
  const byCode = new Map(entries)
  return (code: string): string => byCode.get(code) ?? code
}

export const toNames = ({ regions, plans, themes, targets }: CompareData): Names => ({
  region: named(regions.map(({ code, nameZh, nameEn }) => [code, either(nameZh, nameEn)])),
  plan: named(plans.map(({ code, titleZh, titleEn }) => [code, either(titleZh, titleEn)])),
  theme: named(themes.map(({ code, nameZh, nameEn }) => [code, either(nameZh, nameEn)])),
  indicator: named(
    targets.map(({ indicatorCode, indicator }) => [
      indicatorCode,
      either(indicator.shortNameZh, indicator.shortNameEn),
    ]),
  ),
})
