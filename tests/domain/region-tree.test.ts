import { describe, expect, it } from 'vitest'
import { toRegionTree } from '../../server/domain/region-tree.ts'

const tree = toRegionTree(
  [
    ['00', null],
    ['63', '00'],
    ['37', '00'],
    ['6302', '63'],
    ['6301', '63'],
    ['630102', '6301'],
  ].map(([code, parentCode]) => ({ code: code ?? '', parentCode: parentCode ?? null })),
)
const codes = (regions: readonly { code: string }[]) => regions.map(({ code }) => code)

describe('regions as a tree', () => {
  it('has what is directly below a region in the order of codes, and the roots below none', () => {
    expect(codes(tree.childrenOf('00'))).toEqual(['37', '63'])
    expect(codes(tree.childrenOf('63'))).toEqual(['6301', '6302'])
    expect(codes(tree.childrenOf('630102'))).toEqual([])
    expect(codes(tree.childrenOf(null))).toEqual(['00'])
  })

  it('leads from the root down to a region', () => {
    expect(codes(tree.pathTo('630102'))).toEqual(['00', '63', '6301', '630102'])
    expect(codes(tree.pathTo('00'))).toEqual(['00'])
    expect(tree.pathTo('99')).toEqual([])
  })

  it('has all below a region, at any depth', () => {
    expect(codes(tree.below('00'))).toEqual(['37', '63', '6301', '630102', '6302'])
    expect(codes(tree.below(null))).toHaveLength(6)
    expect(tree.below('99')).toEqual([])
  })
})
