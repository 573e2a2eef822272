import { describe, expect, it } from 'vitest'
import { PUBLISHED_FIGURES } from '../../seeds/figures/index.ts'
import { plans } from '../../seeds/plans/index.ts'
import { SAMPLE_FIGURES, SAMPLE_TARGETS } from '../../seeds/sample/index.ts'
import { promisedMilestones } from '../../server/domain/milestones.ts'
import type { Figure } from '../../server/domain/model.ts'
import { progressOf } from '../../server/domain/progress.ts'
import { CANONICAL_FIGURE, FLAGS, MEASURE, STATUS_REASONS, STATUSES } from '../../server/domain/words.ts'

const PLANS_RECORDED = '2023-07-03'
const LAST_DAY = '2026-06-15'

const targets = plans.flatMap((seed) => seed.targets)
const indicators = plans.flatMap((seed) => seed.indicators)
const indicatorOf = (code: string) => indicators.find((one) => one.code === code) ?? expect.fail(`no indicator ${code}`)

interface Key {
  regionCode: string
  indicatorCode: string
  year?: number
  measure?: string
}
const seriesOf = ({ regionCode, indicatorCode }: Key) => `${regionCode}/${indicatorCode}`
const keyOf = (figure: Key) => `${seriesOf(figure)}/${figure.year}/${figure.measure ?? 'value'}`

/** The figures in force at the end of a day: of each year and measure the one approved last. */
function figuresAsOf(day: string): (Figure & Key)[] {
  const approved = [
    ...PUBLISHED_FIGURES.map((figure) => ({ ...figure, approvedOn: figure.publishedOn })),
    ...SAMPLE_FIGURES,
  ]
    .filter(({ approvedOn }) => approvedOn <= day)
    .toSorted((a, b) => (a.approvedOn < b.approvedOn ? -1 : 1))
  const inForce = new Map(approved.map((figure, position) => [keyOf(figure), { figure, id: 1000 + position }]))
  return [...inForce.values()].flatMap(({ figure, id }) =>
    figure.value === null
      ? []
      : [
          {
            id,
            regionCode: figure.regionCode,
            indicatorCode: figure.indicatorCode,
            year: figure.year,
            measure: figure.measure ?? 'value',
            value: figure.value,
            provisional: figure.provisional ?? false,
            breakSeq: figure.breakBefore === true ? id : null,
          },
        ],
  )
}

function revisionsOf(target: (typeof targets)[number], day: string) {
  const sample = SAMPLE_TARGETS.find(({ targetId }) => targetId === target.id)
  if (sample === undefined) return [{ seq: 1, milestones: target.milestones }]
  const first = { seq: 1, milestones: sample.firstMilestones }
  return sample.correctedOn <= day ? [first, { seq: 2, milestones: target.milestones }] : [first]
}

/** Every milestone as it stands at the end of a day. */
function judgedAsOf(day: string) {
  const figures = Map.groupBy(figuresAsOf(day), seriesOf)
  return targets.flatMap((target) =>
    promisedMilestones(revisionsOf(target, day)).map(({ promised, original }) => ({
      id: target.id,
      ...progressOf({
        indicator: indicatorOf(target.indicatorCode),
        promised,
        original,
        figures: figures.get(seriesOf(target)) ?? [],
        nowYear: Number(day.slice(0, 4)),
      }),
    })),
  )
}

const today = judgedAsOf('2026-06-30')
const standing = (id: string, year: number, progress = today) =>
  progress.find((one) => one.id === id && one.milestoneYear === year) ?? expect.fail(`no ${id} ${year}`)

function count(year: number) {
  const statuses = today.filter(({ milestoneYear }) => milestoneYear === year).map(({ status }) => status)
  return Object.fromEntries(
    STATUSES.map((status) => [status, statuses.filter((one) => one === status).length]).filter(
      ([, number]) => number !== 0,
    ),
  )
}

describe('the sample, looked at on 30 June 2026', () => {
  it.each(STATUSES)('shows the status %s', (status) => {
    expect(today.map((one) => one.status)).toContain(status)
  })

  it.each(FLAGS)('shows the flag %s', (flag) => {
    expect(today.flatMap(({ flags }) => flags)).toContain(flag)
  })

  it.each(STATUS_REASONS.filter((reason) => reason !== 'broken-chain'))('shows the reason %s', (reason) => {
    expect(today.map((one) => one.reason)).toContain(reason)
  })

  it('showed a broken chain a year before', () => {
    const before = judgedAsOf('2025-06-30')
    expect(standing('cn-carbon-2022-2030-co2-capture-energy', 2030, before)).toMatchObject({
      status: 'no-data',
      reason: 'broken-chain',
    })
  })

  it('has a plausible mix for 2025', () => {
    expect(count(2025)).toEqual({
      achieved: 6,
      missed: 3,
      'on-track': 2,
      behind: 3,
      'far-behind': 1,
      'moving-away': 1,
      'not-assessable': 2,
    })
  })

  it('has a plausible mix for 2030', () => {
    expect(count(2030)).toEqual({
      achieved: 3,
      'on-track': 6,
      behind: 5,
      'far-behind': 3,
      'no-data': 1,
      'not-assessable': 1,
    })
  })

  it('leaves one target without any figure', () => {
    const without = today.filter(({ reason }) => reason === 'no-figure')
    expect(without.map(({ id }) => id)).toEqual(['qh-carbon-2022-green-double-innovation-bases'])
  })

  it('shows what a mistaken target would have said', () => {
    expect(standing('cn-carbon-2022-2030-co2-capture-energy', 2030)).toMatchObject({
      status: 'behind',
      original: { milestone: { value: '-25' }, status: 'on-track' },
    })
    expect(standing('hb-carbon-2022-green-innovation-platforms', 2030)).toMatchObject({
      status: 'on-track',
      original: { milestone: { comparator: 'at-least' }, status: 'achieved' },
    })
  })

  it('shows the real figures of the nation as they are', () => {
    expect(standing('cn-carbon-2022-2030-co2-per-gdp', 2025)).toMatchObject({
      status: 'far-behind',
      flags: ['awaiting-final'],
      latest: { year: 2024, value: '-7.81' },
      pathShare: 0.5427,
    })
    expect(standing('cn-carbon-2022-2030-energy-per-gdp', 2025).reason).toBe('definition-changed')
  })
})

