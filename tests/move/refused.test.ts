import path from 'node:path'
import SQLite from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import { loadPlans } from '../../seeds/load.ts'
import { PROGRAM } from '../../server/audit/program.ts'
import { recordChange } from '../../server/audit/record.ts'
import { connect } from '../../server/db/connect.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import { readSide } from '../../server/move/address.ts'
import { copyTables } from '../../server/move/copy.ts'
import { moveDatabase } from '../../server/move/move.ts'
import { holdStill } from '../../server/move/hold-still.ts'
import { openTarget } from '../../server/move/open-sides.ts'
import { NOW } from '../helpers/app.ts'
import { temporaryFolder } from '../helpers/audit-folder.ts'
import { describeOnBothEngines } from '../helpers/databases.ts'
import { openTables } from '../helpers/tamper.ts'
import { filledSide, fingerprintIn, newSide, runMove, type TestSide, withSide } from './sides.ts'

const plans = (db: Kysely<Database>): Promise<void> => loadPlans(db, NOW)

/** One more line, as the service would write it. */
const recordOne = (db: Kysely<Database>): Promise<number> =>
  inWriteTransaction(db, (trx) =>
    recordChange(trx, PROGRAM, NOW, { action: 'session.refuse', data: { username: null, why: 'wrong' } }),
  )

/** Copies the tables and goes no further, as a move that was killed. */
async function copyOnly(from: TestSide, to: TestSide): Promise<void> {
  await withSide(from, async (source) => {
    const { db } = await openTarget(readSide('TO', to.address), source)
    await copyTables(source, db, () => undefined)
    await db.destroy()
  })
}

