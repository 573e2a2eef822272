import type { Kysely } from 'kysely'
import { recordChange } from '../audit/record.ts'
import type { Database } from '../db/schema.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import { PROGRAM } from './program.ts'
import { findAccount } from './queries.ts'
import type { AccountTerms } from './rows.ts'
import { giveLink, type Link } from './secrets.ts'

const FIRST: AccountTerms = {
  username: 'admin',
  revision: 1,
  displayName: '管理员',
  role: 'administrator',
  regionCode: null,
  email: null,
  active: true,
}

/**
 * The link by which the first administrator sets a password; undefined once any administrator has had one.
 *
 * Each call gives a new link, and voids the one before.
 */
export async function inviteFirstAdministrator(db: Kysely<Database>, now: Date): Promise<Link | undefined> {
  return await inWriteTransaction(db, async (trx) => {
    const existing = await trx
      .selectFrom('password')
      .innerJoin('account_revision', 'account_revision.username', 'password.username')
      .select('password.seq')
      .where('account_revision.role', '=', 'administrator')
      .limit(1)
      .executeTakeFirst()
    if (existing !== undefined) return undefined
    const { username } = FIRST
    if ((await findAccount(trx, username)) === undefined) {
      await recordChange(trx, PROGRAM, now, { action: 'account.revise', data: FIRST })
    }
    return await giveLink(trx, PROGRAM, now, { username })
  })
}
