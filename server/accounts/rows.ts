import type { Transaction } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { AccountRole } from '../domain/words.ts'

/** One revision of an account, whole. */
export interface AccountTerms {
  username: string
  revision: number
  displayName: string
  role: AccountRole
  /** Of reporters and reviewers only. */
  regionCode: string | null
  email: string | null
  /** Without it, nobody signs in. */
  active: boolean
}

/** Writes one revision of an account, and with its first revision the account itself. */
export async function insertAccount(trx: Transaction<Database>, seq: number, account: AccountTerms): Promise<void> {
  const { username, revision } = account
  if (revision === 1) await trx.insertInto('account').values({ username, seq }).execute()
  await trx
    .insertInto('account_revision')
    .values({
      seq,
      username,
      revision,
      display_name: account.displayName,
      role: account.role,
      region_code: account.regionCode,
      email: account.email,
      active: account.active ? 1 : 0,
    })
    .execute()
}
