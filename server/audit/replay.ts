import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../db/schema.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import type { Role } from '../domain/words.ts'
import { rebuildCurrentFigures } from '../observations/current-figures.ts'
import { GENESIS, hashOf } from './chain.ts'
import { applyChange, type Change } from './change.ts'

/** One parsed line of the log. */
type LoggedChange = Change & {
  seq: number
  at: string
  actor: string
  role: Role
  object: string
  reason?: string
  prev: string
}

/** Rebuilds every table of an empty, migrated database from the lines of an audit log; throws at the first line that is not the next link. */
export async function replayLog(db: Kysely<Database>, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  await inWriteTransaction(db, async (trx) => {
    let prev = GENESIS
    for await (const line of lines) prev = await replayLine(trx, line, prev)
    await rebuildCurrentFigures(trx)
  })
}

async function replayLine(trx: Transaction<Database>, line: string, prev: string): Promise<string> {
  const change = JSON.parse(line) as LoggedChange
  if (change.prev !== prev) throw new Error(`line ${change.seq} of the audit log does not continue the line before it`)
  const hash = hashOf(line)
  const { seq, at, actor, role, action, object, reason = null } = change
  await trx.insertInto('audit_line').values({ seq, at, actor, role, action, object, line, hash, reason }).execute()
  await applyChange(trx, seq, change)
  return hash
}
