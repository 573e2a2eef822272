import type { Kysely } from 'kysely'
import type { Region } from '../contract/reference.ts'
import type { RegionProgress, RegionRow } from '../contract/region-progress.ts'
import type { Database } from '../db/schema.ts'
import type { MilestoneChoice } from '../domain/milestones.ts'
import { type RegionTree, toRegionTree } from '../domain/region-tree.ts'
import { mentionsWords } from '../domain/search.ts'
import type { AsOf } from '../http/as-of.ts'
import { listRegions } from '../plans/queries.ts'
import { type JudgedTarget, judgeTargets } from '../targets/judge.ts'
import { addTo, chosenOf, type Counting, countIn, nothingCounted } from './standing.ts'

export interface RegionFilters {
  region?: string | undefined
  milestone?: MilestoneChoice | undefined
  theme?: string | undefined
  q?: string | undefined
}

/** A region with what stands above and below it; without its page of rows. */
export type FoundRegion = Omit<RegionProgress, 'asOf' | 'total' | 'items' | 'nextCursor'> & {
  /** Directly below it, or found by words at any depth; by code. */
  rows: RegionRow[]
}

/** A region and how the targets of itself and of all below it stand; undefined where it is unknown. */
export async function findRegion(
  db: Kysely<Database>,
  asOf: AsOf,
  { region: code, milestone = 'next', theme, q }: RegionFilters,
): Promise<FoundRegion | undefined> {
  const tree = toRegionTree(await listRegions(db, asOf.seq))
  const roots = tree.childrenOf(null)
  const region = code === undefined ? (roots.length === 1 ? roots[0] : undefined) : tree.find(code)
  if (code !== undefined && region === undefined) return undefined
  const all = (await judgeTargets(db, asOf)).filter(
    ({ target }) => theme === undefined || target.indicator.theme === theme,
  )
  const top = region?.code ?? null
  const below = tree.below(top)
  const inScope = new Set([...below.map((one) => one.code), ...(region ? [region.code] : [])])
  const judged = all.filter(({ target }) => inScope.has(target.regionCode))
  const standings = countAll(tree, judged, milestone, asOf.year)
  const found = q === undefined ? tree.childrenOf(top) : below.filter((one) => mentionsWords(namesOf(one), q))
  return {
    milestone,
    region: region ?? null,
    path: region === undefined ? [] : tree.pathTo(region.code).slice(0, -1),
    children: tree.childrenOf(top).length,
    below: below.length,
    own: (region && standings.own.get(region.code)) ?? nothingCounted(),
    within: sumOf([...standings.own.values()]),
    choices: choicesOf(judged).map((choice) => ({
      milestone: choice,
      standing: standingOf(judged, choice, asOf.year),
    })),
    rows: found.map((one) => ({
      ...one,
      between: betweenOf(tree, top, one),
      below: tree.below(one.code).length,
      standing: standings.within.get(one.code) ?? nothingCounted(),
    })),
  }
}

const namesOf = ({ code, nameZh, nameEn }: Region): string[] => [code, nameZh, nameEn]

/** The path from `top` to a region, without these two. */
function betweenOf(tree: RegionTree<Region>, top: string | null, { code }: Region): RegionRow['between'] {
  const path = tree.pathTo(code)
  const start = path.findIndex((one) => one.code === top) + 1
  return path.slice(start, -1).map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn }))
}

/** By region: how its own targets stand, and these with all below it. One pass over targets, one up the tree. */
function countAll(
  tree: RegionTree<Region>,
  judged: readonly JudgedTarget[],
  choice: MilestoneChoice,
  nowYear: number,
): { own: Map<string, Counting>; within: Map<string, Counting> } {
  const own = new Map<string, Counting>()
  for (const one of judged) {
    const progress = chosenOf(one, choice)
    if (progress !== undefined) countIn(taken(own, one.target.regionCode), progress, nowYear)
  }
  const within = new Map<string, Counting>()
  for (const [code, counting] of own) {
    for (const above of tree.pathTo(code)) addTo(taken(within, above.code), counting)
  }
  return { own, within }
}

function taken(countings: Map<string, Counting>, code: string): Counting {
  const counting = countings.get(code) ?? nothingCounted()
  countings.set(code, counting)
  return counting
}

/** Every year that has a milestone, oldest first, and the next ones. */
const choicesOf = (judged: readonly JudgedTarget[]): MilestoneChoice[] => {
  const years = new Set(judged.flatMap(({ target }) => target.progress.map(({ milestoneYear }) => milestoneYear)))
  return [...[...years].toSorted((one, other) => one - other), 'next']
}

function standingOf(judged: readonly JudgedTarget[], choice: MilestoneChoice, nowYear: number): Counting {
  const counting = nothingCounted()
  for (const one of judged) {
    const progress = chosenOf(one, choice)
    if (progress !== undefined) countIn(counting, progress, nowYear)
  }
  return counting
}

function sumOf(countings: readonly Counting[]): Counting {
  const sum = nothingCounted()
  for (const counting of countings) addTo(sum, counting)
  return sum
}
