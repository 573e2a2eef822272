import { closeSync, existsSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { isMarkedBroken } from '../../server/audit/broken-mark.ts'
import { CHECK_LOCK, checkUnread } from '../../server/audit/check-unread.ts'
import { prepareLaterCheck } from '../../server/audit/later-check.ts'
import { findLastLine } from '../../server/audit/queries.ts'
import { connect } from '../../server/db/connect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import type { Database } from '../../server/db/schema.ts'
import { inAudit, temporaryFolder } from '../helpers/audit-folder.ts'
import { describeOnBothEngines, emptyPostgres } from '../helpers/databases.ts'
import { runScript, type Service, startService } from '../helpers/service.ts'
import { openTables } from '../helpers/tamper.ts'

/** So many of the newest lines are read before it listens: fewer than the plans have. */
const SOME = { START_CHECK_LINES: '50', METRICS: '1' }
const FAR_BACK = 12

const numberIn = (text: string, name: string): number | undefined => {
  const [, value] = new RegExp(`^${name} (.+)$`, 'm').exec(text) ?? []
  return value === undefined ? undefined : Number(value)
}

const asked = async ({ address }: Service, url: string): Promise<string> => await (await fetch(address + url)).text()

describeOnBothEngines('a start on a log that is longer than what is read before', (engine) => {
  /** The service was started and stopped once; a hand beside it that changes what it likes. */
  const prepared = async () => {
    const dataDir = temporaryFolder()
    const url = engine === 'postgres' ? await emptyPostgres(inject('postgresUrl')) : undefined
    const env = { DATA_DIR: dataDir, ...(url !== undefined && { DATABASE_URL: url }) }
    expect(await (await startService(env)).stop()).toBe(0)
    const withDatabase = async <Result>(use: (db: Kysely<Database>) => Promise<Result>): Promise<Result> => {
      const db = connect({ url, dataDir })
      try {
        return await use(db)
      } finally {
        await db.destroy()
      }
    }
    return { dataDir, url, env, withDatabase, mark: inAudit(dataDir, 'BROKEN') }
  }
  const rewrite = async (db: Kysely<Database>, seq: number, from: string, to: string): Promise<void> => {
    await openTables(db)
    await sql`update audit_line set line = replace(line, ${from}, ${to}) where seq = ${seq}`.execute(db)
  }

  it('checks the rest while it answers, and says how far it is and when it has come to its end', async () => {
    const { env, mark, withDatabase } = await prepared()
    const all = await withDatabase(findLastLine)
    const service = await startService({ ...env, ...SOME })
    await expect
      .poll(async () => numberIn(await asked(service, '/metrics'), 'tanbiao_audit_check_finished_seconds'), {
        timeout: 30_000,
      })
      .toBeGreaterThan(Date.now() / 1000 - 600)
    const metrics = await asked(service, '/metrics')
    expect(numberIn(metrics, 'tanbiao_audit_lines_to_check')).toBe(all?.seq)
    expect(numberIn(metrics, 'tanbiao_audit_checked_lines')).toBe(all?.seq)
    expect(numberIn(metrics, 'tanbiao_audit_broken')).toBe(0)
    expect(JSON.parse(await asked(service, '/api/health'))).toMatchObject({ auditLog: 'whole' })
    expect(existsSync(mark)).toBe(false)
    expect(await service.stop()).toBe(0)
  }, 90_000)

  it('stops when another server on the same folder has found it broken', async () => {
    const { env, mark } = await prepared()
    const service = await startService(env)
    writeFileSync(mark, 'The audit log is broken at line 7.\n')
    expect(await service.ended).toBe(1)
  }, 90_000)

  it('stops when a line far back was rewritten, and does not start again before all is well', async () => {
    const { env, mark, withDatabase } = await prepared()
    await withDatabase((db) => rewrite(db, FAR_BACK, '"seq"', ' "seq"'))
    const sentence = `The audit log is broken at line ${FAR_BACK}: its text does not have its hash.`
    const service = await startService({ ...env, ...SOME })
    expect(await service.ended).toBe(1)
    expect(readFileSync(mark, 'utf8')).toContain(sentence)

    const refused = await runScript({ ...env, ...SOME }, ['server/main.ts'])
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining(sentence) })
    expect(refused.stderr).toContain(`${mark} keeps it`)
    // What is broken within cannot be accepted.
    const unaccepted = await runScript(env, ['scripts/accept-log.ts'])
    expect(unaccepted).toMatchObject({ code: 1, stderr: expect.stringContaining(sentence) })
    expect((await runScript(env, ['scripts/verify.ts', '--database'])).code).toBe(1)
    expect(existsSync(mark)).toBe(true)

    await withDatabase((db) => rewrite(db, FAR_BACK, ' "seq"', '"seq"'))
    expect((await runScript({ ...env, ...SOME }, ['server/main.ts'])).code).toBe(1)
    const accepted = await runScript(env, ['scripts/accept-log.ts'])
    expect(accepted).toMatchObject({ code: 0, stdout: expect.stringContaining('BROKEN is removed') })
    expect(existsSync(mark)).toBe(false)
    expect(await (await startService({ ...env, ...SOME })).stop()).toBe(0)
  }, 120_000)

  it('lets a verification that finds nothing wrong take the mark away', async () => {
    const { env, mark } = await prepared()
    writeFileSync(mark, 'Something was found.\n')
    expect((await runScript(env, ['server/main.ts'])).stderr).toContain('Something was found. The check after a start')
    const verified = await runScript(env, ['scripts/verify.ts', '--database'])
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('BROKEN is removed') })
    expect(await (await startService(env)).stop()).toBe(0)
  }, 90_000)

  it('refuses at once where one of the newest lines was rewritten, or the line before them is gone', async () => {
    const { env, mark, withDatabase } = await prepared()
    const last = (await withDatabase(findLastLine))?.seq ?? 0
    await withDatabase((db) => rewrite(db, last - 3, '"seq"', ' "seq"'))
    const rewritten = await runScript({ ...env, ...SOME }, ['server/main.ts'])
    expect(rewritten).toMatchObject({ code: 1, stderr: expect.stringContaining(`broken at line ${last - 3}: `) })
    await withDatabase((db) => rewrite(db, last - 3, ' "seq"', '"seq"'))
    await withDatabase(async (db) => {
      await openTables(db)
      await sql`delete from audit_line where seq = ${last - 50}`.execute(db)
    })
    const gone = await runScript({ ...env, ...SOME }, ['server/main.ts'])
    expect(gone).toMatchObject({ code: 1, stderr: expect.stringContaining(`line ${last - 50}: it is missing`) })
    expect(existsSync(mark)).toBe(false)
  }, 90_000)

  it('says that it is not ready where another process has found the log broken', async () => {
    const { env, mark } = await prepared()
    const service = await startService(env)
    expect(await asked(service, '/api/ready')).toContain('"ready"')
    writeFileSync(mark, 'Something was found.\n')
    expect(JSON.parse(await asked(service, '/api/ready'))).toMatchObject({
      code: 'not-ready',
      errors: [{ path: 'auditLog', code: 'log-broken' }],
    })
    expect(JSON.parse(await asked(service, '/api/health'))).toMatchObject({ auditLog: 'broken' })
    expect(await service.stop()).toBe(0)
  }, 60_000)
})

