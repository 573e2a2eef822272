import type { Indicator, Region } from '../../server/contract/reference.ts'
import type { EnteredFigure } from '../../server/observations/rows.ts'
import { randomFrom } from '../proofs/random.ts'
import { PROVINCES } from './provinces.ts'

// Figures by the million, for measuring: counties below the provinces, monitored indicators of every kind but `done`, ten
// years of each. The same count and seed give the same figures.

const FIRST_YEAR = 2016
const YEARS = 10
const MOST_REGIONS = 3000
const KINDS = ['level', 'cumulative', 'flow', 'change'] as const

/** What is recorded before the figures, and the figures region by region. */
export interface ManyFigures {
  regions: Region[]
  indicators: Indicator[]
  figures: () => Generator<EnteredFigure>
}

/** @param count of figures, up to some ten million */
export function makeManyFigures(count: number, seed: number): ManyFigures {
  const regions = regionsOf(Math.min(MOST_REGIONS, Math.ceil(count / (YEARS * 10))))
  const indicators = indicatorsOf(Math.ceil(count / (YEARS * regions.length)))
  function* figures(): Generator<EnteredFigure> {
    const random = randomFrom(seed)
    let left = count
    for (const { code } of regions) {
      for (const indicator of indicators) {
        if (left <= 0) return
        yield* seriesOf(random, code, indicator).slice(0, left)
        left -= YEARS
      }
    }
  }
  return { regions, indicators, figures }
}

/** Counties by six digits, spread over the provinces; those have their two. */
function regionsOf(count: number): Region[] {
  const provinces = PROVINCES.filter(({ code }) => code !== '00')
  return Array.from({ length: count }, (_, at) => {
    const { code, nameZh, nameEn } = provinces[at % provinces.length] ?? { code: '11', nameZh: '', nameEn: '' }
    const number = Math.floor(at / provinces.length) + 1
    const own = String(100 + number).padStart(4, '0')
    return {
      code: code + own,
      nameZh: `${nameZh}第${number}县`,
      nameEn: `County ${number} of ${nameEn}`,
      parentCode: code,
    }
  })
}

function indicatorsOf(count: number): Indicator[] {
  return Array.from({ length: count }, (_, at) => {
    const kind = KINDS[at % KINDS.length] ?? 'level'
    const number = at + 1
    const names = { zh: `监测指标${number}`, en: `Monitored indicator ${number}` }
    return {
      code: `monitored-${number}`,
      nameZh: names.zh,
      nameEn: names.en,
      shortNameZh: names.zh,
      shortNameEn: names.en,
      unitZh: kind === 'change' ? '%' : '家',
      unitEn: kind === 'change' ? '%' : 'units',
      kind,
      better: 'higher',
      decimals: kind === 'level' ? 2 : kind === 'change' ? 1 : 0,
      theme: 'platforms',
      min: null,
      max: null,
      definitionZh: '年末数。',
      definitionEn: 'At year end.',
      sourceZh: null,
      rollUp: 'none',
      weightIndicatorCode: null,
    }
  })
}

/** Ten years that the checks on entry let through: a running total does not fall, what is new is not below zero. */
function seriesOf(random: () => number, regionCode: string, { code, kind, decimals }: Indicator): EnteredFigure[] {
  let value = 50 + random() * 500
  return Array.from({ length: YEARS }, (_, at) => {
    value *= 1 + random() / 10
    const change = (random() - 0.3) * 10
    return {
      regionCode,
      indicatorCode: code,
      year: FIRST_YEAR + at,
      measure: kind === 'change' ? 'yoy' : 'value',
      revision: 1,
      value: (kind === 'change' ? change : value).toFixed(decimals).replace(/^-(0(\.0+)?)$/, '$1'),
      missingReason: null,
      provisional: false,
      breakBefore: false,
      source: '科技统计年报（示例）',
      note: null,
      correction: null,
      sample: true,
    }
  })
}
