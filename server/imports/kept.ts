import { randomUUID } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Draft } from '../contract/entry.ts'
import type { Database } from '../db/schema.ts'

/** What can be applied: the drafts of a file that was read. */
export interface KeptImport {
  regionCode: string
  year: number
  sha256: string
  drafts: Draft[]
}

const KEPT_MS = 3_600_000

/** Keeps an import for an hour, in the place of the one that this account had; answers its id. */
export async function keepImport(
  trx: Transaction<Database>,
  username: string,
  now: Date,
  content: KeptImport,
): Promise<string> {
  const oldest = new Date(now.getTime() - KEPT_MS).toISOString()
  await trx
    .deleteFrom('import_preview')
    .where((eb) => eb.or([eb('username', '=', username), eb('created_at', '<', oldest)]))
    .execute()
  const id = randomUUID()
  const row = { id, username, created_at: now.toISOString(), content: JSON.stringify(content) }
  await trx.insertInto('import_preview').values(row).execute()
  return id
}

/** A kept import; undefined where there is none of this id and account any more. */
export async function findImport(
  db: Kysely<Database>,
  username: string,
  now: Date,
  id: string,
): Promise<KeptImport | undefined> {
  const row = await db
    .selectFrom('import_preview')
    .selectAll()
    .where('id', '=', id)
    .where('username', '=', username)
    .where('created_at', '>=', new Date(now.getTime() - KEPT_MS).toISOString())
    .executeTakeFirst()
  return row && (JSON.parse(row.content) as KeptImport)
}

/** Throws a kept import away; answers whether it was there, so that of two that apply it one does. */
export async function dropImport(trx: Transaction<Database>, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('import_preview').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}
