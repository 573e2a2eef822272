import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, PostgresAdapter, type Transaction } from 'kysely'
import { sql } from 'kysely'
import { refuseDone } from './once.ts'
import type { Database } from './schema.ts'
import { Turns } from './turns.ts'

export type Engine = 'sqlite' | 'postgres'

export function engineOf(db: Kysely<Database>): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
}

// Any number that no one else in the database uses.
const WRITER_LOCK = 7_382_646

/**
 * Runs `write` alone: one writer at a time on either engine, since each change continues the chain of the audit log.
 * All of it is stored or nothing. Nothing slow may be awaited inside, and nothing may use the outer connection.
 */
export async function inWriteTransaction<Result>(
  db: Kysely<Database>,
  write: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  const result = await whileNobodyWrites(db, async (trx) => {
    await refuseDone(trx)
    return await write(trx)
  })
  written.set(db, countWritten(db) + 1)
  listeners.get(db)?.()
  return result
}

const written = new WeakMap<Kysely<Database>, number>()

/** How many write transactions of this process have been stored over this connection. */
export const countWritten = (db: Kysely<Database>): number => written.get(db) ?? 0

const listeners = new WeakMap<Kysely<Database>, () => void>()

/** Tells `listener`, of which a connection has one, of each write transaction of this process that has been stored. */
export function onWritten(db: Kysely<Database>, listener: () => void): void {
  listeners.set(db, listener)
}

/** The same for what writes nothing itself, but must not have the log grow meanwhile; nobody is told of it. */
export async function whileNobodyWrites<Result>(
  db: Kysely<Database>,
  write: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  return await oneByOne(db, () => transact(db, write))
}

const turns = new WeakMap<Kysely<Database>, Turns>()

/** Writers of one process wait here, and not each with a connection, of which readers would find none. */
async function oneByOne<Result>(db: Kysely<Database>, write: () => Promise<Result>): Promise<Result> {
  const ofDatabase = turns.get(db) ?? new Turns()
  turns.set(db, ofDatabase)
  const giveOn = await ofDatabase.take()
  try {
    return await write()
  } finally {
    // SQLite answers without a pause, so that all who wait would be one piece of work, and nobody else be heard meanwhile.
    setImmediate(giveOn)
  }
}

async function transact<Result>(
  db: Kysely<Database>,
  write: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  try {
    return await db.transaction().execute(async (trx) => {
      if (engineOf(trx) === 'postgres') await sql`select pg_advisory_xact_lock(${WRITER_LOCK})`.execute(trx)
      const { seq } = await trx
        .selectFrom('audit_line')
        .select(({ fn }) => fn.max('seq').as('seq'))
        .executeTakeFirstOrThrow()
      beginnings.set(trx, { db, seq: seq ?? 0 })
      begun.set(db, performance.now())
      return await within.run(db, () => write(trx))
    })
  } finally {
    begun.delete(db)
  }
}

const within = new AsyncLocalStorage<Kysely<Database>>()

/** Whether the work under way is within a write transaction over this connection. */
export const isWithinWrite = (db: Kysely<Database>): boolean => within.getStore() === db

const begun = new WeakMap<Kysely<Database>, number>()

/** For how long this process has been at the write transaction that is under way; 0 where none is. */
export function writingMilliseconds(db: Kysely<Database>): number {
  const begin = begun.get(db)
  return begin === undefined ? 0 : performance.now() - begin
}

interface Beginning {
  db: Kysely<Database>
  /** The last line of the log that was there. */
  seq: number
}

const beginnings = new WeakMap<Kysely<Database>, Beginning>()

/** Over which connection a write transaction runs, and what was there before it; undefined of any other. */
export const committedAt = (trx: Kysely<Database>): Beginning | undefined => beginnings.get(trx)