it.each([
  [[], /^FROM is missing\. Use: npm run move -- FROM TO, /],
  [['sqlite:/data/tanbiao.sqlite'], /^TO is missing\. /],
  [
    ['mysql://u:secret@h/d', 'sqlite:x'],
    /^FROM: mysql:\/\/u:\*\*\*@h\/d begins neither with sqlite: nor with postgres:\/\/\. /,
  ],
  [
    ['sqlite:/data/other.sqlite', 'postgres://h/d'],
    /^FROM: .* is not the file of a service, which is tanbiao\.sqlite /,
  ],
  [
    ['postgres://u:a/b#c@h/d', 'sqlite:/x/tanbiao.sqlite'],
    /^FROM: postgres:\/\/\*\*\*@h\/d is not an address such as /,
  ],
  [['postgres://h/d', 'sqlite:/x/tanbiao.sqlite', 'more'], /^What is more\? /],
  [
    ['sqlite:/nowhere/tanbiao.sqlite', 'postgres://127.0.0.1:1/x'],
    /^FROM: there is no sqlite:\/nowhere\/tanbiao\.sqlite\.$/,
  ],
])('%j is refused with one sentence', async (args, sentence) => {
  const { code, stderr } = await runMove('', ...args)
  expect(code).toBe(1)
  expect(stderr.trim()).toMatch(sentence)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

it('a server that does not answer is told by its side (postgres)', async () => {
  const from = await filledSide('sqlite', plans)
  const { code, stderr } = await runMove(from.place.dataDir, from.address, 'postgres://u:secret@127.0.0.1:1/x')
  expect(code).toBe(1)
  expect(stderr).toMatch(/^TO: postgres:\/\/u:\*\*\*@127\.0\.0\.1:1\/x: nothing listens there\./)
})

describeOnBothEngines('a move', (engine) => {
  it('takes no target that has a log of its own, rows, or tables of something else', async () => {
    const from = await filledSide(engine, plans)
    const refusal = async (fill: (db: Kysely<Database>) => Promise<unknown>): Promise<string> => {
      const to = await filledOnly(await newSide(engine), fill)
      const { code, stderr } = await runMove(from.place.dataDir, from.address, to.address)
      expect(code).toBe(1)
      return stderr.trim()
    }
    expect(await refusal((db) => sql`create table ledger (id integer)`.execute(db))).toBe(
      'TO has a table ledger, which is not of this program. Give another target, or remove this database and make an empty one.',
    )
    const full = await filledSide(engine, async (db) => {
      await plans(db)
      await recordOne(db)
    })
    const { stderr } = await runMove(from.place.dataDir, from.address, full.address)
    expect(stderr).toMatch(/^TO is not empty: it has a log of \d+ lines\./)
  }, 60_000)

  it('takes no source that is none, or that the log of a start would refuse', async () => {
    const to = await newSide(engine)
    const empty = await filledOnly(await newSide(engine), async (db) => sql`select 1`.execute(db))
    expect((await runMove(temporaryFolder(), empty.address, to.address)).stderr).toMatch(
      /^FROM is no database of this program\./,
    )
    const from = await filledSide(engine, plans)
    expect((await runMove(temporaryFolder(), from.address, to.address)).stderr).toMatch(/^FROM: The log names the key /)
    await withSide(from, async (db) => {
      await openTables(db)
      await sql`delete from audit_line where seq = 40`.execute(db)
    })
    expect((await runMove(from.place.dataDir, from.address, to.address)).stderr).toMatch(
      /^FROM: The audit log is broken at line 40: it is missing\./,
    )
  }, 60_000)

  it('takes what the source has recorded after an interruption, and nothing of another source', async () => {
    const from = await filledSide(engine, plans)
    const to = await newSide(engine)
    await copyOnly(from, to)
    await withSide(from, recordOne)
    const stranger = await filledSide(engine, (db) => loadPlans(db, new Date('2026-07-01T00:00:00.000Z')))
    expect((await runMove(stranger.place.dataDir, stranger.address, to.address)).stderr).toMatch(
      /^TO is the unfinished target of a move from another database: its line \d+ is not one of FROM\./,
    )
    const ended = await runMove(from.place.dataDir, from.address, to.address)
    expect(ended).toMatchObject({ code: 0 })
    expect(fingerprintIn(ended, 'TO')).toBe(fingerprintIn(ended, 'FROM'))
  }, 60_000)

  it('finds a row of the target that is not the source’s, and leaves the target unfinished', async () => {
    const from = await filledSide(engine, plans)
    const to = await newSide(engine)
    await copyOnly(from, to)
    await withSide(to, async (db) => {
      await openTables(db)
      await sql`update target_revision set clause = 'x' where seq = (select min(seq) from target_revision)`.execute(db)
    })
    const { code, stdout } = await runMove(from.place.dataDir, from.address, to.address)
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /✗ The table target_revision is not the same: \d+ rows here, \d+ there\. TO is not to be used\./,
    )
    expect((await runMove(from.place.dataDir, to.address, (await newSide(engine)).address)).stderr).toMatch(
      /^FROM: A move into this database has not come to its end/,
    )
  }, 60_000)

  it('finds a source of which the tables are not what its log says', async () => {
    const from = await filledSide(engine, plans)
    await withSide(from, async (db) => {
      await openTables(db)
      await sql`update plan set title_en = 'x' where seq = (select min(seq) from plan)`.execute(db)
    })
    const { code, stdout } = await runMove(from.place.dataDir, from.address, (await newSide(engine)).address)
    expect(code).toBe(1)
    expect(stdout).toContain('✗ The tables are not what the log says; the same is true of FROM.')
    expect(stdout).toMatch(/✗ plan, seq \d+, title_en: the database has "x", the log says /)
  }, 60_000)

  it('that has come to its end only compares when it is run again', async () => {
    const from = await filledSide(engine, plans)
    const to = await newSide(engine)
    expect(await runMove(from.place.dataDir, from.address, to.address)).toMatchObject({ code: 0 })
    const again = await runMove(from.place.dataDir, from.address, to.address)
    expect(again).toMatchObject({ code: 0 })
    expect(again.stdout).toContain('TO holds this log already; both sides were compared.')
    await withSide(to, (db) =>
      sql`insert into sign_in_limit (key, failures, last_at) values ('x', 1, ${NOW.toISOString()})`.execute(db),
    )
    const used = await runMove(from.place.dataDir, from.address, to.address)
    expect(used.code).toBe(1)
    expect(used.stdout).toContain(
      '✗ The table sign_in_limit is not the same: 0 rows here, 1 there. It has changed since its move ended.',
    )
  }, 60_000)

  it('lets nobody write to its source meanwhile', async () => {
    const from = await filledSide(engine, plans)
    const to = await newSide(engine)
    const beside = connect(from.place)
    const order: string[] = []
    let writing: Promise<unknown> | undefined
    const write = (): void => {
      if (from.place.url !== undefined) writing ??= recordOne(beside).then(() => order.push('written'))
      else expect(() => beginToWrite(path.join(from.place.dataDir, 'tanbiao.sqlite'))).toThrow('database is locked')
    }
    const compared = (): void => void (order.includes('compared') || order.push('compared'))
    const sides = { from: readSide('FROM', from.address), to: readSide('TO', to.address) }
    const { why } = await moveDatabase(
      { ...sides, dataDir: from.place.dataDir, isReplayed: false },
      { onCopied: write, onRead: compared, onReplay: () => undefined },
    )
    expect(why).toBeUndefined()
    await (writing ?? recordOne(beside).then(() => order.push('written')))
    expect(order).toEqual(['compared', 'written'])
    await beside.destroy()
  }, 60_000)
})

/** What a service does first when it writes, without the patience that it has. */
function beginToWrite(file: string): void {
  const database = new SQLite(file, { timeout: 0 })
  try {
    database.exec('begin immediate; rollback')
  } finally {
    database.close()
  }
}

it('a log that grows past the lock of PostgreSQL is found', async () => {
  const from = await filledSide('postgres', plans)
  await withSide(from, async (db) => {
    const growing = holdStill(db, async ({ checkUnchanged }) => {
      // As someone does it who does not know of the lock.
      await db
        .transaction()
        .execute((trx) =>
          recordChange(trx, PROGRAM, NOW, { action: 'session.refuse', data: { username: null, why: 'wrong' } }),
        )
      await checkUnchanged()
    })
    await expect(growing).rejects.toThrow(
      /^The log of the source has grown from \d+ to \d+ lines meanwhile\. Stop what/,
    )
  })
}, 60_000)

/** What `fill` does to a database that the program has not made. */
async function filledOnly(side: TestSide, fill: (db: Kysely<Database>) => Promise<unknown>): Promise<TestSide> {
  await withSide(side, async (db) => void (await fill(db)))
  return side
}
