import { createHash, randomBytes } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { recordChange } from '../audit/record.ts'
import type { Database } from '../db/schema.ts'
import type { User } from '../domain/access.ts'
import type { SessionLimits } from '../domain/policies.ts'
import { findAccount } from './queries.ts'

const TOKEN_BYTES = 32

/** Who holds a token is who is signed in; only its hash is stored, so the database opens no session. */
const toHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Begins a session; answers its token, which is told once. */
export async function startSession(trx: Transaction<Database>, user: User, now: Date): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
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

/** Whose session it is; undefined where it has ended, was too long idle, or its account may not sign in. */
export async function findSessionUser(
  db: Kysely<Database>,
  token: string,
  now: Date,
  limits: SessionLimits,
): Promise<User | undefined> {
  const tokenHash = toHash(token)
  const session = await db.selectFrom('session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  if (session === undefined) return undefined
  const idleMs = now.getTime() - Date.parse(session.seen_at)
  const ageMs = now.getTime() - Date.parse(session.created_at)
  if (idleMs > limits.idleMinutes * 60_000 || ageMs > limits.absoluteHours * 3_600_000) return undefined
  const account = await findAccount(db, session.username)
  if (account === undefined || !account.active) return undefined
  if (idleMs > NOTED_AFTER_MS) {
    await db.updateTable('session').set({ seen_at: now.toISOString() }).where('token_hash', '=', tokenHash).execute()
  }
  const { username, displayName, role, regionCode } = account
  return { username, displayName, role, regionCode }
}

/** Ends one session. */
export async function endSession(trx: Transaction<Database>, user: User, token: string, now: Date): Promise<void> {
  await recordChange(trx, user, now, { action: 'session.end', data: { username: user.username } })
  await trx.deleteFrom('session').where('token_hash', '=', toHash(token)).execute()
}
