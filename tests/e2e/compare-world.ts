import type { Kysely } from 'kysely'
import type { Database } from '../../server/db/schema.ts'
import type { Milestone } from '../../server/domain/model.ts'
import type { EnteredFigure } from '../../server/observations/rows.ts'
import {
  aBaseline,
  addApproved,
  addGround,
  addIndicator,
  addTarget,
  aMilestone,
  PLAN,
  record,
} from '../helpers/world.ts'

// Three regions that promise the same laboratories, each from its own baseline; Qinghai with a target of every kind that
// is drawn in its own way; Hubei with more targets than a page draws at once.

const REPORTED = new Date('2026-03-01T03:00:00.000Z')

/** How many targets Hubei has beside its laboratories. */
export const MANY = 65

type Years = Readonly<Record<number, string | Partial<EnteredFigure>>>

export async function loadCompareWorld(db: Kysely<Database>): Promise<void> {
  await addGround(db)
  await record(db, { action: 'theme.add', data: { code: 'talent', nameZh: '人才队伍', nameEn: 'Talent' } })
  for (const [code, nameZh, nameEn] of [
    ['37', '山东', 'Shandong'],
    ['42', '湖北', 'Hubei'],
  ] as const) {
    await record(db, { action: 'region.add', data: { code, nameZh, nameEn, parentCode: null } })
    const titles = { titleZh: `${nameZh}方案`, titleEn: `Plan of ${nameEn}` }
    await record(db, { action: 'plan.add', data: { ...PLAN, code: `plan-${code}`, regionCode: code, ...titles } })
  }

  const promise = async (
    indicatorCode: string,
    milestone: Partial<Milestone>,
    years: Years,
    { regionCode = '63', planCode = 'plan' } = {},
  ): Promise<void> => {
    await addTarget(db, {
      id: `${planCode}-${indicatorCode}`,
      planCode,
      regionCode,
      indicatorCode,
      milestones: [aMilestone(milestone)],
    })
    for (const [year, figure] of Object.entries(years)) {
      const told = typeof figure === 'string' ? { value: figure } : figure
      await addApproved(db, { regionCode, indicatorCode, year: Number(year), ...told }, REPORTED)
    }
  }

  await addIndicator(db)
  await promise('laboratories', {}, { 2021: '30', 2022: '32', 2024: '35', 2025: { value: '45', provisional: true } })
  await promise(
    'laboratories',
    { year: 2025, value: '8', baseline: aBaseline(2022, '4') },
    { 2023: '5', 2024: '9', 2025: '7' },
    { regionCode: '37', planCode: 'plan-37' },
  )
  await promise(
    'laboratories',
    { value: '60', baseline: null },
    { 2024: '50', 2025: '66' },
    { regionCode: '42', planCode: 'plan-42' },
  )

  const add = async (code: string, nameZh: string, nameEn: string, part: Parameters<typeof addIndicator>[1] = {}) =>
    await addIndicator(db, { code, nameZh, nameEn, shortNameZh: nameZh, shortNameEn: nameEn, ...part })
  await add('jump', '远超目标', 'Far beyond', { theme: 'talent' })
  await promise('jump', { value: '40' }, { 2024: '30', 2025: '120' })
  await add('fall', '远离目标', 'Far away')
  await promise('fall', {}, { 2024: '10', 2025: '-70' })
  await add('hold', '守住', 'Hold')
  await promise('hold', { value: '20' }, { 2024: '22', 2025: '19' })
  await add('built', '平台建成', 'Platform built', { kind: 'done', unitZh: '', unitEn: '', max: '1' })
  await promise('built', { value: '1', baseline: null }, { 2024: '0', 2025: '1' })
  await add('vague', '持续增长', 'Growth')
  await promise('vague', { value: null, wordingZh: '持续增长' }, { 2025: '9' })
  await add('empty', '没有数据', 'Nothing yet')
  await promise('empty', {}, {})
  for (let index = 1; index <= MANY; index++) {
    const code = `many-${index}`
    await add(code, `第 ${index} 项`, `Item ${index}`)
    await promise(
      code,
      { value: '100', baseline: aBaseline(2020, '0') },
      { 2025: `${index}` },
      { regionCode: '42', planCode: 'plan-42' },
    )
  }
}
