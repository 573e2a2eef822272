import type { Kysely, Transaction } from 'kysely'
import { whileNobodyWrites } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import { GENESIS } from './chain.ts'
import { type Head, mendPair, readHead, readUnsigned, type SignedHead, toText, writePair } from './head-file.ts'
import { findKeptKey, findNamedKey, type NamedKey, settleKeys } from './key-lines.ts'
import { findSigner, isSignedBy, NEXT_PRIVATE_KEY, type Signer } from './keys.ts'
import { findHash, findLastLine } from './queries.ts'
import { findBreak } from './verify.ts'

type PublicKey = Pick<Signer, 'publicKeyPem' | 'fingerprint'>

/** What a log is found to be, held against HEAD. */
export interface Comparison {
  /** What is wrong, with its numbers; undefined where the log goes on from HEAD. */
  trouble?: string | undefined
  /** The HEAD that is signed; absent where there is none yet, or none to believe. */
  head?: SignedHead
  /** Whether the present key signed it, and not the one before. */
  isOwn?: boolean
}

/**
 * Holds the log and its keys against the HEAD and the key of a folder. Reads only.
 *
 * Without a folder there is nothing to hold it against, as on the first start; unless the log itself names a key.
 */
export async function compareWithHead(db: Kysely<Database>, folder: string): Promise<Comparison> {
  const signer = findSigner(folder)
  const named = await findNamedKey(db)
  if (signer === undefined) return { trouble: await whyKeyIsMissing(db, folder, named) }
  if (named !== undefined && !isInForce(folder, signer, named)) {
    return {
      trouble: `The log names the key ${named.fingerprint} (line ${named.seq}); that in ${folder} is ${signer.fingerprint}.`,
    }
  }
  const comparison = await compareEnd(db, folder, signer)
  // A first start that was interrupted has told the log of no key yet.
  if (comparison.head === undefined && comparison.trouble === undefined && named !== undefined) {
    return {
      trouble: `HEAD is missing in ${folder}; the log has ${await countOf(db)} and names the key that signed it.`,
    }
  }
  return comparison
}

/** The last key that the log names, or the one before it as long as the new one is not in its place. */
function isInForce(folder: string, { fingerprint }: Signer, named: NamedKey): boolean {
  if (named.fingerprint === fingerprint) return true
  const isUnderWay = findSigner(folder, NEXT_PRIVATE_KEY)?.fingerprint === named.fingerprint
  return isUnderWay && named.oldFingerprint === fingerprint
}

/** Holds the end of the log against HEAD alone. */
export async function compareEnd(db: Kysely<Database>, folder: string, signer: PublicKey): Promise<Comparison> {
  const found = await findSigned(db, folder, signer)
  if (found === 'missing') return {}
  if (found === 'unsigned') {
    const said = readUnsigned(folder)
    const what = said === undefined ? '' : ` It says: ${said.lines} lines, the last with the hash ${said.hash}.`
    return { trouble: `HEAD in ${folder} is not signed by the key ${signer.fingerprint}.${what}` }
  }
  return { ...found, trouble: await whyNotContinued(db, found.head) }
}

async function whyKeyIsMissing(db: Kysely<Database>, folder: string, named?: NamedKey): Promise<string | undefined> {
  if (named !== undefined) {
    return `The log names the key ${named.fingerprint} (line ${named.seq}), which is not in ${folder}; so there is no signed HEAD to hold the log's ${await countOf(db)} against.`
  }
  const head = readUnsigned(folder)
  return (
    head && `There is a HEAD in ${folder} and no key: it says ${head.lines} lines, the last with the hash ${head.hash}.`
  )
}

const countOf = async (db: Kysely<Database>): Promise<string> => `${(await findLastLine(db))?.seq ?? 0} lines`

