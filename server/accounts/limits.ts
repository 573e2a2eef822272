import { isIPv6 } from 'node:net'
import type { Transaction } from 'kysely'
import type { Database } from '../db/schema.ts'
import { ACCOUNT_ATTEMPTS, ADDRESS_ATTEMPTS, type AttemptLimits, POLICIES, waitSeconds } from '../domain/policies.ts'
import type { PasswordPolicy } from '../domain/words.ts'
import { toHash } from './tokens.ts'

/** Someone who says a password for an account, which may not exist. */
export interface Attempt {
  username: string
  address: string
}

/** One way of counting failures. */
interface Count {
  key: string
  limits: AttemptLimits
}

// The longest hold is shorter.
const FORGOTTEN_AFTER_MS = 3_600_000

/**
 * What an attempt is counted by. The name may be a password typed in the wrong place, so no key can be read.
 *
 * The owner of an account and whoever guesses at it from elsewhere are counted apart, so that the one is not held for the
 * other, until so many have guessed that the account itself is.
 */
function countsOf({ username, address }: Attempt, policy: PasswordPolicy): { own: Count[]; ofAddress: Count } {
  const network = networkOf(address)
  return {
    own: [
      { key: toHash(JSON.stringify(['account-address', username, network])), limits: POLICIES[policy].attempts },
      { key: toHash(JSON.stringify(['account', username])), limits: ACCOUNT_ATTEMPTS },
    ],
    ofAddress: { key: toHash(JSON.stringify(['address', network])), limits: ADDRESS_ATTEMPTS },
  }
}

/** One customer of IPv6 has 2⁶⁴ addresses, and is counted as one. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address.replace(/^::ffff:/, '')
  const [head = '', tail] = address.split('::')
  const before = head.split(':')
  const after = tail === undefined ? [] : tail.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}

/**
 * Takes an attempt, or answers the instant until which it has to wait.
 *
 * It is counted as a failure before anyone looks at the password, so that of many at once not all are taken. An attempt
 * that has to wait is not counted.
 */
export async function admitAttempt(
  trx: Transaction<Database>,
  attempt: Attempt,
  now: Date,
  policy: PasswordPolicy,
): Promise<Date | undefined> {
  const { own, ofAddress } = countsOf(attempt, policy)
  let until = now.getTime()
  for (const count of [...own, ofAddress]) until = Math.max(until, await waitsUntil(trx, count, now))
  if (until > now.getTime()) return new Date(until)
  for (const count of own) await addFailure(trx, count, now)
  return undefined
}

/** An admitted attempt has failed; answers whether that begins a hold. */
export async function noteFailure(
  trx: Transaction<Database>,
  attempt: Attempt,
  now: Date,
  policy: PasswordPolicy,
): Promise<boolean> {
  const { own, ofAddress } = countsOf(attempt, policy)
  await addFailure(trx, ofAddress, now)
  for (const count of [...own, ofAddress]) {
    const found = await findFailures(trx, count, now)
    if (found !== undefined && found.failures >= count.limits.heldFrom) return true
  }
  return false
}

/** An admitted attempt has succeeded: the account is forgiven at this address, and elsewhere this attempt only. */
export async function noteSuccess(
  trx: Transaction<Database>,
  attempt: Attempt,
  now: Date,
  policy: PasswordPolicy,
): Promise<void> {
  const [here, anywhere] = countsOf(attempt, policy).own
  if (here !== undefined) await trx.deleteFrom('sign_in_limit').where('key', '=', here.key).execute()
  const found = anywhere && (await findFailures(trx, anywhere, now))
  if (found === undefined) return
  const { key, failures } = found
  if (failures === 1) await trx.deleteFrom('sign_in_limit').where('key', '=', key).execute()
  else
    await trx
      .updateTable('sign_in_limit')
      .set({ failures: failures - 1 })
      .where('key', '=', key)
      .execute()
}

async function waitsUntil(trx: Transaction<Database>, count: Count, now: Date): Promise<number> {
  const found = await findFailures(trx, count, now)
  if (found === undefined) return 0
  return Date.parse(found.last_at) + waitSeconds(count.limits, found.failures) * 1000
}

async function findFailures(trx: Transaction<Database>, { key }: Count, now: Date) {
  return await trx
    .selectFrom('sign_in_limit')
    .selectAll()
    .where('key', '=', key)
    .where('last_at', '>=', forgottenBefore(now))
    .executeTakeFirst()
}

async function addFailure(trx: Transaction<Database>, count: Count, now: Date): Promise<void> {
  const found = await findFailures(trx, count, now)
  await trx.deleteFrom('sign_in_limit').where('last_at', '<', forgottenBefore(now)).execute()
  const row = { failures: (found?.failures ?? 0) + 1, last_at: now.toISOString() }
  await trx
    .insertInto('sign_in_limit')
    .values({ key: count.key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
}

const forgottenBefore = (now: Date): string => new Date(now.getTime() - FORGOTTEN_AFTER_MS).toISOString()
