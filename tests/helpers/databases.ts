import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, inject, onTestFinished } from 'vitest'
import { connect } from '../../server/db/connect.ts'
import type { Engine } from '../../server/db/dialect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import type { Database } from '../../server/db/schema.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
    /** What the project of vitest says that runs the test; see `engineOfRun`. */
    engine: Engine
  }
}

export interface TestDatabase {
  db: Kysely<Database>
  close: () => Promise<void>
}

/** The same tests on a real SQLite file and on a real PostgreSQL server. */
export function describeOnBothEngines(name: string, tests: (engine: Engine) => void): void {
  describe.each<Engine>(['sqlite', 'postgres'])(`${name} (%s)`, tests)
}

/** The engine of tests that run once per engine, in a project of vitest for each: those in a browser. */
export const engineOfRun = (): Engine => inject('engine')

/** An empty database with the newest schema; whoever opens it closes it. */
export async function openDatabase(engine: Engine): Promise<TestDatabase> {
  return engine === 'sqlite' ? await openSqlite() : await openPostgres()
}

/** The same, closed at the end of the running test. */
export async function databaseOfTest(engine: Engine): Promise<Kysely<Database>> {
  const { db, close } = await openDatabase(engine)
  onTestFinished(close)
  return db
}

/** Builds something on a database that all tests of a `describe` share and none of them changes. */
export function shared<Built>(engine: Engine, build: (db: Kysely<Database>) => Promise<Built>): () => Built {
  let database: TestDatabase | undefined
  let built: Built
  beforeAll(async () => {
    database = await openDatabase(engine)
    built = await build(database.db)
  })
  afterAll(async () => await database?.close())
  return () => built
}

async function openSqlite(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tanbiao-sqlite-'))
  const db = connect({ dataDir })
  await migrateToLatest(db)
  return {
    db,
    close: async () => {
      await db.destroy()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function openPostgres(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const url = await emptyPostgres(server, MIGRATED)
  const db = connect({ url, dataDir: '' })
  // Kysely connects at the first question, and a connection that was closed before it would open after all.
  await sql`select 1`.execute(db)
  return {
    db,
    close: async () => {
      await db.destroy()
      // Some 9 MB each: a run makes a thousand, and what is dropped soon is never written to the disk.
      await inServer(server, `drop database ${url.slice(url.lastIndexOf('/') + 1)} with (force)`)
    },
  }
}

/** The database of which those of the tests are copies: sooner made than by every migration. */
const MIGRATED = 'migrated'

/** Makes ready a server for many small databases that are soon gone, and what they are copied from. */
export async function prepareServer(server: string): Promise<void> {
  // It would go round them all the time.
  await inServer(server, 'alter system set autovacuum = off')
  await inServer(server, 'select pg_reload_conf()')
  await inServer(server, `create database ${MIGRATED}`)
  const db = connect({ url: addressOf(server, MIGRATED), dataDir: '' })
  await migrateToLatest(db)
  await db.destroy()
}

/** The address of a new database of this server: empty, or a copy of another of its databases. */
export async function emptyPostgres(server: string, template = 'template1'): Promise<string> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await inServer(server, `create database ${name} template ${template}`)
  return addressOf(server, name)
}

const addressOf = (server: string, name: string): string => server.replace(/[^/]*$/, name)

async function inServer(server: string, statement: string): Promise<void> {
  const administrator = connect({ url: server, dataDir: '' })
  await sql.raw(statement).execute(administrator)
  await administrator.destroy()
}
