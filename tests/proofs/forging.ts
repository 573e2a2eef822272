import { sql } from 'kysely'
import { hashOf } from '../../server/audit/chain.ts'
import { cutLog, openTables } from '../helpers/tamper.ts'
import { among, type Forging, inLog, insert, remove, reorder, splice, update, updated } from './forged-log.ts'
import { withoutLine } from './forged-tables.ts'

// What someone does to a database who may run any statement, but has neither the key nor the folder of HEAD.

/** One line in place, its columns and its hash as they were, or its own hash to match. */
const inPlace: Forging = async ({ db, covered, random }) => {
  await openTables(db)
  const seq = 1 + among(random, covered)
  const { line } = await db.selectFrom('audit_line').select('line').where('seq', '=', seq).executeTakeFirstOrThrow()
  const text = updated(random, line)
  await sql`update audit_line set line = ${text} where seq = ${seq}`.execute(db)
  if (random() < 0.5) await sql`update audit_line set hash = ${hashOf(text)} where seq = ${seq}`.execute(db)
  return `line ${seq}`
}

/** A row of the log is gone, and its number with it. */
const gone: Forging = async ({ db, covered, random }) => {
  await openTables(db)
  const seq = 1 + among(random, covered)
  await sql`delete from audit_line where seq = ${seq}`.execute(db)
  return `line ${seq}`
}

const truncate: Forging = async ({ db, covered, random }) => {
  const after = among(random, covered)
  await cutLog(db, after)
  return `after line ${after}`
}

/** A change of a table that the log knows nothing of. */
export const WITHOUT_LINE = 'change without a line'

/** By name; what is done in other ways than by statements stands in forgery-case.ts. */
export const FORGINGS: Readonly<Record<string, Forging>> = {
  update: inPlace,
  delete: gone,
  'delete, numbered anew': inLog(remove, false),
  reorder: inLog(reorder, false),
  insert: inLog(insert, false),
  truncate,
  splice: inLog(splice, false),
  'update, hashed again': inLog(update, true),
  'delete, hashed again': inLog(remove, true),
  'reorder, hashed again': inLog(reorder, true),
  'insert, hashed again': inLog(insert, true),
  'splice, hashed again': inLog(splice, true),
  [WITHOUT_LINE]: withoutLine,
}
