import type { Kysely } from 'kysely'
import { recordChange } from '../../server/audit/record.ts'
import type { Change } from '../../server/audit/change.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import { addAccount } from '../helpers/accounts.ts'
import { aBaseline, aMilestone, anIndicator, aTarget, PLAN } from '../helpers/world.ts'

/** Who may enter what, so that there is something to write beside the data that are there. */
export interface Ground {
  auditor: string
  /** Regions with an account for each of two: who enters, and who decides. */
  regions: { code: string; reporter: string; reviewer: string }[]
  /** All regions are asked for these, measured in `value`. */
  indicators: string[]
  /** Open years, the last of which is the last year. */
  years: number[]
  /** Of a target of the first region and the last indicator. */
  targetId: string
}

const INDICATORS = 200
const YEARS = 11
/** A code that no region of China begins with. */
const FIRST_REGION = 900_001

/** Lays it anew each time, so that nobody has entered anything there; indicators of the data are used as far as they go. */
export async function layGround(db: Kysely<Database>, regionCount: number): Promise<Ground> {
  const now = new Date()
  const lastYear = now.getUTCFullYear() - 1
  const indicators = await indicatorCodes(db)
  const taken = await db.selectFrom('region').select('code').where('code', 'like', '90____').execute()
  const first = FIRST_REGION + taken.length
  const regions = Array.from({ length: regionCount }, (_, at) => {
    const code = String(first + at)
    return { code, reporter: `bench-reporter-${code}`, reviewer: `bench-reviewer-${code}` }
  })
  const ground = {
    auditor: `bench-auditor-${first}`,
    regions,
    indicators,
    years: Array.from({ length: YEARS }, (_, at) => lastYear - YEARS + 1 + at),
    targetId: `bench-target-${first}`,
  }
  await lay(db, ground, now)
  return ground
}

/** 200 that are measured in `value` and may be any number from 10 to 20: of the data, and invented ones where these are fewer. */
async function indicatorCodes(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom('indicator')
    .select('code')
    .where('kind', 'in', ['level', 'flow', 'cumulative'])
    .where('code', 'not like', 'bench-%')
    .where('max_value', 'is', null)
    .orderBy('code')
    .limit(INDICATORS - 1)
    .execute()
  const invented = Array.from({ length: INDICATORS - rows.length }, (_, at) => `bench-${at}`)
  return [...rows.map(({ code }) => code), ...invented]
}

async function lay(db: Kysely<Database>, ground: Ground, now: Date): Promise<void> {
  const [region] = ground.regions
  const regionCodes = ground.regions.map(({ code }) => code)
  const known = await db.selectFrom('indicator').select('code').where('code', 'in', ground.indicators).execute()
  const theme = await db.selectFrom('theme').select('code').orderBy('code').executeTakeFirstOrThrow()
  const invented = ground.indicators.filter((code) => known.every((one) => one.code !== code))
  const planCode = `bench-plan-${region?.code ?? ''}`
  const ofTarget = ground.indicators.at(-1) ?? ''
  const changes: Change[] = [
    ...regionCodes.map(
      (code): Change => ({
        action: 'region.add',
        data: { code, nameZh: `测试县${code}`, nameEn: `Test county ${code}`, parentCode: null },
      }),
    ),
    ...invented.map(
      (code): Change => ({
        action: 'indicator.add',
        data: anIndicator({ code, nameZh: code, nameEn: code, theme: theme.code }),
      }),
    ),
    { action: 'plan.add', data: { ...PLAN, code: planCode, regionCode: region?.code ?? '' } },
    {
      action: 'target.revise',
      data: aTarget({
        id: ground.targetId,
        planCode,
        regionCode: region?.code ?? '',
        indicatorCode: ofTarget,
        milestones: [aMilestone({ value: '30', baseline: aBaseline(2020, '5') })],
      }),
    },
    ...ground.years.map(
      (year): Change => ({
        action: 'round.revise',
        data: {
          ...{ roundId: null, revision: 1, year, kind: 'annual', regionCodes, indicatorCodes: ground.indicators },
          ...{ opensOn: '2000-01-01', closesOn: '2999-12-31' },
        },
      }),
    ),
  ]
  await inWriteTransaction(db, async (trx) => {
    for (const change of changes) await recordChange(trx, { username: 'bench', role: 'administrator' }, now, change)
  })
  await addAccount(db, { username: ground.auditor, role: 'auditor' }, now)
  for (const { code, reporter, reviewer } of ground.regions) {
    await addAccount(db, { username: reporter, role: 'reporter', regionCode: code }, now)
    await addAccount(db, { username: reviewer, role: 'reviewer', regionCode: code }, now)
  }
}
