import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { checkTables } from '../audit/check-database.ts'
import { compareEnd } from '../audit/head.ts'
import { findNamedKey } from '../audit/key-lines.ts'
import { fingerprintOf, PUBLIC_KEY } from '../audit/keys.ts'
import { NEWEST } from '../audit/queries.ts'
import type { Database } from '../db/schema.ts'
import { countApproved } from '../observations/queries.ts'

/** What a restored database was found to hold. */
export interface Held {
  lines: number
  /** Approved figures in force, sample figures among them. */
  figures: number
}

/**
 * Holds a restored database, of which the chain was read at its opening, against the HEAD and the public key of its backup,
 * and every table against the log.
 *
 * @throws one text with all that is wrong
 */
export async function checkRestored(
  db: Kysely<Database>,
  audit: string,
  say: (progress: string) => void,
): Promise<Held> {
  const trouble = await compareWithPublicKey(db, audit)
  const { lines, troubles, differing, differences, stale } = await checkTables(db, say)
  const all = trouble === undefined ? troubles : [trouble, ...troubles]
  const [first] = differences
  if (first !== undefined) {
    all.push(
      `${differing} places of the tables are not as the log says, the first in ${first.table}, ${first.key}. See: npm run verify -- --database`,
    )
  }
  if (stale > 0) {
    all.push(`${stale} rows of the figures in force do not follow from the tables. See: npm run verify -- --database`)
  }
  if (all.length > 0) throw new Error(all.join('\n'))
  return { lines, figures: (await countApproved(db, NEWEST, {})).all }
}

/** As a start holds the log against HEAD, but without the private key, which most backups do not have. */
async function compareWithPublicKey(db: Kysely<Database>, audit: string): Promise<string | undefined> {
  const publicKeyPem = readFileSync(path.join(audit, PUBLIC_KEY), 'utf8')
  const fingerprint = fingerprintOf(publicKeyPem)
  const named = await findNamedKey(db)
  if (named !== undefined && named.fingerprint !== fingerprint) {
    return `The log names the key ${named.fingerprint} (line ${named.seq}); that of the backup is ${fingerprint}. Where the key was changed meanwhile, make the backup again.`
  }
  const { trouble, head } = await compareEnd(db, audit, { publicKeyPem, fingerprint })
  return trouble ?? (head === undefined ? `HEAD is missing in ${audit}.` : undefined)
}
