import type { Kysely } from 'kysely'
import { connect } from '../../server/db/connect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import type { Database } from '../../server/db/schema.ts'
import { addAccount, signIn } from '../helpers/accounts.ts'
import { addRound } from '../helpers/desk.ts'
import { addGround, addIndicator } from '../helpers/world.ts'

/** Where the database of a proof is: what `connect` takes and what the program reads from its environment. */
export interface Place {
  dataDir: string
  url?: string
}

export const environmentOf = ({ dataDir, url }: Place): Record<string, string> => ({
  DATA_DIR: dataDir,
  ...(url !== undefined && { DATABASE_URL: url }),
})

export const indicatorName = (index: number): string => `indicator-${index}`

/** A database with a region, that many indicators, an open round of last year, and sessions of two reporters, two reviewers and an auditor. */
export async function prepareDesk(
  place: Place,
  indicators: number,
): Promise<{ cookies: Record<string, string>; year: number }> {
  const db: Kysely<Database> = connect({ dataDir: place.dataDir, url: place.url })
  await migrateToLatest(db)
  const now = new Date()
  const year = now.getUTCFullYear() - 1
  await addGround(db)
  const codes = Array.from({ length: indicators }, (_, index) => indicatorName(index))
  for (const code of codes) await addIndicator(db, { code, min: null })
  const cookies: Record<string, string> = {}
  for (const [username, role] of [
    ['first', 'reporter'],
    ['second', 'reporter'],
    ['one', 'reviewer'],
    ['other', 'reviewer'],
    ['auditor', 'auditor'],
  ] as const) {
    await addAccount(db, { username, role })
  }
  // So that no one-time link is given for a first administrator.
  await addAccount(db, { username: 'administrator', role: 'administrator' })
  await addRound(db, { year, indicatorCodes: codes, opensOn: `${year}-01-01`, closesOn: `${year + 10}-12-31` })
  for (const username of ['first', 'second', 'one', 'other', 'auditor']) {
    cookies[username] = (await signIn(db, username, now)).cookie
  }
  await db.destroy()
  return { cookies, year }
}
