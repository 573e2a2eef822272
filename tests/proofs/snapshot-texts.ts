import { parse } from 'csv-parse/sync'
import type { Kysely } from 'kysely'
import type { Database } from '../../server/db/schema.ts'
import { resolveAsOf } from '../../server/http/as-of.ts'
import { CANONICAL_FIGURE } from '../../server/domain/words.ts'
import { COLUMN_MEANINGS } from '../../server/snapshots/columns.ts'
import { TABLES } from '../../server/snapshots/tables.ts'
import { aBaseline, aConflict, addTarget, aMilestone } from '../helpers/world.ts'
import { hostileString } from './hostile-strings.ts'

export interface SnapshotTable {
  name: string
  csv: string
  rows: number
}

/** Adds targets whose every word is hostile, one for each of the indicators. */
export async function addHostileTargets(
  db: Kysely<Database>,
  indicatorCodes: readonly string[],
  random: () => number,
): Promise<void> {
  const text = (): string => hostileString(random, 300)
  for (const indicatorCode of indicatorCodes) {
    await addTarget(db, {
      id: `plan-${indicatorCode}`,
      indicatorCode,
      ...{ clause: text(), quote: text(), ownerZh: text() },
      conflicts: [aConflict({ clause: text(), quote: text(), noteZh: text() })],
      milestones: [aMilestone({ wordingZh: text(), baseline: { ...aBaseline(2020, '20'), quote: text() } })],
    })
  }
}

/** The CSV tables of a snapshot, of each the first rows. */
export async function readTables(db: Kysely<Database>, most: number): Promise<SnapshotTable[]> {
  const asOf = await resolveAsOf(db, () => new Date(), undefined)
  const tables: SnapshotTable[] = []
  for (const { name, head, rows: lines } of TABLES.filter((table) => table.name.endsWith('.csv'))) {
    const table = { name, csv: head, rows: 0 }
    for await (const line of lines(db, asOf)) {
      table.csv += line
      if ((table.rows += 1) === most) break
    }
    tables.push(table)
  }
  return tables
}

/** The cells of text of such a table that begin with what a spreadsheet takes for a formula. */
export function liveTexts({ name, csv }: SnapshotTable): string[] {
  const texts = Object.entries(COLUMN_MEANINGS[name] ?? {}).flatMap(([column, { type }]) =>
    type === 'string' ? column : [],
  )
  const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[]
  return rows.flatMap((row, index) =>
    texts.flatMap((column) =>
      isLive(column, row[column] ?? '') ? [`${name} row ${index + 1}: ${column} ${row[column]}`] : [],
    ),
  )
}

/** What a field was or became may be a figure, which acts as little as any other. */
const isLive = (column: string, content: string): boolean =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(content) && !(['old', 'new'].includes(column) && CANONICAL_FIGURE.test(content))
