import type { ListedTarget } from '../../../server/contract/listed-target.ts'
import { milestoneYears } from '../overview/judged.ts'
import type { Choices } from './address.ts'
import type { CompareData } from './compare-data.ts'

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
    milestone: milestoneYears(targets),
  }
}
