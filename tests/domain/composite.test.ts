import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compositeOf, countedShare, FEWEST, whyUncounted } from '../../server/domain/composite.ts'
import { contributionOf, rangeOf, scenariosOf } from '../../server/domain/composite-sensitivity.ts'
import { toShare } from '../../server/domain/decimal.ts'
import { type Status, STATUSES } from '../../server/domain/words.ts'
import { assertCompositeLaws, weighed } from './composite-properties.ts'

const shareOf = (status: Status, pathShare: number | null): number | null => {
  const share = countedShare({ status, pathShare })
  return share && toShare(share)
}

describe('what a milestone counts', () => {
  it.each<[Status, number | null, number | null, string]>([
    ['achieved', 1.2, 1, 'achieved is 1, also beyond it'],
    ['achieved', 0.97, 1, 'achieved is 1, also within a tolerance'],
    ['achieved', null, 1, 'achieved is 1, also what is built or held'],
    ['on-track', 1.1, 1, 'what is beyond the line is capped'],
    ['on-track', 0.95, 0.95, 'what is not, is not'],
    ['moving-away', -0.5, -0.5, 'a negative share stays negative'],
    ['moving-away', -(10 ** 15), -(10 ** 15), 'however far below'],
    ['missed', 0.7, 0.7, 'a missed one counts how far it came'],
    ['missed', 1, 1, 'more than 100 was promised, and exactly 100 came'],
    ['missed', -0.2, -0.2, 'a missed one may have gone the wrong way'],
    ['missed', null, 0, 'a missed one without a share counts 0'],
    ['on-track', null, null, 'a hold, or what is not built yet, is left out'],
    ['behind', null, null, 'a hold that is not fulfilled, and may be yet'],
    ['no-data', null, null, 'no data is not 0'],
    ['not-assessable', null, null, 'nor is what cannot be assessed'],
  ])('%s with %s counts %s: %s', (status, pathShare, expected) => {
    expect(shareOf(status, pathShare)).toBe(expected)
  })

  it('says why it does not count, the first reason that applies', () => {
    expect(whyUncounted(weighed({ status: 'no-data', reason: 'no-figure', weight: '0' }))).toBe('no-status')
    expect(whyUncounted(weighed({ status: 'on-track', pathShare: null, kind: 'done', weight: '0' }))).toBe('done')
    expect(whyUncounted(weighed({ status: 'on-track', pathShare: null }))).toBe('hold')
    expect(whyUncounted(weighed({ weight: '0.00' }))).toBe('weight-zero')
    expect(whyUncounted(weighed())).toBeNull()
  })
})

describe('the composite progress', () => {
  it('of nothing is no number', () => {
    expect(compositeOf([])).toMatchObject({ total: 0, assessable: 0, kept: 0, counted: 0, mean: null })
    expect(rangeOf(scenariosOf([]))).toBeNull()
  })

  it('of what cannot be assessed is no number, and says why', () => {
    const found = compositeOf([
      weighed({ status: 'not-assessable', reason: 'not-quantified', pathShare: null }),
      weighed({ status: 'no-data', reason: 'no-figure', pathShare: null }),
      weighed({ status: 'no-data', reason: 'no-figure', pathShare: null }),
    ])
    expect(found).toMatchObject({ total: 3, assessable: 0, counted: 0, uncounted: [], mean: null })
    expect(found.unassessed).toEqual([
      { reason: 'no-figure', count: 2 },
      { reason: 'not-quantified', count: 1 },
    ])
  })

  it('with weights of 0 only has a share on track and no mean', () => {
    const all = [weighed({ weight: '0' }), weighed({ status: 'on-track', pathShare: 1, weight: '0.0' })]
    expect(compositeOf(all)).toMatchObject({ assessable: 2, kept: 1, counted: 0, mean: null })
    expect(compositeOf(all).uncounted).toEqual([{ reason: 'weight-zero', count: 2 }])
    expect(rangeOf(scenariosOf(all))).toBeNull()
  })

  it('of one is that one, whatever its weight, and nothing moves it', () => {
    const range = rangeOf(scenariosOf([weighed({ weight: '0.000000000000000000000000000001' })]))
    expect(range && toShare(range.lowest.mean)).toBe(0.5)
    expect(range).toMatchObject({ lowest: { variation: 'as-set' }, highest: { variation: 'as-set' }, mover: null })
  })

  it('takes the weights exactly, to the last of 30 digits', () => {
    const most = '999999999999999999999999999999'
    const all = [
      weighed({ targetId: 'a', status: 'achieved', weight: most }),
      weighed({ targetId: 'b', status: 'missed', pathShare: null, weight: '1' }),
    ]
    expect(compositeOf(all).mean?.toFraction()).toBe(`${most}/1${'0'.repeat(30)}`)
  })

  it('of equal results names the first, in the order of the targets', () => {
    const twin = { status: 'behind', pathShare: 0.7 } as const
    const all = [weighed({ targetId: 'a', ...twin }), weighed({ targetId: 'b', ...twin }), weighed({ targetId: 'c' })]
    const range = rangeOf(scenariosOf(all))
    expect(range?.mover).toMatchObject({ variation: 'left-out', targetId: 'c' })
    expect(range?.lowest).toMatchObject({ variation: 'left-out', targetId: 'a' })
  })
})

