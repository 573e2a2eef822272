import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { connectSqlite } from '../../../server/db/connect.ts'
import { migrateToLatest } from '../../../server/db/migrate.ts'
import { makeBare, makeWhole } from './bare-tables.ts'
import type { Row, Sink, Tables } from './sink.ts'

/** What is written until all of it is there: a service finds no database before. */
export const UNFINISHED = 'tanbiao.sqlite.unfinished'
const CACHE_KILOBYTES = 1_000_000

/** Filled line by line, with indexes that are not in the order of the lines. */
const GROWING = ['audit_line', 'observation_revision', 'observation_step']

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
  // Nothing is kept of a run that is interrupted.
  for (const pragma of ['journal_mode = delete', 'journal_mode = off', 'synchronous = off', 'locking_mode = exclusive'])
    database.pragma(pragma)
  database.pragma('foreign_keys = off')
  database.pragma('ignore_check_constraints = on')
  database.pragma(`cache_size = -${CACHE_KILOBYTES}`)
  database.pragma('threads = 2')
  const lifted = liftDefinitions(database)
  const bare = GROWING.map((table) => makeBare(database, table))
  const inserts = new Map(Object.entries(tables).map(([table, columns]) => [table, insertOf(database, table, columns)]))
  database.exec('begin')
  return {
    add: (table, row) => void inserts.get(table)?.run(row),
    drain: () => Promise.resolve(),
    finish: async () => {
      database.exec('commit')
      for (const { sql } of lifted) database.exec(sql)
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

function insertOf(database: SQLite.Database, table: string, columns: readonly string[]): SQLite.Statement<Row[]> {
  const places = columns.map(() => '?').join(', ')
  return database.prepare<Row[]>(`insert into ${table} (${columns.join(', ')}) values (${places})`)
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
