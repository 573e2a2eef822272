import { type Kysely, type RawBuilder, sql } from 'kysely'
import { GENESIS, hashOf } from '../../server/audit/chain.ts'
import { listLines, NEWEST } from '../../server/audit/queries.ts'
import type { Database } from '../../server/db/schema.ts'
import { listApproved } from '../../server/observations/queries.ts'
import { listIndicators } from '../../server/plans/queries.ts'
import { listStoredTargets } from '../../server/targets/queries.ts'
import { cutLog, openTables } from '../helpers/tamper.ts'
import { pick } from './random-life.ts'

// What someone does to a database who may run any statement, but has neither the key nor the folder of HEAD.

type Random = () => number

/** Lines are forged among the first so many, which an older snapshot has and HEAD covers. */
export interface Ground {
  db: Kysely<Database>
  covered: number
  random: Random
}

/** Each answers in words what it did. */
export type Forging = (ground: Ground) => Promise<string>

const among = (random: Random, count: number): number => Math.floor(random() * count)

/** The same line, saying something else: who did it, when, or a word of it. */
function updated(random: Random, line: string): string {
  const ways: readonly (() => string)[] = [
    () => line.replace('"actor":"', '"actor":"x'),
    () => line.replace(/"at":"20(\d)/, '"at":"19$1'),
    () => line.replace('"data":{', '"data":{"x":1,'),
    () => line.replace(/"role":"[a-z]+"/, '"role":"leader"'),
  ]
  const other = pick(random, ways)()
  return other === line ? line.replace('"actor":"', '"actor":"x') : other
}

/** Every line anew with its number, and with the hash of the line before: one chain, as if it had been written so. */
export function rechained(lines: readonly string[]): string[] {
  let prev = GENESIS
  return lines.map((line, index) => {
    const text = JSON.stringify({ ...(JSON.parse(line) as object), seq: index + 1, prev })
    prev = hashOf(text)
    return text
  })
}

interface Logged {
  at: string
  actor: string
  role: Database['audit_line']['role']
  action: string
  object: string
  reason?: string
}

/** Puts these lines in the place of the log; the other tables stay as they are. */
async function putLog(db: Kysely<Database>, lines: readonly string[]): Promise<void> {
  await openTables(db)
  await sql`delete from audit_line`.execute(db)
  const rows = lines.map((line, index) => {
    const { at, actor, role, action, object, reason = null } = JSON.parse(line) as Logged
    return { seq: index + 1, at, actor, role, action, object, line, hash: hashOf(line), reason }
  })
  for (let from = 0; from < rows.length; from += 50) {
    await db
      .insertInto('audit_line')
      .values(rows.slice(from, from + 50))
      .execute()
  }
}

type Lines = (lines: readonly string[], ground: Ground) => { lines: string[]; what: string }

const update: Lines = (lines, { covered, random }) => {
  const at = among(random, covered)
  return { lines: lines.with(at, updated(random, lines[at] ?? '')), what: `line ${at + 1}` }
}

const remove: Lines = (lines, { covered, random }) => {
  const at = among(random, covered)
  return { lines: lines.toSpliced(at, 1), what: `line ${at + 1}` }
}

const reorder: Lines = (lines, { covered, random }) => {
  const one = among(random, covered)
  const other = (one + 1 + among(random, covered - 1)) % covered
  return {
    lines: lines.with(one, lines[other] ?? '').with(other, lines[one] ?? ''),
    what: `lines ${one + 1} and ${other + 1}`,
  }
}

const insert: Lines = (lines, { covered, random }) => {
  const at = among(random, covered)
  // Twice the same line the table would refuse.
  return {
    lines: lines.toSpliced(at, 0, updated(random, lines[among(random, covered)] ?? '')),
    what: `before ${at + 1}`,
  }
}

const splice: Lines = (lines, { covered, random }) => {
  const from = among(random, covered)
  const count = 1 + among(random, 20)
  return { lines: lines.toSpliced(from, count), what: `${count} lines from ${from + 1} on` }
}

/** The lines are forged, the rest of the log keeps its hashes, or all of it is hashed anew. */
const inLog =
  (lines: Lines, isRehashed: boolean): Forging =>
  async (ground) => {
    const forged = lines(await listLines(ground.db), ground)
    await putLog(ground.db, isRehashed ? rechained(forged.lines) : forged.lines)
    return forged.what
  }

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

/** A row that pages and snapshots show says something else, and no line of the log says why. */
const withoutLine: Forging = async ({ db, random }) => {
  await openTables(db)
  const figures = await listApproved(db, NEWEST, {})
  const figure = pick(random, figures)
  const valued = pick(
    random,
    figures.filter(({ value }) => value !== null),
  )
  const withUnit = new Set(
    (await listIndicators(db, NEWEST)).filter(({ unitZh }) => unitZh !== '').map(({ code }) => code),
  )
  const counted = pick(
    random,
    figures.filter(({ indicatorCode }) => withUnit.has(indicatorCode)),
  )
  const targets = (await listStoredTargets(db, NEWEST)).filter(({ indicatorCode }) => withUnit.has(indicatorCode))
  const target = pick(random, targets)
  const revision = target.revisions.at(-1) ?? target.revisions[0]
  const milestone = pick(random, revision.milestones)
  const ofMilestone = sql`target_revision_seq = ${revision.seq} and year = ${milestone.year}`
  const ofRevision = sql`seq = ${revision.seq}`
  const name = sql`name_zh = name_zh || '改'`
  const edits: Readonly<Record<string, RawBuilder<unknown>>> = {
    'a figure': sql`update observation_revision set value = ${valued.value === '1' ? '0' : '1'} where seq = ${valued.id}`,
    'whether it is provisional': sql`update observation_revision set provisional = 1 - provisional where seq = ${valued.id}`,
    'its source': sql`update observation_revision set source = '另一来源' where seq = ${figure.id}`,
    'its note': sql`update observation_revision set note = '另一说明' where seq = ${figure.id}`,
    'its approval': sql`delete from observation_step where observation_seq = ${figure.id} and step = 'approved'`,
    'a figure and its approval': sql`delete from observation_revision where seq = ${figure.id}`,
    'who approved it': sql`update audit_line set actor = 'nobody' where seq in
      (select seq from observation_step where observation_seq = ${figure.id} and step = 'approved')`,
    'a promise': sql`update milestone set value = ${milestone.value === '1' ? '2' : '1'} where ${ofMilestone}`,
    'a deadline': sql`update milestone set year = year + 20 where ${ofMilestone}`,
    'a wording': sql`update milestone set wording_zh = '力争再三' where ${ofMilestone}`,
    'a quote': sql`update target_revision set quote = quote || '改' where ${ofRevision}`,
    'who is responsible': sql`update target_revision set owner_zh = '别的部门' where ${ofRevision}`,
    'a heading': sql`update target_revision set clause = clause || '改' where ${ofRevision}`,
    'the name of a region': sql`update region set ${name} where code = ${figure.regionCode}`,
    'a unit': sql`update indicator set unit_zh = '别的' where code = ${counted.indicatorCode}`,
    'the title of a plan': sql`update plan set title_zh = title_zh || '改' where code = ${target.planCode}`,
  }
  const what = pick(random, Object.keys(edits))
  await edits[what]?.execute(db)
  return `${what} (figure ${figure.id} or ${valued.id}, target ${target.id})`
}

/** By name; what is done in other ways than by statements stands in forgeries.ts. */
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
  'change without a line': withoutLine,
}

/** The lines of another history, in one chain, from which a whole database could be made: a figure was another from the first. */
export function otherHistory(lines: readonly string[], { covered, random }: Omit<Ground, 'db'>): string[] {
  const entered = [...lines.keys()].filter((at) => at < covered && ENTERED.test(lines[at] ?? ''))
  const at = pick(random, entered)
  const line = (lines[at] ?? '').replace(FIGURE, (_, figure: string) => `"value":"${another(figure)}"`)
  return rechained(lines.with(at, line))
}

const FIGURE = /"value":"([^"]+)"/
const ENTERED = /"action":"observation\.enter".*"value":"/

/** Built becomes not built, and any other figure ten times as large or more. */
function another(figure: string): string {
  if (figure === '0' || figure === '1') return figure === '0' ? '1' : '0'
  return figure.replace(/[0-9]/, (digit) => `1${digit}`)
}
