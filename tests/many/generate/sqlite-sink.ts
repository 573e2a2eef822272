import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { connectSqlite } from '../../../server/db/connect.ts'
import { migrateToLatest } from '../../../server/db/migrate.ts'
import { makeBare, makeWhole } from './bare-tables.ts'
import { RowInserts } from './row-inserts.ts'
import type { Sink, Tables } from './sink.ts'

/** What is written until all of it is there: a service finds no database before. */
export const UNFINISHED = 'tanbiao.sqlite.unfinished'

/** Nothing is kept of a run that is interrupted, and the rows are known to be right; a GB of them is in memory. */
const SETTINGS = [
  'journal_mode = delete',
  'journal_mode = off',
  'synchronous = off',
  'locking_mode = exclusive',
  'foreign_keys = off',
  'ignore_check_constraints = on',
  'cache_size = -1000000',
  'threads = 2',
]

/** Filled line by line, with indexes that are not in the order of the lines. */
const GROWING = ['audit_line', 'observation_revision', 'observation_step']

/** To these every line adds at few places only, which is no slower than to read the whole log for each at the end. */
const KEPT = ['audit_line_at', 'audit_line_actor', 'audit_line_action']

interface Definition {
  type: string
  name: string
  sql: string
}

/** A new SQLite file in a folder. A crash leaves a file that nobody opens, and the next run writes anew. */
export async function openSqliteSink(dataDir: string, tables: Tables): Promise<Sink> {
  const file = path.join(dataDir, UNFINISHED)
  remove(file)
  const empty = connectSqlite(file)
  await migrateToLatest(empty)
  await empty.destroy()
  const database = new SQLite(file)
  for (const setting of SETTINGS) database.pragma(setting)
  const lifted = liftDefinitions(database)
  const bare = GROWING.map((table) => makeBare(database, table))
  for (const { name, sql } of lifted) if (KEPT.includes(name)) database.exec(sql)
  const inserts = new Map(
    Object.entries(tables).map(([table, columns]) => [table, new RowInserts(database, table, columns)]),
  )
  database.exec('begin')
  return {
    add: (table, row) => inserts.get(table)?.add(row),
    drain: () => Promise.resolve(),
    finish: async () => {
      for (const rows of inserts.values()) rows.flush()
      database.exec('commit')
      for (const { name, sql } of lifted) if (!KEPT.includes(name)) database.exec(sql)
      for (const table of bare) makeWhole(database, table)
      database.pragma('journal_mode = wal')
      database.close()
      renameSync(file, path.join(dataDir, 'tanbiao.sqlite'))
      await Promise.resolve()
    },
    abort: async () => {
      database.close()
      remove(file)
      await Promise.resolve()
    },
  }
}

/** Drops rules and indexes; answers what makes them again: rules last, in the order in which they were made. */
function liftDefinitions(database: SQLite.Database): Definition[] {
  const lifted = database
    .prepare<[], Definition>(
      `select type, name, sql from sqlite_master where type in ('index', 'trigger') and sql is not null order by type, rowid`,
    )
    .all()
  for (const { type, name } of lifted) database.exec(`drop ${type} "${name}"`)
  return lifted
}

function remove(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) if (existsSync(file + ending)) rmSync(file + ending)
}
