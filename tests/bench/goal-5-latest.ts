import { sql } from 'kysely'
import type { Desk, Row } from './desk.ts'
import { LATEST_BY_WINDOW, latestFromTable } from './figures-sql.ts'
import { alternate, timed } from './result.ts'

/** Goal 5: the latest figure of every series, asked of the database alone; both answers must be the same. */
export async function measureLatest(desk: Desk): Promise<Row[]> {
  const { db, extent } = desk
  const table = await latestFromTable(desk)
  const ask = async (query: string): Promise<string> => JSON.stringify((await sql.raw(query).execute(db)).rows)
  const query = table ?? LATEST_BY_WINDOW
  const answers = new Set([await ask(query), await ask(LATEST_BY_WINDOW)])
  if (answers.size > 1) throw new Error(`the latest figures differ: ${[...answers].join(' ')}`)
  const taken = await alternate(
    extent.runs,
    () => timed(() => ask(query)),
    () => timed(() => ask(LATEST_BY_WINDOW)),
  )
  return [
    {
      what: 'latest figure of every series',
      unit: 'ms',
      ours: taken.ours,
      reference: { name: 'window query', values: taken.reference },
      wanted: { is: 'speed', value: 200, from: 1_000_000 },
      ...(table === undefined && { note: 'there is no table of current figures yet' }),
    },
  ]
}
