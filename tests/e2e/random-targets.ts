import { baselineOf, detailOf, figureOf, milestoneOf } from '../client/chart-fixture.ts'
import type { TargetDetail } from '../../server/contract/target.ts'
import type { Comparator, Kind } from '../../server/domain/words.ts'
import { randomFrom } from '../proofs/random.ts'

const KINDS: readonly Exclude<Kind, 'done'>[] = ['level', 'cumulative', 'flow', 'change']
const UNITS = [
  ['个', 'labs'],
  ['人/万人', 'per 10,000 persons'],
  ['亿元', '100 million yuan'],
  ['%', '%'],
] as const

/**
 * A target as somebody might enter it, the same for the same seed: any kind, direction and comparator, figures that
 * swing, gaps, breaks, provisional ones, an earlier promise, a second milestone.
 */
export function randomTarget(seed: number): TargetDetail {
  const random = randomFrom(seed)
  // The first numbers of neighbouring seeds are alike.
  for (let turn = 0; turn < 5; turn++) random()
  const chance = (share: number): boolean => random() < share
  const pick = <const Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number] =>
    items[Math.floor(random() * items.length)]
  const between = (low: number, high: number): number => low + random() * (high - low)

  const kind = KINDS[seed % KINDS.length] ?? 'level'
  const isChange = kind === 'change'
  const better = isChange ? 'lower' : kind === 'level' ? pick(['higher', 'lower']) : 'higher'
  const [unitZh, unitEn] = isChange ? UNITS[3] : pick(UNITS)
  const decimals = pick([0, 0, 1, 2])
  const scale = isChange ? 1 : 10 ** pick([0, 1, 2, 4, 6])
  const places = isChange ? 1 : decimals
  const text = (value: number): string => `${Number(value.toFixed(places)) + 0}`

  const base = pick([2015, 2020, 2020, 2022])
  const start = isChange || kind === 'flow' ? 0 : between(0, 8) * scale
  const way = (better === 'lower' ? -1 : 1) * between(1, isChange ? 60 : 10) * scale
  const comparator: Comparator = isChange
    ? 'at-most'
    : pick(['about', 'between', 'more-than', better === 'lower' ? 'at-most' : 'at-least'])
  const goalOf = (year: number, share: number, more = {}) => {
    const [one, other] = [start + way * share, start + way * share * 1.3].toSorted((a, b) => a - b) as [number, number]
    return milestoneOf(year, text(one), {
      comparator,
      valueHigh: comparator === 'between' ? text(other) : null,
      tolerance: comparator === 'about' ? pick([null, '0.1']) : null,
      baseline: baselineOf(base, text(start)),
      ...more,
    })
  }
  const noBaseline = kind === 'level' && chance(0.15) ? { baseline: null } : {}
  const last = goalOf(2030, 1, noBaseline)
  const milestones = chance(0.5) ? [goalOf(2025, between(0.3, 0.8), noBaseline), last] : [last]
  const first = chance(0.3)
    ? milestones.map((one) => ({
        ...one,
        value: text(Number(one.value) * between(0.5, 1.4)),
        valueHigh: null,
        comparator: comparator === 'between' ? ('at-least' as const) : one.comparator,
      }))
    : undefined

  const figures = Array.from({ length: 2025 - base }, (_, index) => base + 1 + index).flatMap((year) => {
    if (chance(0.2)) return []
    const progress = ((year - base) / (2030 - base)) * between(-0.3, 1.6)
    const value =
      kind === 'flow' || isChange
        ? (way / (2030 - base)) * between(-0.8, 2)
        : start + way * (kind === 'cumulative' ? Math.abs(progress) : progress)
    return figureOf(year, chance(0.08) ? null : text(value), {
      id: year,
      measure: isChange ? 'yoy' : 'value',
      provisional: chance(0.2),
      breakBefore: chance(0.06),
    })
  })
  const names = {
    nameZh: `随机指标 ${seed}`,
    nameEn: `Random ${seed}`,
    shortNameZh: `随机 ${seed}`,
    shortNameEn: `R ${seed}`,
  }
  return detailOf(milestones, figures, { kind, better, unitZh, unitEn, decimals, ...names }, first)
}
