import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Kysely } from 'kysely'
import { inject } from 'vitest'
import { openHead } from '../../server/audit/head-keeper.ts'
import { connect } from '../../server/db/connect.ts'
import type { Engine } from '../../server/db/dialect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import type { Database } from '../../server/db/schema.ts'
import type { Place } from '../../server/db/trouble.ts'
import { NOW } from '../helpers/app.ts'
import { temporaryFolder } from '../helpers/audit-folder.ts'
import { emptyPostgres } from '../helpers/databases.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** One side of a move in a test: where it is, and as the command line has it. */
export interface TestSide {
  place: Place
  address: string
}

/** A place at which there is nothing yet. */
export async function newSide(engine: Engine): Promise<TestSide> {
  const dataDir = temporaryFolder()
  if (engine === 'sqlite') return { place: { dataDir }, address: `sqlite:${path.join(dataDir, 'tanbiao.sqlite')}` }
  const url = await emptyPostgres(inject('postgresUrl'))
  return { place: { url, dataDir }, address: url }
}

/** The same with what `fill` records, signed in its folder as the service leaves it. */
export async function filledSide(engine: Engine, fill: (db: Kysely<Database>) => Promise<void>): Promise<TestSide> {
  const side = await newSide(engine)
  await withSide(side, async (db) => {
    await migrateToLatest(db)
    await fill(db)
  })
  await signSide(side)
  return side
}

/** Signs the log of a side in its folder as the service leaves it. */
export async function signSide(side: TestSide): Promise<void> {
  await withSide(side, async (db) => await (await openHead(db, side.place.dataDir, () => NOW)).close())
}

/** Uses the database of a side, and closes it: none of the tests that move has it open meanwhile. */
export async function withSide<Result>({ place }: TestSide, use: (db: Kysely<Database>) => Promise<Result>) {
  const db = connect(place)
  try {
    return await use(db)
  } finally {
    await db.destroy()
  }
}

export interface Ended {
  code: number
  stdout: string
  stderr: string
}

const environment = (dataDir: string) => ({ PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir })

/** `npm run move -- …` to its end. */
export async function runMove(dataDir: string, ...args: string[]): Promise<Ended> {
  return await new Promise((resolve) => {
    const options = { cwd: ROOT, env: environment(dataDir) }
    execFile(process.execPath, ['scripts/run.mjs', 'scripts/move.ts', ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })
}

/** The same, killed so many milliseconds after it was first heard of; answers whether it had come to its end before. */
export async function killMove(dataDir: string, afterMs: number, ...args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/move.ts', ...args], {
    cwd: ROOT,
    env: environment(dataDir),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(child, 'exit')
  // The first line of its progress: from here on it writes.
  await Promise.race([once(child.stderr, 'data'), ended])
  child.stderr.resume()
  await Promise.race([delay(afterMs), ended])
  child.kill('SIGKILL')
  const [code] = (await ended) as [number | null]
  return code === 0
}

/** The line of a side in what a move has printed: fingerprint and end of the log. */
export const fingerprintIn = ({ stdout }: Ended, side: 'FROM' | 'TO'): string =>
  new RegExp(`^${side.padEnd(4)} ([0-9a-f]{64}, line \\d+ has the hash [0-9a-f]{64})$`, 'm').exec(stdout)?.[1] ?? stdout
