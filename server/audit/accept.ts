import type { Kysely } from 'kysely'
import { verifyPassword } from '../accounts/passwords.ts'
import { findAccount } from '../accounts/queries.ts'
import { findPassword } from '../accounts/secrets.ts'
import { inWriteTransaction, whileNobodyWrites } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import { GENESIS } from './chain.ts'
import { compareWithHead, signEnd } from './head.ts'
import { keepPair, readUnsigned, type SignedHead } from './head-file.ts'
import { nameKey, settleKeys } from './key-lines.ts'
import { makeKey, writePublicKey } from './keys.ts'
import { findLastLine } from './queries.ts'
import { type Actor, recordChange } from './record.ts'

/** The auditor whose name and password these are. Throws one sentence for whoever else it is. */
export async function findAuditor(db: Kysely<Database>, username: string, password: string): Promise<Actor> {
  const account = await findAccount(db, username)
  const isTheirs = await verifyPassword(password, (await findPassword(db, username))?.hash)
  if (isTheirs && account?.active && account.role === 'auditor') return account
  throw new Error(
    'Only an auditor accepts a log: this is not the name and password of an active account with that role.',
  )
}

/**
 * Goes on with the log as it is: a line says what HEAD said and what the log has, who accepts that and why; then the end is
 * signed anew. The pair that was there is kept beside. Answers undefined where the log is as HEAD says.
 */
export async function acceptLog(
  db: Kysely<Database>,
  folder: string,
  { auditor, reason }: { auditor: Actor; reason: string },
  now: Date,
): Promise<SignedHead | undefined> {
  const isAccepted = await inWriteTransaction(db, async (trx) => {
    const { trouble: found } = await compareWithHead(trx, folder)
    if (found === undefined) return false
    const last = await findLastLine(trx)
    const log = { lines: last?.seq ?? 0, hash: last?.hash ?? GENESIS }
    const head = readUnsigned(folder) ?? null
    await recordChange(trx, auditor, now, { action: 'audit.accept', data: { found, head, log } }, reason)
    await nameKey(trx, (await settleKeys(trx, folder)) ?? (await makeKey(folder)), now)
    return true
  })
  if (!isAccepted) return undefined
  return await whileNobodyWrites(db, async (trx) => {
    const signer = await settleKeys(trx, folder)
    if (signer === undefined) throw new Error(`There is no key in ${folder}.`)
    await writePublicKey(folder, signer)
    await keepPair(folder, now)
    return await signEnd(trx, folder, signer, now)
  })
}
