import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, inject, it, onTestFinished } from 'vitest'
import { findPostgresBin } from '../../scripts/test-machine.ts'
import { loadPlans } from '../../seeds/load.ts'
import { openHead } from '../../server/audit/head-keeper.ts'
import { findLastLine } from '../../server/audit/queries.ts'
import { connect } from '../../server/db/connect.ts'
import type { Engine } from '../../server/db/dialect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import { checkHead } from '../../server/audit/head.ts'
import { auditFolder } from '../../server/audit/keys.ts'
import { openSnapshots } from '../../server/snapshots/keeper.ts'
import { addAccount, signIn } from '../helpers/accounts.ts'
import { NOW } from '../helpers/app.ts'
import { headLines, inAudit, temporaryFolder } from '../helpers/audit-folder.ts'
import { describeOnBothEngines, emptyPostgres } from '../helpers/databases.ts'
import { makeWith } from '../helpers/snapshots.ts'
import { openTables } from '../helpers/tamper.ts'
import { startServer } from '../proofs/server-process.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

type Env = Record<string, string>

/** A script of the project to its end, as its npm script starts it. */
async function run(env: Env, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return await new Promise((resolve) => {
    const bin = findPostgresBin()
    const options = {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], LOG_LEVEL: 'silent', ...(bin && { POSTGRES_BIN: bin }), ...env },
    }
    execFile(process.execPath, ['scripts/run.mjs', ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
  })
}

/** An empty place for a service: its settings. */
async function emptyPlace(engine: Engine): Promise<Env> {
  const dataDir = path.join(temporaryFolder(), 'data')
  return {
    DATA_DIR: dataDir,
    ...(engine === 'postgres' && { DATABASE_URL: await emptyPostgres(inject('postgresUrl')) }),
  }
}

const placeOf = (env: Env) => ({ url: env['DATABASE_URL'], dataDir: env['DATA_DIR'] ?? '' })

/** The plans, an account that is signed in, a snapshot and a signed log. */
async function aService(engine: Engine): Promise<Env> {
  const env = await emptyPlace(engine)
  const db = connect(placeOf(env))
  await migrateToLatest(db)
  await loadPlans(db, NOW)
  const head = await openHead(db, placeOf(env).dataDir, () => NOW)
  const snapshots = await openSnapshots(db, placeOf(env).dataDir, head, () => NOW)
  await makeWith(snapshots, db)
  await addAccount(db, { username: 'leader', role: 'leader' })
  await signIn(db, 'leader')
  await snapshots.close()
  await head.close()
  await db.destroy()
  return env
}

