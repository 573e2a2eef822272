import { type Kysely, sql } from 'kysely'
import type { Account } from '../contract/account.ts'
import type { Database } from '../db/schema.ts'
import { openInvitations } from './secrets.ts'

/** The accounts with all that they were, by username; with `username` that one or none. */
export async function listAccountsWithHistory(db: Kysely<Database>, now: Date, username?: string): Promise<Account[]> {
  const histories = await listHistories(db, username)
  const withPassword = new Set((await db.selectFrom('password').select('username').execute()).map(nameOf))
  const invited = new Set((await openInvitations(db, now).execute()).map(nameOf))
  const lastSeen = await listLastSeen(db)
  return [...histories].flatMap(([name, history]) => {
    const newest = history.at(-1)
    if (newest === undefined) return []
    const { displayName, role, regionCode, email, active, revision } = newest
    const terms = { displayName, role, regionCode, email, active, revision }
    const hasPassword = withPassword.has(name)
    const lastSeenAt = lastSeen.get(name) ?? null
    return { username: name, ...terms, hasPassword, invited: invited.has(name), lastSeenAt, history }
  })
}

const nameOf = ({ username }: { username: string }): string => username

async function listHistories(db: Kysely<Database>, username?: string): Promise<Map<string, Account['history']>> {
  let revisions = db
    .selectFrom('account_revision')
    .innerJoin('audit_line', 'audit_line.seq', 'account_revision.seq')
    .selectAll('account_revision')
    .select(['audit_line.at', 'audit_line.actor', 'audit_line.reason'])
    .orderBy('account_revision.username')
    .orderBy('account_revision.revision')
  if (username !== undefined) revisions = revisions.where('account_revision.username', '=', username)
  const rows = await revisions.execute()
  const byName = Map.groupBy(rows, nameOf)
  return new Map(
    [...byName].map(([name, own]) => [
      name,
      own.map((row) => ({
        revision: row.revision,
        at: row.at,
        by: row.actor,
        reason: row.reason,
        displayName: row.display_name,
        role: row.role,
        regionCode: row.region_code,
        email: row.email,
        active: row.active === 1,
      })),
    ]),
  )
}

/** When each account was last seen: in a session that still runs, or at its last sign-in. */
async function listLastSeen(db: Kysely<Database>): Promise<Map<string, string>> {
  const running = await db
    .selectFrom('session')
    .select(['username', (eb) => eb.fn.max('seen_at').as('at')])
    .groupBy('username')
    .execute()
  const begun = await db
    .selectFrom('account')
    .innerJoin('audit_line', (join) => join.on('audit_line.object', '=', sql<string>`'account/' || account.username`))
    .select(['account.username', (eb) => eb.fn.max('audit_line.at').as('at')])
    .where('audit_line.action', '=', 'session.start')
    .groupBy('account.username')
    .execute()
  const newest = new Map<string, string>()
  for (const { username, at } of [...begun, ...running]) {
    if (at > (newest.get(username) ?? '')) newest.set(username, at)
  }
  return newest
}
