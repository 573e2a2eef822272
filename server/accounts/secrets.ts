import type { Kysely, Transaction } from 'kysely'
import { type Actor, recordChange } from '../audit/record.ts'
import type { Database } from '../db/schema.ts'
import { newToken, toHash } from './tokens.ts'

const INVITATION_DAYS = 7

export interface StoredPassword {
  /** The line of the log in which it was set. */
  seq: number
  hash: string
  setAt: Date
}

/** The newest passwords of an account, newest first. */
export async function listPasswords(db: Kysely<Database>, username: string, limit: number): Promise<StoredPassword[]> {
  const rows = await db
    .selectFrom('password')
    .innerJoin('audit_line', 'audit_line.seq', 'password.seq')
    .select(['password.seq', 'password.hash', 'audit_line.at'])
    .where('password.username', '=', username)
    .orderBy('password.seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ seq, hash, at }) => ({ seq, hash, setAt: new Date(at) }))
}

/** The password that counts; undefined as long as none was ever set. */
export async function findPassword(db: Kysely<Database>, username: string): Promise<StoredPassword | undefined> {
  const [newest] = await listPasswords(db, username, 1)
  return newest
}

/** Sets a password, of which the log says no more than that; voids every link that was given before. */
export async function setPassword(
  trx: Transaction<Database>,
  actor: Actor,
  at: Date,
  { username, hash, invitationSeq = null }: { username: string; hash: string; invitationSeq?: number | null },
): Promise<void> {
  const seq = await recordChange(trx, actor, at, { action: 'account.set-password', data: { username } })
  await trx.insertInto('password').values({ seq, username, hash, invitation_seq: invitationSeq }).execute()
}

/** A one-time link: the address below the site's own, told once, and until when it can be used. */
export interface Link {
  path: string
  expiresAt: string
}

/** Gives a link by which whoever has it sets the account's password; one that was given before is void. */
export async function giveLink(
  trx: Transaction<Database>,
  actor: Actor,
  at: Date,
  { username, reason }: { username: string; reason?: string | undefined },
): Promise<Link> {
  const token = newToken()
  const expiresAt = new Date(at.getTime() + INVITATION_DAYS * 86_400_000).toISOString()
  const seq = await recordChange(trx, actor, at, { action: 'account.invite', data: { username, expiresAt } }, reason)
  await trx
    .insertInto('invitation')
    .values({ seq, username, token_hash: toHash(token), expires_at: expiresAt })
    .execute()
  return { path: `/welcome/${token}`, expiresAt }
}

export interface Invitation {
  seq: number
  username: string
  expiresAt: string
}

/** The links that can be used: of each account the newest, unless it has expired or a password was set since. */
export function openInvitations(db: Kysely<Database>, now: Date) {
  return db
    .selectFrom('invitation')
    .select(['seq', 'username', 'expires_at as expiresAt'])
    .where('expires_at', '>', now.toISOString())
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('invitation as later')
            .select('later.seq')
            .whereRef('later.username', '=', 'invitation.username')
            .whereRef('later.seq', '>', 'invitation.seq'),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('password')
            .select('password.seq')
            .whereRef('password.username', '=', 'invitation.username')
            .whereRef('password.seq', '>', 'invitation.seq'),
        ),
      ),
    )
}

/** What a link stands for; undefined where it was never given, was used or is void. */
export async function findInvitation(db: Kysely<Database>, token: string, now: Date): Promise<Invitation | undefined> {
  return await openInvitations(db, now).where('token_hash', '=', toHash(token)).executeTakeFirst()
}