async function inDatabase<Result>(
  env: Env,
  work: (db: ReturnType<typeof connect>) => Promise<Result>,
): Promise<Result> {
  const db = connect(placeOf(env))
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

const endOf = async (env: Env) => await inDatabase(env, findLastLine)
const namesIn = (folder: string): string[] => readdirSync(folder).toSorted()
const onlyBackup = (to: string): string => path.join(to, namesIn(to)[0] ?? '')

describeOnBothEngines('npm run backup', (engine) => {
  it('writes what a restore needs, tries it, and keeps the private key out', async () => {
    const env = await aService(engine)
    const to = path.join(temporaryFolder(), 'backups')
    const { code, stdout, stderr } = await run(env, 'scripts/backup.ts', '--to', to)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`${headLines(placeOf(env).dataDir).lines} lines of the log`)
    expect(stdout).toContain('1 snapshots')
    expect(namesIn(to)).toEqual([expect.stringMatching(/^tanbiao-\d{8}T\d{6}Z$/)])
    const folder = onlyBackup(to)
    const database = engine === 'sqlite' ? 'tanbiao.sqlite' : 'tanbiao.dump'
    expect(namesIn(folder)).toEqual(['BACKUP.txt', 'SHA256SUMS', 'audit', 'snapshots', database])
    expect(namesIn(path.join(folder, 'audit'))).toEqual(['HEAD', 'HEAD.sig', 'public-key.pem'])
    expect(statSync(folder).mode & 0o077).toBe(0)
    expect(statSync(path.join(folder, database)).mode & 0o077).toBe(0)
    // Anyone can check it without this program.
    expect(execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })).toBe('')
    // The trial has left nothing behind.
    if (engine === 'postgres') {
      const left = await inDatabase(env, (db) =>
        sql`select datname from pg_database where datname like 'tanbiao_check_%'`.execute(db),
      )
      expect(left.rows).toEqual([])
    }
  }, 120_000)

  it('comes back in an empty place with the key, where the service goes on and nobody is signed in', async () => {
    const env = await aService(engine)
    const to = path.join(temporaryFolder(), 'backups')
    expect(await run(env, 'scripts/backup.ts', '--to', to, '--with-key')).toMatchObject({ code: 0 })
    const restored = await emptyPlace(engine)
    const { code, stdout } = await run(restored, 'scripts/restore.ts', onlyBackup(to))
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('The service can be started.') })
    expect(await endOf(restored)).toEqual(await endOf(env))
    await inDatabase(restored, async (db) => {
      expect(await checkHead(db, auditFolder(placeOf(restored).dataDir))).toMatchObject({
        lines: (await endOf(env))?.seq,
      })
      expect(await db.selectFrom('session').selectAll().execute()).toEqual([])
    })
    const [snapshot = ''] = namesIn(path.join(placeOf(env).dataDir, 'snapshots'))
    expect(namesIn(path.join(placeOf(restored).dataDir, 'snapshots', snapshot))).toEqual(
      namesIn(path.join(placeOf(env).dataDir, 'snapshots', snapshot)),
    )
    // A second time there is something in its way.
    const again = await run(restored, 'scripts/restore.ts', onlyBackup(to))
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('nothing is overwritten') })
    expect(await endOf(restored)).toEqual(await endOf(env))
    const elsewhere = { ...restored, DATA_DIR: path.join(temporaryFolder(), 'data') }
    if (engine === 'postgres') {
      expect(await run(elsewhere, 'scripts/restore.ts', onlyBackup(to))).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('has tables already'),
      })
    }
  }, 120_000)

  it('comes back without a key, and then says what has to be done; a key of another log is refused', async () => {
    const env = await aService(engine)
    const to = path.join(temporaryFolder(), 'backups')
    expect(await run(env, 'scripts/backup.ts', '--to', to)).toMatchObject({ code: 0 })
    const other = await aService(engine)
    const restored = await emptyPlace(engine)
    const wrongKey = ['--key', inAudit(placeOf(other).dataDir, 'private-key.pem')]
    expect(await run(restored, 'scripts/restore.ts', onlyBackup(to), ...wrongKey)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("is not the key that signed this backup's log"),
    })
    const { code, stdout } = await run(restored, 'scripts/restore.ts', onlyBackup(to))
    expect(code).toBe(0)
    expect(stdout).toContain('npm run accept-log')
    await inDatabase(restored, async (db) => {
      await expect(checkHead(db, auditFolder(placeOf(restored).dataDir))).rejects.toThrow('npm run accept-log')
    })
    const withKey = await emptyPlace(engine)
    const ownKey = ['--key', inAudit(placeOf(env).dataDir, 'private-key.pem')]
    expect(await run(withKey, 'scripts/restore.ts', onlyBackup(to), ...ownKey)).toMatchObject({ code: 0 })
    await inDatabase(withKey, async (db) => {
      await expect(checkHead(db, auditFolder(placeOf(withKey).dataDir))).resolves.toBeDefined()
    })
  }, 120_000)

  it('makes none of a database that is not as its log says, and removes no older one then', async () => {
    const env = await aService(engine)
    const to = path.join(temporaryFolder(), 'backups')
    mkdirSync(path.join(to, 'tanbiao-20200101T000000Z'), { recursive: true })
    mkdirSync(path.join(to, 'not-a-backup'))
    await inDatabase(env, async (db) => {
      await openTables(db)
      await sql`update region set name_zh = '别处' where code = '63'`.execute(db)
    })
    const { code, stderr } = await run(env, 'scripts/backup.ts', '--to', to, '--keep', '1')
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('No backup was made.') })
    expect(stderr).toContain('not as the log says, the first in region')
    expect(namesIn(to)).toEqual(['not-a-backup', 'tanbiao-20200101T000000Z'])
  }, 120_000)

  it('removes older ones beyond those to keep once a new one has passed, and writes unchanged snapshots once', async () => {
    const env = await aService(engine)
    const to = path.join(temporaryFolder(), 'backups')
    for (const name of ['tanbiao-20200101T000000Z', 'tanbiao-20210101T000000Z', 'mine']) {
      mkdirSync(path.join(to, name), { recursive: true })
    }
    // What a killed run has left, and what one may be writing just now.
    for (const name of ['.unfinished-tanbiao-old', '.unfinished-tanbiao-new']) mkdirSync(path.join(to, name))
    const twoDaysAgo = Date.now() / 1000 - 172_800
    utimesSync(path.join(to, '.unfinished-tanbiao-old'), twoDaysAgo, twoDaysAgo)
    const first = await run(env, 'scripts/backup.ts', '--to', to, '--keep', '2')
    expect(first.stdout).toContain('Removed: tanbiao-20200101T000000Z')
    const second = await run(env, 'scripts/backup.ts', '--to', to, '--keep', '2')
    expect(second.stdout).toContain('Removed: tanbiao-20210101T000000Z')
    const [unfinished, mine, one = '', other = ''] = namesIn(to)
    expect([unfinished, mine]).toEqual(['.unfinished-tanbiao-new', 'mine'])
    const [snapshot = ''] = namesIn(path.join(to, one, 'snapshots'))
    const inode = (folder: string): number => statSync(path.join(folder, snapshot, 'SHA256SUMS')).ino
    expect(inode(path.join(to, one, 'snapshots'))).toBe(inode(path.join(to, other, 'snapshots')))
    // The service's own files stay apart.
    expect(inode(path.join(to, one, 'snapshots'))).not.toBe(inode(path.join(placeOf(env).dataDir, 'snapshots')))
  }, 120_000)

  it('is one instant of a service that goes on writing', async () => {
    const env = await aService(engine)
    const to = temporaryFolder()
    const server = await startServer(env)
    onTestFinished(server.kill)
    const headers = await inDatabase(env, (db) => signIn(db, 'leader', new Date()))
    let isOver = false
    let taken = 0
    // Each is a line of the log.
    const taking = (async () => {
      for (; !isOver; taken++) expect((await fetch(`${server.address}/api/targets.csv`, { headers })).status).toBe(200)
    })()
    const before = (await endOf(env))?.seq ?? 0
    const { code, stdout, stderr } = await run(env, 'scripts/backup.ts', '--to', to)
    isOver = true
    await taking
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const [, lines] = /([0-9]+) lines of the log/.exec(stdout) ?? []
    expect(Number(lines)).toBeGreaterThanOrEqual(before)
    expect(Number(lines)).toBeLessThan((await endOf(env))?.seq ?? 0)
    expect(taken).toBeGreaterThan(3)
  }, 120_000)

  it('makes none where the log is shorter than its HEAD', async () => {
    const env = await aService(engine)
    const to = temporaryFolder()
    await inDatabase(env, async (db) => {
      await openTables(db)
      const last = (await findLastLine(db))?.seq ?? 0
      await sql`delete from session`.execute(db)
      await sql`delete from audit_line where seq = ${last}`.execute(db)
    })
    const { code, stderr } = await run(env, 'scripts/backup.ts', '--to', to)
    expect(code).toBe(1)
    expect(stderr).toContain('1 are gone')
    expect(namesIn(to)).toEqual([])
  }, 120_000)
})

