/** What is needed of a region to find its place among the others. */
interface Placed {
  code: string
  parentCode: string | null
}

/** Regions as a tree, by the parent that each names. */
export interface RegionTree<Region extends Placed> {
  find: (code: string) => Region | undefined
  /** Directly below a region, or the roots where none is named; by code, compared by its bytes. */
  childrenOf: (code: string | null) => readonly Region[]
  /** From the root down to the region itself; empty where it is unknown. */
  pathTo: (code: string) => Region[]
  /** All below a region at any depth, without itself; by code. Without one, all. */
  below: (code: string | null) => Region[]
}

const inOrder = (one: Placed, other: Placed): number => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0)

/** @param regions each after its parent, as they were added; so none is its own ancestor */
export function toRegionTree<Region extends Placed>(regions: readonly Region[]): RegionTree<Region> {
  const byCode = new Map(regions.map((region) => [region.code, region]))
  const byParent = Map.groupBy(regions.toSorted(inOrder), ({ parentCode }) => parentCode)
  const childrenOf = (code: string | null): readonly Region[] => byParent.get(code) ?? []
  const within = (code: string | null): Region[] => childrenOf(code).flatMap((child) => [child, ...within(child.code)])
  return {
    find: (code) => byCode.get(code),
    childrenOf,
    pathTo: (code) => {
      const path: Region[] = []
      for (let at = byCode.get(code); at !== undefined; at = byCode.get(at.parentCode ?? '')) path.unshift(at)
      return path
    },
    below: (code) => within(code).sort(inOrder),
  }
}
