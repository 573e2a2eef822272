import { inWriteTransaction } from '../db/dialect.ts'
import type { User } from '../domain/access.ts'
import type { Context } from '../http/context.ts'
import { invalidField, Refusal } from '../http/refusal.ts'
import { hashAllowed } from './new-password.ts'
import { findPassword, setPassword } from './secrets.ts'
import { endSessionsOf } from './sessions.ts'
import { withProof } from './sign-in.ts'

export interface PasswordChange {
  user: User
  address: string
  /** The token of the session in which it is changed; the account's others end. */
  kept: string
  password: string
  newPassword: string
}

/** Changes one's own password. Wrong guesses at the old one are counted and held like those at sign-in. */
export async function changePassword(context: Context, change: PasswordChange): Promise<void> {
  const { db, clock, passwordPolicy } = context
  const { user, address, kept, password, newPassword } = change
  const { username } = user
  // Before anything is said of the new one: whether it was used before is for the owner to know.
  const proven = await withProof(context, { username, address, password }, (trx) => findPassword(trx, username)).catch(
    (error: unknown) => {
      throw error instanceof Refusal && error.statusCode === 401 ? invalidField('password', 'password-wrong') : error
    },
  )
  const hash = await hashAllowed(db, passwordPolicy, { username, password: newPassword, field: 'newPassword' })
  await inWriteTransaction(db, async (trx) => {
    const newest = await findPassword(trx, username)
    if (newest?.seq !== proven?.seq) throw invalidField('password', 'password-wrong')
    await setPassword(trx, user, clock(), { username, hash })
    await endSessionsOf(trx, username, kept)
  })
}
