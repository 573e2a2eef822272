import { existsSync, readFileSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Kysely, Transaction } from 'kysely'
import { inWriteTransaction } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import { replaceDurably, syncFolder } from './durable-file.ts'
import {
  derOf,
  findSigner,
  fingerprintOf,
  keptPublicKey,
  makeKey,
  NEXT_PRIVATE_KEY,
  PRIVATE_KEY,
  type Signer,
  writePublicKey,
} from './keys.ts'
import { PROGRAM } from './program.ts'
import { recordChange } from './record.ts'

/** A key that the log names, and the one of which it took the place. */
export interface NamedKey {
  seq: number
  fingerprint: string
  oldFingerprint: string | null
}

/** The last key that the log names, or what it says of one; undefined where it says nothing. */
export async function findNamedKey(db: Kysely<Database>, fingerprint?: string): Promise<NamedKey | undefined> {
  // One action at a time: then the index alone finds the last, and no engine reads the log backwards for it.
  const lastOf = (action: string) =>
    db
      .selectFrom('audit_line')
      .select(['seq', 'line'])
      .where('action', '=', action)
      .$if(fingerprint !== undefined, (lines) => lines.where('object', '=', `key/${fingerprint}`))
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
  const [added, rotated] = [await lastOf('key.add'), await lastOf('key.rotate')]
  const found = (rotated?.seq ?? 0) > (added?.seq ?? 0) ? rotated : added
  if (found === undefined) return undefined
  const { data } = JSON.parse(found.line) as { data: { fingerprint: string; oldFingerprint?: string } }
  return { seq: found.seq, fingerprint: data.fingerprint, oldFingerprint: data.oldFingerprint ?? null }
}

/** Tells the log of a key, unless it has been told. */
export async function nameKey(trx: Transaction<Database>, signer: Signer, now: Date): Promise<void> {
  const { fingerprint, publicKeyPem } = signer
  if ((await findNamedKey(trx, fingerprint)) !== undefined) return
  await recordChange(trx, PROGRAM, now, { action: 'key.add', data: { fingerprint, publicKeyPem } })
}

/**
 * The key that signs from now on, with a rotation brought to its end of which the line is written, and one undone of which
 * it is not; undefined where there is no key. In a transaction, so that no other process is at the same.
 */
export async function settleKeys(trx: Transaction<Database>, folder: string): Promise<Signer | undefined> {
  const next = findSigner(folder, NEXT_PRIVATE_KEY)
  if (next !== undefined) {
    if ((await findNamedKey(trx, next.fingerprint)) === undefined) await rm(path.join(folder, NEXT_PRIVATE_KEY))
    else await replaceKey(folder)
  }
  const signer = findSigner(folder)
  if (signer !== undefined) await writePublicKey(folder, signer)
  return signer
}

/** Keeps the old public key, and destroys the old private one. */
async function replaceKey(folder: string): Promise<void> {
  const old = findSigner(folder)
  if (old !== undefined) await replaceDurably(path.join(folder, keptPublicKey(old.fingerprint)), old.publicKeyPem)
  await rename(path.join(folder, NEXT_PRIVATE_KEY), path.join(folder, PRIVATE_KEY))
  await syncFolder(folder)
}

/** The public key that another has replaced; undefined where it was not kept. */
export function findKeptKey(folder: string, fingerprint: string): string | undefined {
  const file = path.join(folder, keptPublicKey(fingerprint))
  if (!existsSync(file)) return undefined
  const pem = readFileSync(file, 'utf8')
  return fingerprintOf(pem) === fingerprint ? pem : undefined
}

/**
 * Makes a new key and writes the line by which the old one hands over to it. The next HEAD that is written, here or by a
 * running service, puts it in its place.
 */
export async function rotateKey(
  db: Kysely<Database>,
  folder: string,
  now: Date,
): Promise<{ fingerprint: string; oldFingerprint: string }> {
  return await inWriteTransaction(db, async (trx) => {
    const old = await settleKeys(trx, folder)
    if (old === undefined) throw new Error(`There is no key in ${folder} yet: the first start makes it.`)
    const { fingerprint, publicKeyPem } = await makeKey(folder, NEXT_PRIVATE_KEY)
    const keys = { fingerprint, oldFingerprint: old.fingerprint }
    const signature = old.sign(derOf(publicKeyPem)).toString('base64')
    await recordChange(trx, PROGRAM, now, { action: 'key.rotate', data: { ...keys, publicKeyPem, signature } })
    return keys
  })
}
