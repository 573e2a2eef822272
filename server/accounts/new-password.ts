import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { passwordFaults } from '../domain/password-faults.ts'
import { POLICIES } from '../domain/policies.ts'
import type { PasswordPolicy } from '../domain/words.ts'
import { invalidFields } from '../http/refusal.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { listPasswords } from './secrets.ts'

/** The hash of a password that the policy lets the account have; refuses any other, naming the field. */
export async function hashAllowed(
  db: Kysely<Database>,
  policy: PasswordPolicy,
  { username, password, field }: { username: string; password: string; field: string },
): Promise<string> {
  const faults = passwordFaults(policy, password, username)
  if (faults.length > 0) throw invalidFields(faults.map((code) => ({ path: field, code })))
  for (const { hash } of await listPasswords(db, username, POLICIES[policy].passwords.remembered)) {
    if (await verifyPassword(password, hash)) throw invalidFields([{ path: field, code: 'password-used' }])
  }
  return await hashPassword(password)
}
