import type { Kysely } from 'kysely'
import { readLines } from '../audit/queries.ts'
import type { Database } from '../db/schema.ts'
import { BYTE_ORDER_MARK, type Column, csvHead, csvLine } from '../domain/csv.ts'
import type { AsOf } from '../http/as-of.ts'
import { OBSERVATION_COLUMNS, type ObservationLine } from '../observations/csv.ts'
import type { FigureKey } from '../observations/approvals.ts'
import { readPage } from '../observations/lines.ts'
import { byCode, listPlans } from '../plans/queries.ts'
import { REVISION_COLUMNS, revisionRows } from './revisions.ts'
import { type MilestoneLine, PROGRESS_COLUMNS, type ProgressLine, TARGET_COLUMNS } from '../targets/csv.ts'
import { judgedInOrder, promisedInOrder } from '../targets/judge.ts'
import { SDMX_COLUMNS, SDMX_FILE } from './sdmx/csv.ts'

/** A file of a snapshot that holds rows, written line by line, so that its length does not matter. */
export interface Table {
  name: string
  /** What stands before the rows: the byte order mark and the names of the columns; nothing before the log. */
  head: string
  /** The rows as they were at an instant, in a fixed order, each with its line end. */
  rows: (db: Kysely<Database>, asOf: AsOf) => AsyncIterable<string>
}

const csvTable = <Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: (db: Kysely<Database>, asOf: AsOf) => AsyncIterable<Row>,
  mark = BYTE_ORDER_MARK,
): Table => ({
  name,
  head: mark + csvHead(columns),
  rows: async function* (db, asOf) {
    for await (const row of rows(db, asOf)) yield csvLine(columns, row)
  },
})

export const TABLES: readonly Table[] = [
  csvTable('observations.csv', OBSERVATION_COLUMNS, observationRows),
  csvTable('targets.csv', TARGET_COLUMNS, milestoneRows),
  csvTable('progress.csv', PROGRESS_COLUMNS, progressRows),
  csvTable('revisions.csv', REVISION_COLUMNS, (db, { seq }) => revisionRows(db, seq)),
  // Readers of SDMX know the separator by the sign after STRUCTURE, with which the file must begin: no mark.
  csvTable(SDMX_FILE, SDMX_COLUMNS, observationRows, ''),
  {
    name: 'audit.jsonl',
    head: '',
    rows: async function* (db, { seq }) {
      for await (const line of readLines(db, seq)) yield `${line}\n`
    },
  },
]

async function* observationRows(db: Kysely<Database>, { seq }: AsOf): AsyncGenerator<ObservationLine> {
  let after: FigureKey | undefined
  do {
    const { lines, next } = await readPage(db, seq, {}, after)
    yield* lines
    after = next
  } while (after !== undefined)
}

async function* milestoneRows(db: Kysely<Database>, asOf: AsOf): AsyncGenerator<MilestoneLine> {
  const plans = byCode(await listPlans(db, asOf.seq))
  for await (const { stored, target } of promisedInOrder(db, asOf)) {
    const plan = plans.get(target.planCode)
    if (plan === undefined) throw new Error(`target ${target.id} without its plan`)
    for (const milestone of target.milestones) yield { target, stored, plan, milestone }
  }
}

async function* progressRows(db: Kysely<Database>, asOf: AsOf): AsyncGenerator<ProgressLine> {
  for await (const { stored, target } of judgedInOrder(db, asOf)) {
    for (const progress of target.progress) yield { target, stored, progress }
  }
}
