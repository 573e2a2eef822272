import type { Composite, CompositeMilestone } from '../contract/composite.ts'
import { compositeOf, countedShare, DEFAULT_WEIGHT, sumsOf, toParts, whyUncounted } from '../domain/composite.ts'
import { contributionOf, rangeOf, type Scenario, scenariosOf } from '../domain/composite-sensitivity.ts'
import { ONE, toFraction, toShare } from '../domain/decimal.ts'
import type { Item } from './queries.ts'

// From exact fractions to what the API answers: shares are rounded to four places here and nowhere before.

export function toComposite(items: readonly Item[], scenarios = scenariosOf(items)): Composite {
  const { kept, assessable, mean, weight: _weight, ...counts } = compositeOf(items)
  const range = rangeOf(scenarios)
  return {
    ...counts,
    kept,
    assessable,
    keptShare: assessable === 0 ? null : toShare(ONE.mul(kept).div(assessable)),
    mean: mean && toShare(mean),
    range: range && {
      lowest: toScenario(range.lowest),
      highest: toScenario(range.highest),
      mover: range.mover && toScenario(range.mover),
    },
    weighted: items.filter(({ weight }) => !toFraction(weight).equals(toFraction(DEFAULT_WEIGHT))).length,
    sample: items.some(({ target }) => target.sample),
  }
}

const toScenario = <Found extends Scenario & { mean: NonNullable<Scenario['mean']> }>({ mean, ...which }: Found) => ({
  ...which,
  mean: toShare(mean),
})

/** The same with its milestones: what each counts, adds, and moves. */
export function toChosen(items: readonly Item[]) {
  const scenarios = scenariosOf(items)
  const byTarget = Map.groupBy(scenarios, ({ targetId }) => targetId)
  const { weight } = sumsOf(toParts(items))
  const equal = scenarios.find(({ variation }) => variation === 'equal')?.mean
  return {
    ...toComposite(items, scenarios),
    equal: equal ? toShare(equal) : null,
    milestones: items.map((item): CompositeMilestone => {
      const share = countedShare(item)
      const uncounted = whyUncounted(item)
      const part = contributionOf(item, weight)
      return {
        targetId: item.targetId,
        nameZh: item.target.indicator.shortNameZh,
        nameEn: item.target.indicator.shortNameEn,
        planCode: item.target.planCode,
        regionCode: item.target.regionCode,
        kind: item.kind,
        milestoneYear: item.progress.milestoneYear,
        status: item.status,
        reason: item.reason,
        pathShare: item.pathShare,
        countsAs: share === null || uncounted !== null ? null : toShare(share),
        uncounted,
        weight: item.weight,
        weightRevision: item.weightRevision,
        weightShare: part && toShare(part.weightShare),
        contribution: part && toShare(part.contribution),
        moved: part && toMoved(byTarget.get(item.targetId) ?? []),
      }
    }),
  }
}

function toMoved(scenarios: readonly Scenario[]): CompositeMilestone['moved'] {
  const meanOf = (variation: Scenario['variation']): number | null => {
    const mean = scenarios.find((scenario) => scenario.variation === variation)?.mean
    return mean ? toShare(mean) : null
  }
  const [halved, doubled] = [meanOf('halved'), meanOf('doubled')]
  return halved === null || doubled === null ? null : { halved, doubled, leftOut: meanOf('left-out') }
}
