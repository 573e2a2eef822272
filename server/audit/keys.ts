import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from '../db/folder.ts'
import { replaceDurably } from './durable-file.ts'

/** Signs with ECDSA P-256 and SHA-256, in DER, as `openssl dgst -sha256 -sign` does. */
export interface Signer {
  /** SPKI, as it lies in `public-key.pem`. */
  publicKeyPem: string
  /** Lowercase hexadecimal SHA-256 of the public key's SPKI DER. */
  fingerprint: string
  sign: (bytes: string | Uint8Array) => Buffer
}

/** Where key and signed HEAD are: beside the database, never in it. */
export const auditFolder = (dataDir: string): string => path.join(dataDir, 'audit')

export const PRIVATE_KEY = 'private-key.pem'
/** Of a rotation that is under way. */
export const NEXT_PRIVATE_KEY = 'private-key.next.pem'
export const PUBLIC_KEY = 'public-key.pem'

/** The name under which a public key is kept once another has taken its place. */
export const keptPublicKey = (fingerprint: string): string => `public-key.${fingerprint.slice(0, 8)}.pem`

/** The key of a folder; undefined where there is none. Throws a sentence where others can read it, or where it is no such key. */
export function findSigner(folder: string, name = PRIVATE_KEY): Signer | undefined {
  const file = path.join(folder, name)
  if (!existsSync(file)) return undefined
  const mode = statSync(file).mode & 0o777
  // Windows has no such modes.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(
      `${file} can be read by others (mode ${mode.toString(8)}). Run: chmod 600 ${file} – and if someone else may have read it, change the key afterwards: npm run rotate-key`,
    )
  }
  return toSigner(readPrivateKey(file))
}

/** Makes a key pair and writes its private half, mode 0600; its public half follows from it. */
export async function makeKey(folder: string, name = PRIVATE_KEY): Promise<Signer> {
  makeFolder(folder)
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  await replaceDurably(path.join(folder, name), privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600)
  return toSigner(privateKey)
}

/** Sees to it that `public-key.pem` is that of the private key. */
export async function writePublicKey(folder: string, { publicKeyPem }: Signer): Promise<void> {
  const file = path.join(folder, PUBLIC_KEY)
  if (existsSync(file) && readFileSync(file, 'utf8') === publicKeyPem) return
  await replaceDurably(file, publicKeyPem)
}

/** Whether a signature over some bytes is that of a public key; what is no key or no signature is not. */
export function isSignedBy(publicKeyPem: string, bytes: string | Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify('sha256', Buffer.from(bytes), { key: publicKeyPem, dsaEncoding: 'der' }, signature)
  } catch {
    return false
  }
}

/** The public key's bytes, of which the fingerprint is taken and which a rotation signs. */
export const derOf = (publicKeyPem: string): Buffer =>
  createPublicKey(publicKeyPem).export({ type: 'spki', format: 'der' })

export const fingerprintOf = (publicKeyPem: string): string =>
  createHash('sha256').update(derOf(publicKeyPem)).digest('hex')

function readPrivateKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file))
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key
  } catch (error) {
    throw new Error(`${file} ${NO_KEY}`, { cause: error })
  }
  throw new Error(`${file} ${NO_KEY}`)
}

const NO_KEY =
  'is not an ECDSA P-256 key. Restore it from a backup, or move it away and let an auditor accept the log: npm run accept-log'

function toSigner(key: KeyObject): Signer {
  const publicKeyPem = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
  return {
    publicKeyPem,
    fingerprint: fingerprintOf(publicKeyPem),
    sign: (bytes) => sign('sha256', Buffer.from(bytes), { key, dsaEncoding: 'der' }),
  }
}
