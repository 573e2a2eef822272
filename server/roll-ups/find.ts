import type { Kysely } from 'kysely'
import type { Indicator, Region } from '../contract/reference.ts'
import type { RolledYear, RollUps } from '../contract/roll-up.ts'
import type { Database } from '../db/schema.ts'
import { toDerivedFigure } from '../domain/decimal.ts'
import { type RegionTree, toRegionTree } from '../domain/region-tree.ts'
import { isComplete, type RolledRegion, type RolledUp, type RollUpRule, rollUpOf } from '../domain/roll-up.ts'
import type { AsOf } from '../http/as-of.ts'
import { byCode, listIndicators, listRegions } from '../plans/queries.ts'
import { type AmountFigure, keyOf, listAmounts } from './queries.ts'

interface Asked {
  region: string
  indicator: string
  year?: number | undefined
}

/** What the figures of the regions below one come to, year by year; undefined where region or indicator are unknown. */
export async function findRollUps(
  db: Kysely<Database>,
  asOf: AsOf,
  asked: Asked,
): Promise<Omit<RollUps, 'asOf'> | undefined> {
  const indicators = byCode(await listIndicators(db, asOf.seq))
  const tree = toRegionTree(await listRegions(db, asOf.seq))
  const indicator = indicators.get(asked.indicator)
  const region = tree.find(asked.region)
  if (indicator === undefined || region === undefined) return undefined
  const { rollUp, weightIndicatorCode } = indicator
  const children = tree.childrenOf(region.code).length
  const refused = rollUp === 'none' ? 'definitions-differ' : children === 0 ? 'nothing-below' : null
  const isRolled = rollUp !== 'none' && refused === null
  const figures = await listAmounts(db, asOf.seq, {
    indicators: [indicator.code, ...(isRolled && weightIndicatorCode !== null ? [weightIndicatorCode] : [])],
    regions: [region.code, ...(isRolled ? tree.below(region.code).map(({ code }) => code) : [])],
  })
  return {
    region: toNamed(region),
    indicatorCode: indicator.code,
    indicator,
    weight: (weightIndicatorCode !== null && indicators.get(weightIndicatorCode)) || null,
    rollUp,
    refused,
    children,
    years: yearsOf(figures, indicator, asked.year).map((year) => ({
      year,
      own: toOwn(figures.get(keyOf(indicator.code, region.code, year))),
      rolledUp: isRolled ? toRolledYear({ tree, figures, indicator, year }, region, rollUp) : null,
    })),
  }
}

const yearsOf = (figures: ReadonlyMap<string, AmountFigure>, { code }: Indicator, only: number | undefined): number[] =>
  [...new Set([...figures].flatMap(([key, { year }]) => (key.startsWith(`${code}/`) ? [year] : [])))]
    .filter((year) => only === undefined || year === only)
    .toSorted((one, other) => one - other)

function toOwn(figure: AmountFigure | undefined): RolledYear['own'] {
  if (figure === undefined) return null
  const { id, value, missingReason, provisional, breakBefore, sample } = figure
  return { id, value, missingReason, provisional, breakBefore, sample }
}

interface Ground {
  tree: RegionTree<Region>
  figures: ReadonlyMap<string, AmountFigure>
  indicator: Indicator
  year: number
}

function toRolledYear(ground: Ground, region: Region, rule: RollUpRule): RolledYear['rolledUp'] {
  const rolled = rollUpOf(toRolledRegion(ground, region), rule)
  return rolled && toAnswer(rolled, ground)
}

function toRolledRegion(ground: Ground, { code }: Region): RolledRegion {
  const { tree, figures, indicator, year } = ground
  const { weightIndicatorCode: weight } = indicator
  return {
    code,
    own: figures.get(keyOf(indicator.code, code, year)),
    weight: weight === null ? undefined : figures.get(keyOf(weight, code, year)),
    children: tree.childrenOf(code).map((child) => toRolledRegion(ground, child)),
  }
}

function toAnswer(rolled: RolledUp, { tree, indicator }: Ground): RolledYear['rolledUp'] {
  const { covered, of, provisional, breakBefore, sample } = rolled
  const named = (code: string) => toNamed(tree.find(code) ?? { code, nameZh: code, nameEn: code })
  return {
    value: toDerivedFigure(rolled.value, indicator.decimals),
    covered,
    of,
    complete: isComplete(rolled),
    lacking: rolled.lacking.map(({ code, reason }) => ({ ...named(code), reason })),
    partial: rolled.partial.map(named),
    provisional,
    breakBefore,
    sample,
  }
}

const toNamed = ({ code, nameZh, nameEn }: Pick<Region, 'code' | 'nameZh' | 'nameEn'>) => ({ code, nameZh, nameEn })