/** The HEAD signed by the key, or by the one before it as long as it does not cover the line by which that one handed over. */
async function findSigned(
  db: Kysely<Database>,
  folder: string,
  { publicKeyPem, fingerprint }: PublicKey,
): Promise<Required<Pick<Comparison, 'head' | 'isOwn'>> | 'missing' | 'unsigned'> {
  const own = readHead(folder, (text, signature) => isSignedBy(publicKeyPem, text, signature))
  if (own === 'missing') return own
  if (own !== 'unsigned') return { head: own, isOwn: true }
  const named = await findNamedKey(db, fingerprint)
  const old = named && named.oldFingerprint !== null ? findKeptKey(folder, named.oldFingerprint) : undefined
  if (named === undefined || old === undefined) return 'unsigned'
  const head = readHead(folder, (text, signature) => isSignedBy(old, text, signature))
  return typeof head === 'object' && head.lines < named.seq ? { head, isOwn: false } : 'unsigned'
}

async function whyNotContinued(db: Kysely<Database>, { lines, hash, at }: Head): Promise<string | undefined> {
  const count = (await findLastLine(db))?.seq ?? 0
  if (count < lines) {
    return `The log has ${count} lines; HEAD of ${at} says ${lines}, the last with the hash ${hash}: ${lines - count} are gone.`
  }
  const found = lines === 0 ? GENESIS : await findHash(db, lines)
  if (found === hash) return undefined
  return `Line ${lines} of the log has the hash ${found ?? '(none)'}; HEAD of ${at} says ${hash}: lines up to it were rewritten.`
}

/** The HEAD from which the log goes on, where there is one yet. Throws one sentence, with how to go on, where it does not. */
export async function checkHead(db: Kysely<Database>, folder: string): Promise<SignedHead | undefined> {
  const { trouble, head } = await compareWithHead(db, folder)
  if (trouble === undefined) return head
  const isEmpty = (await findLastLine(db)) === undefined
  throw new Error(`${trouble} ${isEmpty ? `${HOW_TO_BEGIN}: move ${folder} away.` : HOW_TO_GO_ON}`)
}

/** Of an empty database, in which nobody could accept anything. */
const HOW_TO_BEGIN = 'Restore the database from a backup, or begin anew'

const HOW_TO_GO_ON =
  'Restore database and folder from one backup, or, knowing why it is so, let an auditor accept the log as it is: npm run accept-log (docs/operations.md, "The signed end of the audit log").'

/**
 * Signs the end of the log as it stands, unless that is done; answers the HEAD in force.
 * Throws where the log does not go on, link by link, from the HEAD before: what was rewritten is not signed.
 */
export async function writeHead(db: Kysely<Database>, folder: string, now: Date): Promise<SignedHead> {
  return await whileNobodyWrites(db, async (trx) => {
    const signer = await settleKeys(trx, folder)
    if (signer === undefined) throw new Error(`There is no key in ${folder}.`)
    // A folder that several machines share may show a new key late; the old one signs nothing behind the line of its handover.
    const named = await findNamedKey(trx)
    if (named !== undefined && named.fingerprint !== signer.fingerprint) {
      throw new Error(
        `The log names the key ${named.fingerprint} (line ${named.seq}), which ${folder} does not show yet.`,
      )
    }
    const { trouble, head, isOwn } = await compareEnd(trx, folder, signer)
    if (trouble !== undefined) throw new Error(trouble)
    if (head === undefined) throw new Error(`There is no HEAD in ${folder}.`)
    const broken = await findBreak(trx, { after: { seq: head.lines, hash: head.hash } })
    if (broken !== undefined) throw new Error(`The audit log is broken at line ${broken.seq}: ${broken.why}.`)
    await mendPair(folder, head)
    const last = await findLastLine(trx)
    if (isOwn && (last?.seq ?? 0) === head.lines) return head
    return await signEnd(trx, folder, signer, now)
  })
}

/** Signs the end of the log as it stands, whatever HEAD said before. */
export async function signEnd(
  trx: Transaction<Database>,
  folder: string,
  signer: Signer,
  now: Date,
): Promise<SignedHead> {
  const last = await findLastLine(trx)
  const head: Head = { lines: last?.seq ?? 0, hash: last?.hash ?? GENESIS, at: now.toISOString() }
  const text = toText(head)
  const signed = { ...head, text, signature: signer.sign(text) }
  await writePair(folder, signed)
  return signed
}