describeOnBothEngines('npm run restore', (engine) => {
  it('takes no backup of which a byte has changed, and leaves the place empty', async () => {
    const env = await aService(engine)
    const to = temporaryFolder()
    expect(await run(env, 'scripts/backup.ts', '--to', to)).toMatchObject({ code: 0 })
    const file = path.join(onlyBackup(to), engine === 'sqlite' ? 'tanbiao.sqlite' : 'tanbiao.dump')
    const bytes = readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 100) ^ 1, bytes.length - 100)
    writeFileSync(file, bytes)
    const restored = await emptyPlace(engine)
    const { code, stderr } = await run(restored, 'scripts/restore.ts', onlyBackup(to))
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('does not have the bytes') })
    expect(existsSync(placeOf(restored).dataDir)).toBe(false)
  }, 120_000)
})

it('a backup of PostgreSQL says what to do where its programs are missing, or the user may make no database', async () => {
  const env = await aService('postgres')
  const to = temporaryFolder()
  const missing = await run({ ...env, POSTGRES_BIN: '/nowhere' }, 'scripts/backup.ts', '--to', to)
  expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('/nowhere/pg_dump is not there. Install') })
  const role = `small_${Date.now()}`
  await inDatabase(env, async (db) => {
    await sql.raw(`create role ${role} login`).execute(db)
    await sql.raw(`grant pg_read_all_data to ${role}`).execute(db)
  })
  const url = new URL(env['DATABASE_URL'] ?? '')
  url.username = role
  const small = await run({ ...env, DATABASE_URL: url.href }, 'scripts/backup.ts', '--to', to)
  expect(small).toMatchObject({ code: 1, stderr: expect.stringContaining('alter role … createdb') })
  expect(namesIn(to)).toEqual([])
}, 120_000)

it('the programs of PostgreSQL get the password where nobody who lists processes sees it', async () => {
  const env = await aService('postgres')
  const bin = temporaryFolder()
  const told = path.join(bin, 'told')
  writeFileSync(path.join(bin, 'pg_dump'), `#!/bin/sh\necho "$PGPASSWORD" "$@" > ${told}\nexit 1\n`, { mode: 0o755 })
  const url = new URL(env['DATABASE_URL'] ?? '')
  url.password = 'p@ss/word'
  const to = temporaryFolder()
  const { stderr } = await run({ ...env, DATABASE_URL: url.href, POSTGRES_BIN: bin }, 'scripts/backup.ts', '--to', to)
  const [password, ...args] = readFileSync(told, 'utf8').trim().split(' ')
  expect(password).toBe('p@ss/word')
  expect(args).toContain('--no-password')
  expect(decodeURIComponent(args.join(' '))).not.toContain('p@ss')
  expect(stderr).toContain('postgres://postgres:***@')
  expect(decodeURIComponent(stderr)).not.toContain('p@ss')
}, 60_000)

it.each<Engine>(['sqlite', 'postgres'])('a backup of a place without a service says so (%s)', async (engine) => {
  const env = await emptyPlace(engine)
  const { code, stderr } = await run(env, 'scripts/backup.ts', '--to', temporaryFolder())
  expect(code).toBe(1)
  expect(stderr).toContain('Start the service once')
})
