import { setImmediate } from 'node:timers/promises'
import pg from 'pg'
import { connect } from '../../../server/db/connect.ts'
import { migrateToLatest } from '../../../server/db/migrate.ts'
import { countRows } from '../../../server/move/table-rows.ts'
import { listTables } from '../../../server/move/unfinished.ts'
import { copyIn, toCopyLine } from './copy-in.ts'
import { ELSEWHERE, type Sink, type Tables } from './sink.ts'

/** So many letters of a table are sent at once. */
const AT_ONCE = 4_000_000

/** A PostgreSQL database without rows, in one transaction: a crash leaves it empty. */
export async function openPostgresSink(url: string, tables: Tables): Promise<Sink> {
  await prepare(url)
  const client = new pg.Client({ connectionString: url })
  // What fails says so itself; an error event that no one listens to would end the process.
  client.on('error', () => undefined)
  await client.connect()
  await client.query('begin')
  const names = Object.keys(tables)
  await client.query('set local synchronous_commit = off')
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  const lifted = await liftKeys(client)
  // What is copied into a table that this transaction has emptied need not be written a second time as frozen.
  await client.query(`truncate ${names.join(', ')}`)
  const waiting = new Map(names.map((name) => [name, { text: '' }]))
  let sending: Promise<void> = Promise.resolve()
  const send = async (least: number): Promise<void> => {
    for (const [name, rows] of waiting) {
      if (rows.text.length <= least) continue
      await sending
      const bytes = Buffer.from(rows.text)
      rows.text = ''
      sending = copyIn(client, `copy ${name} (${tables[name]?.join(', ')}) from stdin with (freeze)`, bytes)
      // It is awaited before the next; until then its failure is nobody's.
      sending.catch(() => undefined)
    }
  }
  return {
    add: (table, row) => {
      const rows = waiting.get(table)
      if (rows !== undefined) rows.text += toCopyLine(row)
    },
    drain: async () => {
      await send(AT_ONCE)
      // What is on its way goes on only while nothing else is done here.
      await setImmediate()
    },
    finish: async () => {
      await send(0)
      await sending
      await client.query("set local maintenance_work_mem = '512MB'")
      for (const statement of lifted) await client.query(statement)
      for (const name of names) await client.query(`alter table ${name} enable trigger user`)
      await client.query('commit')
      for (const name of names) await client.query(`analyze ${name}`)
      await client.end()
    },
    abort: async () => await client.end(),
  }
}

/** The newest schema, and no row in it. */
async function prepare(url: string): Promise<void> {
  const db = connect({ url, dataDir: '' })
  try {
    for (const table of await listTables(db)) {
      if (table.startsWith('kysely_')) continue
      if ((await countRows(db, table)) > 0)
        throw new Error(`The database is not empty: ${table} has rows. ${ELSEWHERE}`)
    }
    await migrateToLatest(db)
  } finally {
    await db.destroy()
  }
}

/** Drops references, keys and indexes; answers what makes them again. */
async function liftKeys(client: pg.Client): Promise<string[]> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where connamespace = current_schema()::regnamespace and contype in ('p', 'u', 'f')
      order by contype = 'f', oid`,
  )
  for (const { table, name } of keys.toReversed()) await client.query(`alter table ${table} drop constraint ${name}`)
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select quote_ident(indexname) as name, indexdef as definition from pg_indexes
      where schemaname = current_schema() order by indexname`,
  )
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  return [
    ...keys.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
    ...indexes.map(({ definition }) => definition),
  ]
}
