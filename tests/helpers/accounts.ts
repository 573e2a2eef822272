import type { Kysely } from 'kysely'
import { hashPassword } from '../../server/accounts/passwords.ts'
import { findAccount } from '../../server/accounts/queries.ts'
import type { AccountTerms } from '../../server/accounts/rows.ts'
import { setPassword } from '../../server/accounts/secrets.ts'
import { startSession } from '../../server/accounts/sessions.ts'
import { listLines } from '../../server/audit/queries.ts'
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

/** Gives an account a password, as its owner would. */
export async function givePassword(
  db: Kysely<Database>,
  username: string,
  password: string,
  at: Date = START,
): Promise<void> {
  const account = await findAccount(db, username)
  if (account === undefined) throw new Error(`no account ${username}`)
  const hash = await hashPassword(password)
  await inWriteTransaction(db, (trx) => setPassword(trx, account, at, { username, hash }))
}

/** What the log says happened after its first `from` lines: action, object, and data. */
export async function loggedSince(db: Kysely<Database>, from: number): Promise<Record<string, unknown>[]> {
  const lines = (await listLines(db)).slice(from).map((line) => JSON.parse(line) as Record<string, unknown>)
  return lines.map(({ actor, action, object, data, reason }) => ({ actor, action, object, data, reason }))
}

/** The token of the session cookie that an answer sets; undefined where it sets none. */
export function cookieOf(headers: Record<string, unknown>): string | undefined {
  return /^(tanbiao_session=[^;]+);/.exec([headers['set-cookie']].flat().map(String).join('\n'))?.[1]
}
