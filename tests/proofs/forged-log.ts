import { type Kysely, sql } from 'kysely'
import { GENESIS, hashOf } from '../../server/audit/chain.ts'
import { listLines } from '../../server/audit/queries.ts'
import type { Database } from '../../server/db/schema.ts'
import { openTables } from '../helpers/tamper.ts'
import { pick, type Random } from './life-moment.ts'

// Another log in the place of the one that is there, which can be hashed so that it is one chain.

/** Lines are forged among the first so many, which an older snapshot has and HEAD covers. */
export interface Ground {
  db: Kysely<Database>
  covered: number
  random: Random
}

/** Each answers in words what it did. */
export type Forging = (ground: Ground) => Promise<string>

/** A whole number from 0 on, below `count`. */
export const among = (random: Random, count: number): number => Math.floor(random() * count)

/** The same line, saying something else: who did it, when, or a word of it. */
export function updated(random: Random, line: string): string {
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
function rechained(lines: readonly string[]): string[] {
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

export const update: Lines = (lines, { covered, random }) => {
  const at = among(random, covered)
  return { lines: lines.with(at, updated(random, lines[at] ?? '')), what: `line ${at + 1}` }
}

export const remove: Lines = (lines, { covered, random }) => {
  const at = among(random, covered)
  return { lines: lines.toSpliced(at, 1), what: `line ${at + 1}` }
}

export const reorder: Lines = (lines, { covered, random }) => {
  const one = among(random, covered)
  const other = (one + 1 + among(random, covered - 1)) % covered
  return {
    lines: lines.with(one, lines[other] ?? '').with(other, lines[one] ?? ''),
    what: `lines ${one + 1} and ${other + 1}`,
  }
}

export const insert: Lines = (lines, { covered, random }) => {
  const at = among(random, covered)
  // Twice the same line the table would refuse.
  return {
    lines: lines.toSpliced(at, 0, updated(random, lines[among(random, covered)] ?? '')),
    what: `before ${at + 1}`,
  }
}

export const splice: Lines = (lines, { covered, random }) => {
  const from = among(random, covered)
  const count = 1 + among(random, 20)
  return { lines: lines.toSpliced(from, count), what: `${count} lines from ${from + 1} on` }
}

/** The lines are forged, the rest of the log keeps its hashes, or all of it is hashed anew. */
export const inLog =
  (lines: Lines, isRehashed: boolean): Forging =>
  async (ground) => {
    const forged = lines(await listLines(ground.db), ground)
    await putLog(ground.db, isRehashed ? rechained(forged.lines) : forged.lines)
    return forged.what
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
