import { type Kysely, sql } from 'kysely'
import { DERIVED_TABLES } from '../audit/logged-tables.ts'
import { engineOf, inWriteTransaction } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import { rebuildCurrentFigures } from '../observations/current-figures.ts'
import { GROWING_TABLES, MOVED_TABLES, type MovedTable, PASSING_TABLES } from './moved-tables.ts'
import { liftRules, restoreRules } from './rules.ts'
import { countRows, findLastRow, insertRows, listColumns, readPages } from './table-rows.ts'

/** Hears how many rows of a table are there, of how many. */
export type OnCopied = (table: string, rows: number, of: number) => void

/** Copies every row that the target does not have yet, page by page, so that it can be interrupted at any moment. */
export async function copyTables(
  source: Kysely<Database>,
  target: Kysely<Database>,
  onCopied: OnCopied,
): Promise<void> {
  // Waits for what a killed run of before may still be writing.
  await inWriteTransaction(target, liftRules)
  for (const table of GROWING_TABLES) await copyRest(source, target, table, onCopied)
  await inWriteTransaction(target, async (trx) => {
    for (const table of PASSING_TABLES) {
      await sql`delete from ${sql.table(table.name)}`.execute(trx)
      const columns = await listColumns(trx, table.name)
      for await (const page of readPages(source, table)) await insertRows(trx, table.name, columns, page)
    }
    await rebuildCurrentFigures(trx)
    await restoreRules(trx)
  })
  if (engineOf(target) === 'postgres') await analyse(target)
}

async function copyRest(
  source: Kysely<Database>,
  target: Kysely<Database>,
  table: MovedTable,
  onCopied: OnCopied,
): Promise<void> {
  const columns = await listColumns(target, table.name)
  const of = await countRows(source, table.name)
  let rows = await countRows(target, table.name)
  onCopied(table.name, rows, of)
  // The next rows are read while these are written.
  let writing: Promise<unknown> = Promise.resolve()
  for await (const pages of inGroups(readPages(source, table, await findLastRow(target, table)))) {
    await writing
    writing = inWriteTransaction(target, async (trx) => {
      for (const page of pages) await insertRows(trx, table.name, columns, page)
    })
    // It is awaited a round later; until then its failure is nobody's.
    writing.catch(() => undefined)
    for (const page of pages) rows += page.length
    onCopied(table.name, rows, of)
  }
  await writing
}

/** So many pages are stored at once: each commit waits for the disk. More take more memory, and little less time. */
const AT_ONCE = 5

async function* inGroups<Page>(pages: AsyncIterable<Page>): AsyncGenerator<Page[]> {
  let group: Page[] = []
  for await (const page of pages) {
    group.push(page)
    if (group.length < AT_ONCE) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

/** Without it, the first lists are slow until PostgreSQL has counted by itself. */
async function analyse(target: Kysely<Database>): Promise<void> {
  const tables = [...MOVED_TABLES.map(({ name }) => name), ...Object.keys(DERIVED_TABLES)]
  for (const name of tables) await sql`analyze ${sql.table(name)}`.execute(target)
}
