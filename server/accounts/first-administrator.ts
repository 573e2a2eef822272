import type { Kysely } from 'kysely'
import { recordChange } from '../audit/record.ts'
import type { Database } from '../db/schema.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import { PROGRAM } from '../audit/program.ts'
import { listAccounts } from './queries.ts'
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
 * Each call gives a new link, and voids the one before. After a database was rebuilt from its log, which holds no
 * passwords, it is for an administrator who was one before.
 */
export async function inviteFirstAdministrator(
  db: Kysely<Database>,
  now: Date,
): Promise<(Link & { username: string }) | undefined> {
  return await inWriteTransaction(db, async (trx) => {
    const existing = await trx
      .selectFrom('password')
      .innerJoin('account_revision', 'account_revision.username', 'password.username')
      .select('password.seq')
      .where('account_revision.role', '=', 'administrator')
      .limit(1)
      .executeTakeFirst()
    if (existing !== undefined) return undefined
    const able = (await listAccounts(trx)).filter(({ role, active }) => role === 'administrator' && active)
    const username = (able.find((account) => account.username === FIRST.username) ?? able[0] ?? FIRST).username
    if (able.length === 0) await recordChange(trx, PROGRAM, now, { action: 'account.revise', data: FIRST })
    return { username, ...(await giveLink(trx, PROGRAM, now, { username })) }
  })
}