describe('a sample figure', () => {
  it('is never one of an indicator, region and year that was really published', () => {
    const published = new Set(PUBLISHED_FIGURES.map(keyOf))
    expect(SAMPLE_FIGURES.map(keyOf).filter((key) => published.has(key))).toEqual([])
    const codes = SAMPLE_FIGURES.map(({ indicatorCode }) => indicatorCode)
    for (const code of ['co2-per-gdp', 'energy-per-gdp']) expect(codes).not.toContain(code)
  })

  it('is there for every target but those that stand on real figures or show what has none', () => {
    const given = new Set(SAMPLE_FIGURES.map(seriesOf))
    expect(targets.filter((target) => !given.has(seriesOf(target))).map(({ id }) => id)).toEqual([
      'cn-carbon-2022-2030-co2-per-gdp',
      'cn-carbon-2022-2030-energy-per-gdp',
      'qh-carbon-2022-green-double-innovation-bases',
    ])
  })

  it.each(SAMPLE_FIGURES)('is well formed and dated: $regionCode $indicatorCode $year', (figure) => {
    const { kind, min, max } = indicatorOf(figure.indicatorCode)
    const measure = figure.measure ?? 'value'
    expect(figure.source).toContain('示例数据')
    expect(measure).toMatch(MEASURE)
    expect(measure === 'value').toBe(kind !== 'change')
    expect(figure.value === null).toBe(figure.missingReason !== undefined)
    if (figure.value !== null) {
      expect(figure.value).toMatch(CANONICAL_FIGURE)
      expect(Number(figure.value)).toBeGreaterThanOrEqual(Number(min ?? '-Infinity'))
      expect(Number(figure.value)).toBeLessThanOrEqual(Number(max ?? 'Infinity'))
    }
    expect(figure.enteredOn > PLANS_RECORDED).toBe(true)
    expect(Number(figure.enteredOn.slice(0, 4))).toBeGreaterThan(figure.year)
    expect(figure.enteredOn < figure.approvedOn).toBe(true)
    expect(figure.approvedOn <= LAST_DAY).toBe(true)
  })

  it('corrects one that was approved before, with a reason, and only so is entered twice', () => {
    for (const [key, revisions] of Map.groupBy(SAMPLE_FIGURES, keyOf)) {
      const [first, ...corrections] = revisions
      expect(first?.correction, key).toBeUndefined()
      let before = first
      for (const figure of corrections) {
        expect(figure.correction?.reason, key).toBeTruthy()
        expect(figure.enteredOn > (before?.approvedOn ?? ''), key).toBe(true)
        before = figure
      }
    }
    const codes = new Set(SAMPLE_FIGURES.flatMap(({ correction }) => correction?.code ?? []))
    expect([...codes].toSorted()).toEqual(['late-return', 'source-revised', 'typing'])
  })

  it('never falls where a running total is counted', () => {
    const counted = figuresAsOf(LAST_DAY).filter(
      ({ indicatorCode }) => indicatorOf(indicatorCode).kind === 'cumulative',
    )
    for (const [name, figures] of Map.groupBy(counted, seriesOf)) {
      const values = figures.toSorted((a, b) => a.year - b.year).map(({ value }) => Number(value))
      expect(values, name).toEqual(values.toSorted((a, b) => a - b))
    }
  })

  it('is missing with a reason, provisional, or after a break now and then', () => {
    expect(SAMPLE_FIGURES.some(({ missingReason }) => missingReason === 'not-collected')).toBe(true)
    expect(SAMPLE_FIGURES.some(({ missingReason }) => missingReason === 'not-yet-published')).toBe(true)
    expect(SAMPLE_FIGURES.filter(({ provisional }) => provisional)).toHaveLength(2)
    expect(SAMPLE_FIGURES.filter(({ breakBefore }) => breakBefore)).toHaveLength(1)
  })
})

describe('a sample history of a target', () => {
  it.each(SAMPLE_TARGETS)('begins with a mistake and ends with what the plan prints: $targetId', (sample) => {
    const target = targets.find(({ id }) => id === sample.targetId) ?? expect.fail('no such target')
    expect(sample.firstMilestones).not.toEqual(target.milestones)
    expect(sample.firstMilestones.map(({ year }) => year)).toEqual(target.milestones.map(({ year }) => year))
    expect(sample.correctedOn > PLANS_RECORDED).toBe(true)
    expect(sample.correction.reason).toContain('示例')
  })
})
