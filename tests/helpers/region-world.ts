import type { Kysely, Transaction } from 'kysely'
import type { Change } from '../../server/audit/change.ts'
import { recordChange } from '../../server/audit/record.ts'
import type { Region } from '../../server/contract/reference.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import type { EnteredFigure } from '../../server/observations/rows.ts'
import type { TargetPromise } from '../../server/targets/rows.ts'
import { aBaseline, aFigure, aMilestone, anIndicator, aTarget, PLAN, START } from './world.ts'

// A nation of three provinces, each of four prefectures of five counties. Every county has a target of its own for its
// enterprises, which are added up; every province one for its R&D intensity, whose mean is weighted by GDP; the talent
// teams of the prefectures are counted by definitions of their own. Some counties of Qinghai have not reported.

const ADMINISTRATOR = { username: 'administrator', role: 'administrator' } as const
const REPORTER = { username: 'reporter', role: 'reporter' } as const
const REVIEWER = { username: 'reviewer', role: 'reviewer' } as const
const REPORTED = new Date('2026-03-01T03:00:00.000Z')
const YEARS = [2023, 2024, 2025]

const PROVINCES = [
  { code: '37', nameZh: '山东省', nameEn: 'Shandong' },
  { code: '42', nameZh: '湖北省', nameEn: 'Hubei' },
  { code: '63', nameZh: '青海省', nameEn: 'Qinghai' },
] as const

const NUMERALS = ['一', '二', '三', '四', '五']

const below = (parent: Omit<Region, 'parentCode'>, count: number, zh: string, en: string): Region[] =>
  Array.from({ length: count }, (_, at) => ({
    code: `${parent.code}0${at + 1}`,
    nameZh: `${parent.nameZh.replace(/省$/, '')}第${NUMERALS[at]}${zh}`,
    nameEn: `${en} ${at + 1} of ${parent.nameEn}`,
    parentCode: parent.code,
  }))

export const NATION: Region = { code: '00', nameZh: '全国', nameEn: 'China', parentCode: null }
const provinces: Region[] = PROVINCES.map((province) => ({ ...province, parentCode: '00' }))
const prefectures = provinces.flatMap((province) => below(province, 4, '市', 'City'))
const counties = prefectures.flatMap((city) => below(city, 5, '县', 'County'))

const named = (code: string, nameZh: string, nameEn: string) => ({
  code,
  nameZh,
  nameEn,
  shortNameZh: nameZh,
  shortNameEn: nameEn,
})

const indicators = [
  anIndicator({
    ...named('gdp', '地区生产总值', 'GDP'),
    unitZh: '亿元',
    unitEn: '100 million yuan',
    decimals: 1,
    rollUp: 'sum',
  }),
  anIndicator({
    ...named('firms', '高新技术企业', 'High-tech enterprises'),
    unitZh: '家',
    unitEn: 'enterprises',
    rollUp: 'sum',
  }),
  anIndicator({
    ...named('intensity', '研发投入强度', 'R&D intensity'),
    unitZh: '%',
    unitEn: '%',
    decimals: 2,
    rollUp: 'weighted-mean',
    weightIndicatorCode: 'gdp',
  }),
  anIndicator({ ...named('talent', '人才团队', 'Talent teams'), unitZh: '个', unitEn: 'teams', theme: 'talent' }),
]

const promise = (regionCode: string, indicatorCode: string, first: string, last: string): TargetPromise =>
  aTarget({
    id: `${indicatorCode}-${regionCode}`,
    regionCode,
    indicatorCode,
    milestones: [
      aMilestone({ year: 2025, value: half(first, last), baseline: aBaseline(2020, first) }),
      aMilestone({ year: 2030, value: last, baseline: aBaseline(2020, first) }),
    ],
  })

const half = (first: string, last: string): string => String((Number(first) + Number(last)) / 2)

const targets = [
  ...counties.map(({ code }) => promise(code, 'firms', '10', '50')),
  ...prefectures.map(({ code }) => promise(code, 'talent', '0', '20')),
  ...provinces.map(({ code }) => promise(code, 'intensity', '1', '3')),
  promise('00', 'intensity', '2', '3'),
]

