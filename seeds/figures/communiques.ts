import type { PublishedFigureSeed } from '../shape.ts'

interface Communique {
  year: number
  publishedOn: string
  co2: string
  energy: string
}

/** Percent on the year before, as printed for the year. */
const COMMUNIQUES: Communique[] = [
  { year: 2021, publishedOn: '2022-02-28', co2: '-3.8', energy: '-2.7' },
  { year: 2022, publishedOn: '2023-02-28', co2: '-0.8', energy: '-0.1' },
  { year: 2023, publishedOn: '2024-02-29', co2: '0', energy: '-0.5' },
  { year: 2024, publishedOn: '2025-02-28', co2: '-3.4', energy: '-3.8' },
]

/** From this year on energy per GDP leaves out feedstock and non-fossil energy. */
const ENERGY_BREAK = 2023

const sourceOf = (year: number) => `国家统计局《中华人民共和国${year}年国民经济和社会发展统计公报》`

function energyOf({ year, publishedOn, energy }: Communique): PublishedFigureSeed {
  const figure = {
    regionCode: '00',
    indicatorCode: 'energy-per-gdp',
    year,
    measure: 'yoy',
    value: energy,
    source: sourceOf(year),
    publishedOn,
  }
  if (year < ENERGY_BREAK) return figure
  if (year > ENERGY_BREAK) return { ...figure, note: '扣除原料用能和非化石能源。' }
  return { ...figure, breakBefore: true, note: '自本年起扣除原料用能和非化石能源，与以前年份不可比。' }
}

const co2Of = ({ year, publishedOn, co2 }: Communique): PublishedFigureSeed => ({
  regionCode: '00',
  indicatorCode: 'co2-per-gdp',
  year,
  measure: 'yoy',
  value: co2,
  source: sourceOf(year),
  publishedOn,
  ...(co2 === '0' ? { note: '与上年持平。' } : {}),
})

/** What the nation published of the two intensities: the white paper of 2021, and four statistical communiqués. */
export const NATIONAL_INTENSITIES: PublishedFigureSeed[] = [
  {
    regionCode: '00',
    indicatorCode: 'co2-per-gdp',
    year: 2020,
    measure: 'since:2005',
    value: '-48.4',
    source: '国务院新闻办公室《中国应对气候变化的政策与行动》白皮书（2021年10月）',
    publishedOn: '2021-10-27',
  },
  ...COMMUNIQUES.map(co2Of),
  ...COMMUNIQUES.map(energyOf),
]