describe('the check after a start', () => {
  it('finds a part of the file of SQLite that is damaged', async () => {
    const dataDir = temporaryFolder()
    expect(await (await startService({ DATA_DIR: dataDir })).stop()).toBe(0)
    const file = path.join(dataDir, 'tanbiao.sqlite')
    const database = new SQLite(file)
    // A table that no start reads.
    const page = database.prepare(`select rootpage, (select page_size from pragma_page_size) as size
      from sqlite_master where name = 'conflict'`)
    const { rootpage, size } = page.get() as { rootpage: number; size: number }
    database.close()
    const handle = openSync(file, 'r+')
    writeSync(handle, Buffer.alloc(size, 0xa5), 0, size, (rootpage - 1) * size)
    closeSync(handle)
    const service = await startService({ DATA_DIR: dataDir, ...SOME })
    expect(await service.ended).toBe(1)
    const refused = await runScript({ DATA_DIR: dataDir, ...SOME }, ['server/main.ts'])
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('tanbiao.sqlite is damaged') })
    const verified = await runScript({ DATA_DIR: dataDir }, ['scripts/verify.ts', '--database'])
    expect(verified).toMatchObject({ code: 1, stderr: expect.stringContaining('tanbiao.sqlite is damaged') })
  }, 90_000)

  const begun = (folder: string) => {
    const check = prepareLaterCheck({ place: { dataDir: path.join(folder, 'nothing') }, upTo: 10 }, 25, folder)
    const heard: string[] = []
    check.begin({
      onWhole: () => heard.push('whole'),
      onLeft: () => heard.push('left'),
      onBroken: (sentence) => heard.push(sentence),
      onFailed: (why) => heard.push(`failed: ${why}`),
    })
    return { check, heard }
  }

  it('says so where it could not be done, and leaves no mark', async () => {
    const folder = temporaryFolder()
    const { check, heard } = begun(folder)
    expect(check.state()).toBe('checking')
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual([expect.stringMatching(/^failed: /)])
    expect(check.state()).toBe('unfinished')
    expect(check.lines()).toEqual({ checked: 15, all: 25 })
    expect([check.finishedAt(), isMarkedBroken(folder)]).toEqual([undefined, false])
    check.close()
  })

  it('ends without a word when the service stops', async () => {
    const { check, heard } = begun(temporaryFolder())
    check.close()
    await expect.poll(() => check.state(), { timeout: 20_000 }).toBe('unfinished')
    expect(heard).toEqual([])
  })

  it('is done already where the start has read all', () => {
    const folder = temporaryFolder()
    const check = prepareLaterCheck({ place: { dataDir: folder }, upTo: 0 }, 25, folder)
    expect([check.state(), check.lines()]).toEqual(['whole', { checked: 25, all: 25 }])
    expect(check.finishedAt()).toBeInstanceOf(Date)
  })

  it('is left to another process that is at it on a PostgreSQL database', async () => {
    const { db, task } = await emptyTask()
    const say = (): void => undefined
    await db.connection().execute(async (other) => {
      await sql`select pg_advisory_lock(${CHECK_LOCK})`.execute(other)
      expect(await checkUnread(task, say)).toEqual({ is: 'left' })
      await sql`select pg_advisory_unlock(${CHECK_LOCK})`.execute(other)
      expect(await checkUnread(task, say)).toEqual({ is: 'whole' })
      // That one has given its turn back.
      expect(await checkUnread(task, say)).toEqual({ is: 'whole' })
    })
  }, 60_000)
})

async function emptyTask() {
  const place = { url: await emptyPostgres(inject('postgresUrl')), dataDir: '' }
  const db = connect(place)
  onTestFinished(() => db.destroy())
  await migrateToLatest(db)
  return { db, task: { place, upTo: 0 } }
}
