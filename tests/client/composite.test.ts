import { describe, expect, it } from 'vitest'
import { effectOf } from '../../client/pages/admin/weights/weight-effect.ts'
import { csvAddress, listAddress, toAddress, toView } from '../../client/pages/composite/address.ts'
import { toAxis, toMark, toNearAxis } from '../../client/pages/composite/mean-geometry.ts'
import { toLabelPlaces, toSegments } from '../../client/pages/composite/segments.ts'
import { shareText } from '../../client/pages/composite/share-text.ts'
import { compositeText } from '../../client/i18n/composite.ts'
import type { CompositeMilestone } from '../../server/contract/composite.ts'

const statuses = {
  achieved: 3,
  missed: 0,
  'on-track': 1,
  behind: 0,
  'far-behind': 0,
  'moving-away': 0,
  'no-data': 4,
  'not-assessable': 0,
}

describe('the bar of statuses', () => {
  it('is parted by the numbers, in the order of the statuses, and as long as it should be', () => {
    const segments = toSegments(statuses, 404)
    expect(segments).toEqual([
      { status: 'achieved', x: 0, width: 150 },
      { status: 'on-track', x: 152, width: 50 },
      { status: 'no-data', x: 204, width: 200 },
    ])
  })

  it('has its labels in the picture under the parts, and none over another where these are narrow', () => {
    const even = toSegments({ ...statuses, achieved: 1, 'on-track': 1, 'no-data': 1 }, 304)
    expect(toLabelPlaces(even, 304).map(({ x }) => x)).toEqual(even.map(({ x }) => x))
    const few = { ...statuses, achieved: 90, missed: 1, behind: 1, 'far-behind': 1, 'no-data': 1, 'moving-away': 1 }
    const places = toLabelPlaces(toSegments(few, 300), 300).map(({ x }) => x)
    expect(places.every((x, at) => at === 0 || x - (places[at - 1] ?? 0) >= 36)).toBe(true)
    expect(places.at(-1)).toBe(264)
  })

  it('of nothing is nothing', () => {
    expect(toSegments({ ...statuses, achieved: 0, 'on-track': 0, 'no-data': 0 }, 404)).toEqual([])
  })
})

describe('the mark of a mean', () => {
  it('stands on an axis from 0 to 1 that all rows share', () => {
    const axis = toAxis([0.4, 0.2], 112)
    expect(axis).toEqual({ from: 0, to: 1, width: 112 })
    expect(toMark(axis, 0.5, 0.4, 0.9)).toEqual({
      zero: 6,
      one: 106,
      mean: 56,
      range: { from: 46, to: 96 },
      isCut: false,
    })
  })

  it('begins below 0 where a mean does, in halves, and is cut and marked below -1', () => {
    expect(toAxis([-0.2, 0.4], 112).from).toBe(-0.5)
    const axis = toAxis([-7, 0.4], 112)
    expect(axis.from).toBe(-1)
    expect(toMark(axis, -3, -7, 0.4)).toMatchObject({ mean: 6, range: { from: 6 }, isCut: true })
  })

  it('is drawn near where little moves, without 0 and 1 where these are not on the axis', () => {
    const axis = toNearAxis(0.62, 0.78, 112)
    expect(axis).toEqual({ from: 0.6, to: 0.8, width: 112 })
    expect(toMark(axis, 0.7, 0.62, 0.78)).toMatchObject({ zero: null, one: null, mean: 56 })
    const [from, to] = [toNearAxis(1, 1, 112).from, toNearAxis(1, 1, 112).to]
    expect(to).toBeGreaterThan(from)
  })
})

describe('the address of the page', () => {
  it('leaves out the milestone at hand, and keeps everything else', () => {
    const view = { milestone: 2025, region: '63', plan: '', asOf: '2026-03-01' }
    expect(toAddress(view)).toBe('/composite?region=63&asOf=2026-03-01')
    expect(toView({ region: '63', asOf: '2026-03-01' })).toEqual(view)
    expect(toAddress({ ...view, milestone: 'next' })).toContain('milestone=next')
    expect(csvAddress('composite', view)).toBe('/api/composite.csv?region=63&asOf=2026-03-01&milestone=2025')
  })

  it('leads to the list behind a number, of the same milestone and day', () => {
    const view = toView({ plan: 'qh-stip-145', milestone: '2030', asOf: '2026-03-01' })
    const params = new URLSearchParams(listAddress(view, 'no-data').split('?')[1])
    expect(Object.fromEntries(params)).toMatchObject({
      plan: 'qh-stip-145',
      milestone: '2030',
      status: 'no-data',
      asOf: '2026-03-01',
    })
  })
})

describe('the first sentence', () => {
  const { 'zh-CN': zh, en } = compositeText
  it.each([
    [
      { total: 18, assessable: 16, kept: 8 },
      2025,
      '',
      '2025 年的 18 项阶段目标，16 项可以评估，其中 8 项已完成或达序时进度',
    ],
    [{ total: 3, assessable: 0, kept: 0 }, 'next', '青海省', '青海省的 3 项目标的下一阶段，没有一项可以评估'],
    [{ total: 0, assessable: 0, kept: 0 }, 2025, '湖北省', '湖北省没有 2025 年的阶段目标'],
  ] as const)('says %o of %s', (counts, milestone, scope, said) => {
    expect(zh.lede(counts, milestone, scope).join('')).toBe(said)
  })

  it('says it in English', () => {
    expect(en.lede({ total: 1, assessable: 1, kept: 0 }, 2030, 'Hubei').join('')).toBe(
      'Hubei: 1 milestone for 2030, 1 of which can be assessed, none of these achieved or on track',
    )
    expect(en.lede({ total: 0, assessable: 0, kept: 0 }, 2030, '').join('')).toBe('No milestone for 2030')
  })
})

describe('what another weight makes of a mean', () => {
  const milestone = (targetId: string, pathShare: number, weight = '1'): CompositeMilestone => ({
    targetId,
    nameZh: targetId,
    nameEn: targetId,
    planCode: 'plan',
    regionCode: '63',
    kind: 'level',
    milestoneYear: 2030,
    status: 'behind',
    reason: null,
    pathShare,
    countsAs: pathShare,
    uncounted: null,
    weight,
    weightRevision: 0,
    weightShare: null,
    contribution: null,
    moved: null,
  })

  it('is what the server will answer', () => {
    const all = [milestone('a', 0.8), milestone('b', 0.6)]
    expect(effectOf(all, 'a', '3')).toEqual({ before: 0.7, after: 0.75 })
    expect(effectOf(all, 'a', '0')).toEqual({ before: 0.7, after: 0.6 })
    expect(effectOf([milestone('a', 0.8)], 'a', '0')).toEqual({ before: 0.8, after: null })
  })

  it('is not told of a target that has no such milestone, nor of what is no weight', () => {
    expect(effectOf([milestone('a', 0.8)], 'b', '2')).toBeUndefined()
    expect(effectOf([milestone('a', 0.8)], 'a', '-1')).toBeUndefined()
  })
})

it('shares have four places, a real minus, and a missing one is no 0', () => {
  expect([0.705, -0.2521, 1, -(10 ** 15), null].map(shareText)).toEqual([
    '0.7050',
    '\u22120.2521',
    '1.0000',
    '\u22121,000,000,000,000,000.0000',
    '—',
  ])
})
