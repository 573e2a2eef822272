import type { Kysely } from 'kysely'
import { loadPlans } from '../../seeds/load.ts'
import { connect } from '../../server/db/connect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import type { Database } from '../../server/db/schema.ts'
import { addAccount, signIn } from '../helpers/accounts.ts'
import { addRound } from '../helpers/desk.ts'
import { addIndicator, record } from '../helpers/world.ts'
import type { Place } from './proof-desk.ts'

/** Someone of the crowd, with a session. */
export interface Member {
  username: string
  role: 'reporter' | 'reviewer' | 'leader'
  /** Their own; of a leader, one to look at. */
  regionCode: string
  cookie: string
}

export interface CrowdWorld {
  members: Member[]
  indicatorCodes: string[]
  year: number
}

const FIGURES_PER_REGION = 6

/**
 * The five plans, and for two of every five people a region of which one is the reporter and the other the reviewer; the
 * fifth is a leader. A round of last year is open in all of these regions.
 */
export async function prepareCrowd(place: Place, people: number): Promise<CrowdWorld> {
  const db: Kysely<Database> = connect(place)
  await migrateToLatest(db)
  const now = new Date()
  const year = now.getUTCFullYear() - 1
  await loadPlans(db, now)
  const { code: theme } = await db.selectFrom('theme').select('code').executeTakeFirstOrThrow()
  const indicatorCodes = Array.from({ length: FIGURES_PER_REGION }, (_, index) => `crowd-${index}`)
  for (const code of indicatorCodes) await addIndicator(db, { code, theme, min: null })
  const regionCodes = Array.from(
    { length: Math.ceil(people / 2.5) },
    (_, index) => `63${String(index + 1).padStart(4, '0')}`,
  )
  for (const code of regionCodes) {
    const data = { code, nameZh: `试验县${code}`, nameEn: `County ${code}`, parentCode: '63' }
    await record(db, { action: 'region.add', data })
  }
  await addRound(db, { year, regionCodes, indicatorCodes, opensOn: `${year}-01-01`, closesOn: `${year + 10}-12-31` })
  // So that no one-time link is given for a first administrator.
  await addAccount(db, { username: 'administrator', role: 'administrator' })
  const members: Member[] = []
  for (let index = 0; index < people; index++) {
    const role = (['reporter', 'reviewer', 'reporter', 'reviewer', 'leader'] as const)[index % 5] ?? 'leader'
    const pair = Math.floor(index / 5) * 2 + (index % 5 >= 2 ? 1 : 0)
    const regionCode = regionCodes[pair % regionCodes.length] ?? '63'
    const username = `person-${index}`
    await addAccount(db, { username, role, regionCode: role === 'leader' ? null : regionCode })
    members.push({ username, role, regionCode, ...(await signIn(db, username, now)) })
  }
  await db.destroy()
  return { members, indicatorCodes, year }
}
