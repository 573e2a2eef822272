import type { Kysely } from 'kysely'
import { findAccount } from '../../server/accounts/queries.ts'
import type { AccountTerms } from '../../server/accounts/rows.ts'
import { startSession } from '../../server/accounts/sessions.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import type { AccountRole } from '../../server/domain/words.ts'
import { NOW } from './app.ts'
import { record, START } from './world.ts'

interface NewAccount extends Partial<AccountTerms> {
  username: string
  role: AccountRole
}

/** An account without a password; reporters and reviewers are of Qinghai where nothing else is said. The region must be there. */
export async function addAccount(db: Kysely<Database>, part: NewAccount, at: Date = START): Promise<AccountTerms> {
  const isRegional = part.role === 'reporter' || part.role === 'reviewer'
  const account: AccountTerms = {
    revision: 1,
    displayName: part.username,
    regionCode: isRegional ? '63' : null,
    email: null,
    active: true,
    ...part,
  }
  await record(db, { action: 'account.revise', data: account }, at)
  return account
}

/** The headers by which a request is that of this account: a session of its own, begun without a password. */
export async function signIn(db: Kysely<Database>, username: string, now: Date = NOW): Promise<{ cookie: string }> {
  const account = await findAccount(db, username)
  if (account === undefined) throw new Error(`no account ${username}`)
  const token = await inWriteTransaction(db, (trx) => startSession(trx, account, now))
  return { cookie: `tanbiao_session=${token}` }
}
