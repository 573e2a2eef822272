import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { writeDurably } from '../audit/durable-file.ts'
import { readHead, type SignedHead } from '../audit/head-file.ts'
import { isSignedBy, PRIVATE_KEY, PUBLIC_KEY } from '../audit/keys.ts'
import { copyDurably } from './durable-copy.ts'

/** HEAD and its signature, kept ones too, and public keys. */
const IS_PUBLIC = /^(HEAD\..+|public-key(\.[0-9a-f]{8})?\.pem)$/
const IS_PAIR = /^HEAD(\.sig)?(\.next)?$/

/**
 * Copies the signed end of the log and its keys; the private key only where that is wanted. Comes before the database:
 * a log that is longer than HEAD goes on, a shorter one does not.
 */
export async function copyAudit(from: string, to: string, withKey: boolean): Promise<void> {
  if (!existsSync(path.join(from, PUBLIC_KEY))) {
    throw new Error(`There is no signed audit log in ${from}. Start the service once, or correct DATA_DIR.`)
  }
  await mkdir(to)
  const head = await readWhole(from)
  await writeDurably(path.join(to, 'HEAD'), head.text)
  await writeDurably(path.join(to, 'HEAD.sig'), head.signature)
  for (const name of (await readdir(from)).filter((one) => IS_PUBLIC.test(one) && !IS_PAIR.test(one))) {
    await copyDurably(path.join(from, name), path.join(to, name))
  }
  if (withKey) await copyDurably(path.join(from, PRIVATE_KEY), path.join(to, PRIVATE_KEY), 0o600)
}

const TRIES = 40
const BETWEEN_MS = 50

/** The pair as it was signed: while the service puts another in its place, the two files are read apart. */
async function readWhole(folder: string): Promise<SignedHead> {
  const publicKeyPem = readFileSync(path.join(folder, PUBLIC_KEY), 'utf8')
  for (let attempt = 1; ; attempt++) {
    const head = readHead(folder, (text, signature) => isSignedBy(publicKeyPem, text, signature))
    if (typeof head === 'object') return head
    if (attempt === TRIES) throw new Error(`HEAD in ${folder} is ${head === 'missing' ? head : 'not signed'}.`)
    await delay(BETWEEN_MS)
  }
}
