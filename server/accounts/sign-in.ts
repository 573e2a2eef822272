import type { Transaction } from 'kysely'
import { recordChange } from '../audit/record.ts'
import type { Database } from '../db/schema.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import type { User } from '../domain/access.ts'
import { isExpired } from '../domain/policies.ts'
import type { Context } from '../http/context.ts'
import { Refusal } from '../http/refusal.ts'
import { admitAttempt, type Attempt, noteFailure, noteSuccess } from './limits.ts'
import { verifyPassword } from './passwords.ts'
import { PROGRAM } from '../audit/program.ts'
import { findAccount } from './queries.ts'
import type { AccountTerms } from './rows.ts'
import { findPassword } from './secrets.ts'
import { dropEndedSessions, endSession, type Session, startSession, toUser } from './sessions.ts'

/** A session that has begun, with its token, which is told once. */
export interface NewSession extends Session {
  token: string
}

/** The session that a browser had before; it ends with the new one's beginning. */
export interface Replaced {
  user: User
  token: string
}

/**
 * Signs in. Why it fails is told to nobody: unknown, wrong, inactive and without a password are the same answer after the
 * same work.
 */
export async function signIn(
  context: Context,
  attempt: Attempt & { password: string },
  replaced: Replaced | undefined,
): Promise<NewSession> {
  return await withProof(context, attempt, async (trx, account, now) => {
    await dropEndedSessions(trx, now, context.passwordPolicy)
    const session = await beginSession(trx, account, now, replaced)
    const password = await findPassword(trx, account.username)
    const passwordExpired = password !== undefined && isExpired(context.passwordPolicy, password.setAt, now)
    return { ...session, passwordExpired }
  })
}

/** Always a token of its own, so that one that someone put into the browser before is worth nothing. */
export async function beginSession(
  trx: Transaction<Database>,
  account: User,
  now: Date,
  replaced: Replaced | undefined,
): Promise<{ user: User; token: string }> {
  if (replaced !== undefined) await endSession(trx, replaced.user, replaced.token, now)
  const user = toUser(account)
  return { user, token: await startSession(trx, user, now) }
}

/** Does what takes the account's password, all in the transaction in which the proof counts; refuses where it is none. */
export async function withProof<Result>(
  context: Context,
  { password, ...attempt }: Attempt & { password: string },
  act: (trx: Transaction<Database>, account: AccountTerms, now: Date) => Promise<Result>,
): Promise<Result> {
  const { db, clock, passwordPolicy } = context
  const wait = await inWriteTransaction(db, (trx) => admitAttempt(trx, attempt, clock(), passwordPolicy))
  if (wait !== undefined) throw tooSoon(wait, clock())
  // What is no username is looked up too, as one that nobody has; a database refuses some of what people can send.
  const username = /^[a-z0-9-]+$/.test(attempt.username) ? attempt.username : '-'
  const known = await findPassword(db, username)
  const isRight = await verifyPassword(password, known?.hash)
  const done = await inWriteTransaction(db, async (trx): Promise<{ result: Result } | undefined> => {
    const now = clock()
    const account = await findAccount(trx, username)
    // It may have been set anew while it was looked at.
    const isStillRight = isRight && (await findPassword(trx, username))?.seq === known?.seq
    if (account?.active && isStillRight) {
      await noteSuccess(trx, attempt, now, passwordPolicy)
      return { result: await act(trx, account, now) }
    }
    await tellFailure(trx, account, now, isStillRight)
    if (await noteFailure(trx, attempt, now, passwordPolicy)) await tellHold(trx, account, now)
    return undefined
  })
  if (done === undefined) throw new Refusal(401, 'sign-in-failed')
  return done.result
}

async function tellFailure(
  trx: Transaction<Database>,
  account: AccountTerms | undefined,
  now: Date,
  isRight: boolean,
): Promise<void> {
  const why = isRight ? 'inactive' : 'wrong'
  const data = { username: account?.username ?? null, why } as const
  await recordChange(trx, PROGRAM, now, { action: 'session.refuse', data })
}

/** One line where a hold begins, and none for what is tried during it: nobody can fill the log. */
async function tellHold(trx: Transaction<Database>, account: AccountTerms | undefined, now: Date): Promise<void> {
  const data = { username: account?.username ?? null, why: 'held' } as const
  await recordChange(trx, PROGRAM, now, { action: 'session.refuse', data })
}

function tooSoon(until: Date, now: Date): Refusal {
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000)
  const time = new Date(until.getTime() + 8 * 3_600_000 + 999).toISOString().slice(11, 19)
  const detail = {
    'zh-CN': `尝试次数过多，暂停登录。请在 ${time}（北京时间）以后再试；已经登录的不受影响。`,
    en: `Too many attempts; signing in is held. Try again after ${time} (Beijing time); who is signed in already is not affected.`,
  }
  return new Refusal(429, 'sign-in-held', [], { detail, retryAfterSeconds: seconds })
}