describe('for any milestones and any weights', () => {
  it('the laws of a weighted mean hold', () => assertCompositeLaws(500))
})

describe.each(['METHOD.md', 'METHOD.zh-CN.md'])('the worked example of %s', (file) => {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
  const section = /^## (When the weights vary|权重变动的影响)$([\s\S]*?)^## /m.exec(text)?.[2] ?? ''
  const rows = [...section.matchAll(/^\| ([A-H]\b[^|]*)\| ([^|]+)\| ([^|]+)\| ([^|]+)\| ([^|]+)\|$/gm)].map((row) =>
    row.slice(1).map((cell) => cell.trim().replace('−', '-')),
  )
  const numberOf = (cell = ''): number | null => (cell === '–' ? null : Number(cell))
  const milestones = rows.map(([name = '', told = '', share, , weight = '']) =>
    weighed({
      targetId: name.charAt(0),
      kind: name.includes('`done`') ? 'done' : 'level',
      status: STATUSES.find((status) => told.startsWith(`\`${status}\``)) ?? 'no-data',
      reason: told.includes('no-figure') ? 'no-figure' : null,
      pathShare: numberOf(share),
      weight,
    }),
  )
  const last = section.trim().split('\n').at(-1) ?? ''

  it('is of eight targets, each counting what the table says', () => {
    expect(rows).toHaveLength(8)
    const counted = milestones.map((milestone) => countedShare(milestone))
    expect(counted.map((share) => share && toShare(share))).toEqual(rows.map(([, , , counts]) => numberOf(counts)))
  })

  it('comes to the numbers that the text says', () => {
    const found = compositeOf(milestones)
    expect([found.kept, found.assessable, found.counted]).toEqual([3, 7, 6])
    expect(found.unassessed).toEqual([{ reason: 'no-figure', count: 1 }])
    expect(found.uncounted).toEqual([{ reason: 'hold', count: 1 }])
    const scenarios = scenariosOf(milestones)
    const range = rangeOf(scenarios)
    const { mean = null } = scenarios.find(({ variation }) => variation === 'equal') ?? {}
    const told = [found.mean, mean, range?.lowest.mean, range?.highest.mean].map((one) => one && toShare(one))
    expect(told).toEqual([0.5429, 0.5, 0.4125, 0.7167])
    for (const number of [...told, 0.4286]) expect(last).toContain(`= ${number}`)
    expect(range?.lowest).toMatchObject({ variation: 'doubled', targetId: 'E' })
    expect(range?.highest).toMatchObject({ variation: 'left-out', targetId: 'E' })
    expect(range?.mover).toMatchObject({ variation: 'left-out', targetId: 'E' })
    expect(toShare(contributionOf(milestones[2]!, found.weight)!.contribution)).toBe(0.2286)
  })

  it('stands beside the number of milestones below which a mean says little', () => {
    expect(text).toMatch(new RegExp(`(Of fewer than|不足) ${FEWEST}`))
  })
})
