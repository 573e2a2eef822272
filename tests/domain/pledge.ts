import type { Baseline, Figure, FigureText, Measured, Milestone, ProgressInput } from '../../server/domain/model.ts'

/** Years and their figures, as a table row would have them. */
export type Years = Record<number, FigureText>

export interface Pledge {
  indicator?: Partial<Measured>
  /** `[year, value]`, printed; null where none is. */
  baseline?: readonly [number, FigureText] | null
  basis?: Baseline['basis']
  milestone?: Partial<Milestone>
  /** Figures of measure `value`. */
  figures?: Years
  /** Changes on the year before. */
  yoy?: Years
  /** Any other figures, or the ones above again with something special about them. */
  more?: Partial<Figure>[]
  nowYear?: number
}

const INDICATOR: Measured = { kind: 'level', better: 'higher', unitZh: '家', unitEn: 'enterprises', decimals: 0 }

export function figure(fields: Partial<Figure>): Figure {
  return {
    id: fields.year ?? 0,
    year: 2025,
    measure: 'value',
    value: '0',
    provisional: false,
    breakSeq: null,
    ...fields,
  }
}

export function milestone(fields: Partial<Milestone>): Milestone {
  return {
    year: 2030,
    comparator: 'at-least',
    value: '100',
    valueHigh: null,
    tolerance: null,
    wordingZh: null,
    deadlineBasis: 'printed',
    baseline: null,
    ...fields,
  }
}

export function baselineOf(
  [year, value]: readonly [number, FigureText],
  basis: Baseline['basis'] = 'printed',
): Baseline {
  return { year, value, basis, quote: null, reason: null }
}

/** A promise of at least 100 by 2030, from 0 in 2020, looked at early in the year after its last figure. */
export function pledge(fields: Pledge = {}): ProgressInput {
  const { figures = {}, yoy = {}, more = [], basis } = fields
  const indicator = { ...INDICATOR, ...fields.indicator }
  const start = fields.baseline === undefined ? ([2020, '0'] as const) : fields.baseline
  const rows = [...toFigures(figures, 'value'), ...toFigures(yoy, 'yoy'), ...more.map(figure)]
  const special = new Set(more.map(keyOf))
  return {
    indicator,
    promised: {
      milestone: milestone({
        comparator: indicator.better === 'lower' ? 'at-most' : 'at-least',
        baseline: start && baselineOf(start, basis),
        ...fields.milestone,
      }),
      baselineSeq: 10,
    },
    original: null,
    figures: rows.filter((row, at) => at >= rows.length - more.length || !special.has(keyOf(row))),
    nowYear: fields.nowYear ?? Math.max(2021, ...rows.map(({ year }) => year + 1)),
  }
}

function toFigures(years: Years, measure: string): Figure[] {
  return Object.entries(years).map(([year, value]) => figure({ year: Number(year), measure, value }))
}

const keyOf = ({ year, measure = 'value' }: Partial<Figure>) => `${year} ${measure}`
