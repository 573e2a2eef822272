import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import pg from 'pg'
import type { Desk } from './desk.ts'

/** A database of its own with two bare tables: no rules, no keys but the row's number. */
export interface BareDatabase {
  /** Inserts rows with one prepared statement in one transaction. */
  insert: (figures: readonly BareFigure[]) => Promise<void>
  /** A transaction of two rows, durable when it is done; one at a time. */
  transact: (text: string) => Promise<void>
  close: () => Promise<void>
}

interface BareFigure {
  regionCode: string
  indicatorCode: string
  year: number
  value: string
  source: string
  note: string
}

const FIGURE = `region_code text, indicator_code text, kind text, year integer, measure text, revision integer, value text,
  missing_reason text, provisional integer, break_before integer, source text, note text, correction_code text,
  correction_reason text, sample integer`
const COLUMNS = 15
const CREATE = (key: string): string[] => [
  `create table figure (seq ${key}, ${FIGURE})`,
  `create table entry (seq ${key}, line text)`,
  `create table change (seq ${key}, line text)`,
]

const cellsOf = ({ regionCode, indicatorCode, year, value, source, note }: BareFigure): (string | number | null)[] => [
  ...[regionCode, indicatorCode, 'level', year, 'value', 1, value, null, 0, 0, source, note, null, null, 0],
]

const names = FIGURE.split(',').map((column) => column.trim().split(' ')[0])
const insertFigure = (values: string): string => `insert into figure (${names.join(', ')}) values (${values})`

export async function openBareDatabase({
  engine,
  reference,
}: Pick<Desk, 'engine' | 'reference'>): Promise<BareDatabase> {
  return engine === 'sqlite' ? openSqlite(reference.dataDir) : await openPostgres(reference.url ?? '')
}

function openSqlite(folder: string): BareDatabase {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const database = new SQLite(path.join(folder, 'bare.sqlite'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  for (const statement of CREATE('integer primary key')) database.exec(statement)
  const figure = database.prepare(insertFigure(Array.from({ length: COLUMNS }, () => '?').join(', ')))
  const entry = database.prepare('insert into entry (line) values (?)')
  const change = database.prepare('insert into change (line) values (?)')
  const insertAll = database.transaction((figures: readonly BareFigure[]) => {
    for (const one of figures) figure.run(...cellsOf(one))
  })
  const insertTwo = database.transaction((text: string) => {
    entry.run(text)
    change.run(text)
  })
  return {
    insert: async (figures) => insertAll.immediate(figures),
    transact: async (text) => insertTwo.immediate(text),
    close: async () => {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function openPostgres(url: string): Promise<BareDatabase> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const table of ['figure', 'entry', 'change']) await client.query(`drop table if exists ${table}`)
  for (const statement of CREATE('bigint generated always as identity primary key')) await client.query(statement)
  const text = insertFigure(Array.from({ length: COLUMNS }, (_, at) => `$${at + 1}`).join(', '))
  return {
    insert: async (figures) => {
      await client.query('begin')
      for (const figure of figures) await client.query({ name: 'figure', text, values: cellsOf(figure) })
      await client.query('commit')
    },
    transact: async (line) => {
      await client.query('begin')
      await client.query({ name: 'entry', text: 'insert into entry (line) values ($1)', values: [line] })
      await client.query({ name: 'change', text: 'insert into change (line) values ($1)', values: [line] })
      await client.query('commit')
    },
    close: () => client.end(),
  }
}
