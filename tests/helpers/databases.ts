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

export interface TestDatabase {
  db: Kysely<Database>
  close: () => Promise<void>
}

/** The same tests on a real SQLite file and on a real PostgreSQL server. */
export function describeOnBothEngines(name: string, tests: (engine: Engine) => void): void {
  describe.each<Engine>(['sqlite', 'postgres'])(`${name} (%s)`, tests)
}

/** An empty database with the newest schema; whoever opens it closes it. */
export async function openDatabase(engine: Engine): Promise<TestDatabase> {
  const database = engine === 'sqlite' ? openSqlite() : await openPostgres()
  await migrateToLatest(database.db)
  return database
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

function openSqlite(): TestDatabase {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tanbiao-sqlite-'))
  const db = connect({ dataDir })
  return {
    db,
    close: async () => {
      await db.destroy()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function openPostgres(): Promise<TestDatabase> {
  const db = connect({ url: await emptyPostgres(inject('postgresUrl')), dataDir: '' })
  return { db, close: () => db.destroy() }
}

/** The address of a new, empty database of this server. */
export async function emptyPostgres(server: string): Promise<string> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const administrator = connect({ url: server, dataDir: '' })
  await sql.raw(`create database ${name}`).execute(administrator)
  await administrator.destroy()
  return server.replace(/[^/]*$/, name)
}