/** Every seventh county of Qinghai has said nothing for 2025. */
const isSilent = ({ code }: Region, at: number, year: number): boolean =>
  code.startsWith('63') && at % 7 === 3 && year === 2025

const figures: EnteredFigure[] = YEARS.flatMap((year) => [
  ...counties.flatMap((county, at) => {
    if (isSilent(county, at, year)) return []
    const one = { regionCode: county.code, year }
    const firms = 12 + (at % 6) * 3 + (year - 2023) * (at % 4) * 5
    return [
      aFigure({ ...one, indicatorCode: 'firms', value: String(firms), provisional: year === 2025 && at % 9 === 0 }),
      aFigure({ ...one, indicatorCode: 'gdp', value: `${100 + at * 5 + (year - 2023) * 8}.5` }),
      aFigure({ ...one, indicatorCode: 'intensity', value: (1 + (at % 5) * 0.3 + (year - 2023) * 0.1).toFixed(2) }),
    ]
  }),
  ...prefectures.map(({ code }, at) =>
    aFigure({ regionCode: code, year, indicatorCode: 'talent', value: String(2 + (at % 5) * (year - 2021)) }),
  ),
  ...provinces.map(({ code }, at) =>
    aFigure({
      regionCode: code,
      year,
      indicatorCode: 'intensity',
      value: (1.4 + at * 0.2 + (year - 2023) * 0.1).toFixed(2),
    }),
  ),
  aFigure({ regionCode: '63', year, indicatorCode: 'firms', value: String(380 + (year - 2023) * 150) }),
  aFigure({ regionCode: '00', year, indicatorCode: 'firms', value: String(1500 + (year - 2023) * 400) }),
])

/** Records it all through the door that everything goes through. */
export async function loadRegionWorld(db: Kysely<Database>): Promise<void> {
  await inWriteTransaction(db, async (trx) => {
    const add = (change: Change) => recordChange(trx, ADMINISTRATOR, START, change)
    for (const data of [NATION, ...provinces, ...prefectures, ...counties]) await add({ action: 'region.add', data })
    await add({ action: 'theme.add', data: { code: 'platforms', nameZh: '创新平台', nameEn: 'Platforms' } })
    await add({ action: 'theme.add', data: { code: 'talent', nameZh: '人才队伍', nameEn: 'Talent' } })
    await add({ action: 'plan.add', data: { ...PLAN, regionCode: '00' } })
    for (const data of indicators) await add({ action: 'indicator.add', data })
    for (const data of targets) await add({ action: 'target.revise', data })
    for (const figure of figures) await approve(trx, figure)
  })
}

/** More targets than the overview goes through in the browser: one in each of 3,001 counties, without figures. */
export async function loadManyCounties(db: Kysely<Database>): Promise<void> {
  await inWriteTransaction(db, async (trx) => {
    const add = (change: Change) => recordChange(trx, ADMINISTRATOR, START, change)
    for (const data of [NATION, ...provinces]) await add({ action: 'region.add', data })
    await add({ action: 'theme.add', data: { code: 'platforms', nameZh: '创新平台', nameEn: 'Platforms' } })
    await add({ action: 'plan.add', data: { ...PLAN, regionCode: '00' } })
    await add({ action: 'indicator.add', data: anIndicator() })
    for (let at = 0; at < 3001; at++) {
      const code = String(630000 + at)
      const name = { nameZh: `青海第 ${at} 县`, nameEn: `County ${at} of Qinghai` }
      await add({ action: 'region.add', data: { code, ...name, parentCode: '63' } })
      await add({ action: 'target.revise', data: promise(code, 'laboratories', '10', '50') })
    }
  })
}

async function approve(trx: Transaction<Database>, data: EnteredFigure): Promise<void> {
  const observationId = await recordChange(trx, REPORTER, REPORTED, { action: 'observation.enter', data })
  const step = { observationId, comment: null }
  await recordChange(trx, REPORTER, REPORTED, { action: 'observation.submit', data: step })
  await recordChange(trx, REVIEWER, REPORTED, { action: 'observation.approve', data: step })
}
