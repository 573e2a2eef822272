import type { Kysely, Transaction } from 'kysely'
import { recordChange } from '../audit/record.ts'
import type { Database } from '../db/schema.ts'
import type { User } from '../domain/access.ts'
import { isExpired, POLICIES } from '../domain/policies.ts'
import type { PasswordPolicy } from '../domain/words.ts'
import { findAccount } from './queries.ts'
import { findPassword } from './secrets.ts'
import { newToken, toHash } from './tokens.ts'

/** Begins a session; answers its token, which is told once. */
export async function startSession(trx: Transaction<Database>, user: User, now: Date): Promise<string> {
  const token = newToken()
  const at = now.toISOString()
  const { username } = user
  await recordChange(trx, user, now, { action: 'session.start', data: { username } })
  await trx
    .insertInto('session')
    .values({ token_hash: toHash(token), username, created_at: at, seen_at: at })
    .execute()
  return token
}

// Noted so seldom that reading costs no write.
const NOTED_AFTER_MS = 60_000

/** Who is signed in, and whether with a password that has to be changed before anything else. */
export interface Session {
  user: User
  passwordExpired: boolean
}

/** The session of a token; undefined where it has ended, was too long idle, or its account may not sign in. */
export async function findSession(
  db: Kysely<Database>,
  token: string,
  now: Date,
  policy: PasswordPolicy,
): Promise<Session | undefined> {
  const tokenHash = toHash(token)
  const session = await db.selectFrom('session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  if (session === undefined) return undefined
  const since = oldestOf(policy, now)
  if (session.seen_at < since.seenAt || session.created_at < since.createdAt) return undefined
  const account = await findAccount(db, session.username)
  if (account === undefined || !account.active) return undefined
  if (now.getTime() - Date.parse(session.seen_at) > NOTED_AFTER_MS) {
    await db.updateTable('session').set({ seen_at: now.toISOString() }).where('token_hash', '=', tokenHash).execute()
  }
  return { user: toUser(account), passwordExpired: await hasExpired(db, session.username, now, policy) }
}

/** What of an account everyone may know who knows that it is signed in. */
export const toUser = ({ username, displayName, role, regionCode }: User): User => ({
  username,
  displayName,
  role,
  regionCode,
})

async function hasExpired(db: Kysely<Database>, username: string, now: Date, policy: PasswordPolicy): Promise<boolean> {
  if (POLICIES[policy].passwords.expiresAfterDays === null) return false
  const password = await findPassword(db, username)
  return password !== undefined && isExpired(policy, password.setAt, now)
}

/** Sessions seen or begun before these instants have ended. */
function oldestOf(policy: PasswordPolicy, now: Date): { seenAt: string; createdAt: string } {
  const { idleMinutes, absoluteHours } = POLICIES[policy].sessions
  return {
    seenAt: new Date(now.getTime() - idleMinutes * 60_000).toISOString(),
    createdAt: new Date(now.getTime() - absoluteHours * 3_600_000).toISOString(),
  }
}

/** Ends every session, without a line of the log: those of a restored backup, of which nobody knows which had ended since. */
export async function endAllSessions(db: Kysely<Database>): Promise<void> {
  await db.deleteFrom('session').execute()
}

/** Ends one session. */
export async function endSession(trx: Transaction<Database>, user: User, token: string, now: Date): Promise<void> {
  await recordChange(trx, user, now, { action: 'session.end', data: { username: user.username } })
  await trx.deleteFrom('session').where('token_hash', '=', toHash(token)).execute()
}

/** Ends all sessions of an account, but for the one that does it; the line of the log is that of its reason. */
export async function endSessionsOf(trx: Transaction<Database>, username: string, except?: string): Promise<void> {
  let sessions = trx.deleteFrom('session').where('username', '=', username)
  if (except !== undefined) sessions = sessions.where('token_hash', '<>', toHash(except))
  await sessions.execute()
}

/** Throws away what nobody can use any more. */
export async function dropEndedSessions(trx: Transaction<Database>, now: Date, policy: PasswordPolicy): Promise<void> {
  const since = oldestOf(policy, now)
  await trx
    .deleteFrom('session')
    .where((eb) => eb.or([eb('seen_at', '<', since.seenAt), eb('created_at', '<', since.createdAt)]))
    .execute()
}
