import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { AccountTerms } from './rows.ts'

/** The accounts as they stand, by username. */
export async function listAccounts(db: Kysely<Database>): Promise<AccountTerms[]> {
  return (await inForce(db).orderBy('username').execute()).map(toAccount)
}

export async function findAccount(db: Kysely<Database>, username: string): Promise<AccountTerms | undefined> {
  const row = await inForce(db).where('username', '=', username).executeTakeFirst()
  return row && toAccount(row)
}

/** What these people are called; nobody, and someone without an account, such as the program itself, is left out. */
export async function namesOf(
  db: Kysely<Database>,
  usernames: readonly (string | null | undefined)[],
): Promise<Record<string, string>> {
  const people = new Set(usernames.filter((username) => typeof username === 'string'))
  if (people.size === 0) return {}
  const rows = await inForce(db)
    .where('username', 'in', [...people])
    .execute()
  return Object.fromEntries(rows.map((row) => [row.username, row.display_name]))
}

/** The administrators who can sign in: active, with a password. */
export async function listAdministrators(db: Kysely<Database>): Promise<string[]> {
  const rows = await inForce(db)
    .where('role', '=', 'administrator')
    .where('active', '=', 1)
    .where('username', 'in', db.selectFrom('password').select('password.username'))
    .orderBy('username')
    .execute()
  return rows.map(({ username }) => username)
}

function inForce(db: Kysely<Database>) {
  return db
    .selectFrom('account_revision')
    .selectAll()
    .where((eb) =>
      eb(
        'account_revision.revision',
        '=',
        eb
          .selectFrom('account_revision as newest')
          .select((inner) => inner.fn.max('newest.revision').as('revision'))
          .whereRef('newest.username', '=', 'account_revision.username'),
      ),
    )
}

const toAccount = (row: Awaited<ReturnType<ReturnType<typeof inForce>['executeTakeFirstOrThrow']>>): AccountTerms => ({
  username: row.username,
  revision: row.revision,
  displayName: row.display_name,
  role: row.role,
  regionCode: row.region_code,
  email: row.email,
  active: row.active === 1,
})
