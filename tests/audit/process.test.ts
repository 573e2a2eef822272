import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import { expect, inject, it, onTestFinished } from 'vitest'
import { loadPlans } from '../../seeds/load.ts'
import { findLastLine } from '../../server/audit/queries.ts'
import { connect } from '../../server/db/connect.ts'
import type { Engine } from '../../server/db/dialect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import type { Database } from '../../server/db/schema.ts'
import { addAccount, givePassword } from '../helpers/accounts.ts'
import { NOW } from '../helpers/app.ts'
import { headLines, inAudit, opensslSays, temporaryFolder } from '../helpers/audit-folder.ts'
import { describeOnBothEngines, emptyPostgres } from '../helpers/databases.ts'
import { cutLog, openTables } from '../helpers/tamper.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const PASSWORD = 'eine Kuh auf dem Eis'

type Env = Record<string, string>

const environment = (env: Env) => ({ PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'silent', ...env })

/** `npm start`, until it says where it listens. */
async function start(env: Env): Promise<{ address: string; stop: (signal?: NodeJS.Signals) => Promise<unknown> }> {
  const child: ChildProcess = spawn(process.execPath, ['scripts/run.mjs', 'server/main.ts'], {
    cwd: ROOT,
    env: environment(env),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      printed += String(chunk)
      const [found] = /http:\/\/127\.0\.0\.1:[1-9][0-9]*/.exec(printed) ?? []
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error(`ended without listening: ${printed}`)))
  })
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<unknown> => {
    const ended = once(child, 'exit')
    child.kill(signal)
    const [code] = (await ended) as [unknown]
    return code
  }
  return { address, stop }
}

/** A script to its end, with lines for its standard input. */
async function run(env: Env, args: string[], input = ''): Promise<{ code: number; stdout: string; stderr: string }> {
  return await new Promise((resolve) => {
    const options = { cwd: ROOT, env: environment(env) }
    const child = execFile(process.execPath, ['scripts/run.mjs', ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
    child.stdin?.end(input)
  })
}

async function signIn(address: string): Promise<void> {
  const body = JSON.stringify({ username: 'yan-ming', password: PASSWORD })
  const headers = { 'content-type': 'application/json' }
  expect((await fetch(`${address}/api/session`, { method: 'POST', headers, body })).status).toBe(200)
}

describeOnBothEngines('the service and the signed end of its log', (engine: Engine) => {
  /** Plans and an auditor, and a way to look at the database beside the service. */
  const prepared = async (): Promise<{ env: Env; dataDir: string; db: () => Kysely<Database> }> => {
    const dataDir = temporaryFolder()
    const url = engine === 'postgres' ? await emptyPostgres(inject('postgresUrl')) : undefined
    const db = (): Kysely<Database> => {
      const opened = connect({ url, dataDir })
      onTestFinished(() => opened.destroy())
      return opened
    }
    const first = db()
    await migrateToLatest(first)
    await loadPlans(first, NOW)
    await addAccount(first, { username: 'yan-ming', role: 'auditor' }, NOW)
    await givePassword(first, 'yan-ming', PASSWORD, NOW)
    return { env: { DATA_DIR: dataDir, ...(url !== undefined && { DATABASE_URL: url }) }, dataDir, db }
  }
  const verified = (dataDir: string): string =>
    opensslSays(inAudit(dataDir, 'public-key.pem'), inAudit(dataDir, 'HEAD.sig'), inAudit(dataDir, 'HEAD'))

  it('signs a change soon after it, what the last request recorded at its stop, and goes on after a kill', async () => {
    const { env, dataDir, db } = await prepared()
    const first = await start(env)
    const { lines } = headLines(dataDir)
    await signIn(first.address)
    await expect.poll(() => headLines(dataDir).lines, { interval: 50, timeout: 15_000 }).toBeGreaterThan(lines)
    // Sooner than it is signed by itself.
    await signIn(first.address)
    expect(await first.stop()).toBe(0)
    expect(headLines(dataDir)).toMatchObject({ lines: (await findLastLine(db()))?.seq })
    expect(verified(dataDir)).toBe('Verified OK')

    const second = await start(env)
    await signIn(second.address)
    await second.stop('SIGKILL')
    const third = await start(env)
    expect(await third.stop()).toBe(0)
    expect(headLines(dataDir)).toMatchObject({ hash: (await findLastLine(db()))?.hash })
  }, 90_000)

  it('refuses a log that was cut, goes on once an auditor has accepted it, and tells it in the log', async () => {
    const { env, dataDir, db } = await prepared()
    const { seq = 0 } = (await findLastLine(db())) ?? {}
    await (await start(env)).stop()
    await cutLog(db(), seq)
    const refused = await run(env, ['server/main.ts'])
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain(`The log has ${seq} lines; HEAD of `)
    expect(refused.stderr).toContain('npm run accept-log')

    const accept = ['scripts/accept-log.ts', '--username', 'yan-ming']
    const wrong = await run(env, accept, 'wrong\n已核\n')
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('Only an auditor accepts a log')])
    const silent = await run(env, accept, `${PASSWORD}\n \n`)
    expect([silent.code, silent.stderr]).toEqual([1, expect.stringContaining('with a reason only')])
    const done = await run(env, [...accept, '--reason', '恢复了备份'], `${PASSWORD}\n`)
    expect([done.code, done.stderr]).toEqual([0, ''])
    expect(done.stdout).toContain(`Accepted by yan-ming. HEAD says `)
    expect((await run(env, accept)).stdout).toContain('there is nothing to accept')

    expect(await (await start(env)).stop()).toBe(0)
    expect(verified(dataDir)).toBe('Verified OK')
  }, 90_000)

  it('takes another key while it runs', async () => {
    const { env, dataDir } = await prepared()
    const service = await start(env)
    const rotated = await run(env, ['scripts/rotate-key.ts'])
    expect([rotated.code, rotated.stderr]).toEqual([0, ''])
    const [, fingerprint] = /handed over to ([0-9a-f]{64})/.exec(rotated.stdout) ?? []
    const { lines } = headLines(dataDir)
    await signIn(service.address)
    await expect.poll(() => headLines(dataDir).lines, { interval: 50, timeout: 15_000 }).toBeGreaterThan(lines)
    expect(verified(dataDir)).toBe('Verified OK')
    expect(fingerprint).toBeDefined()
    expect(await service.stop()).toBe(0)
  }, 90_000)

  it('is verified by a command, which finds and names what was changed by hand', async () => {
    const { env, db } = await prepared()
    const service = await start(env)
    // While it runs.
    const good = await run(env, ['scripts/verify.ts', '--database'])
    expect([good.code, good.stdout]).toEqual([0, expect.stringContaining('✓ Every table is what the log of ')])
    expect(good.stdout).toContain('✓ The chain is whole')
    expect(good.stdout).toContain('password (hashes of passwords)')
    await service.stop()
    const tampered = db()
    await openTables(tampered)
    await sql`update plan set title_zh = '别的方案' where seq = (select min(seq) from plan)`.execute(tampered)
    await tampered.destroy()
    const bad = await run(env, ['scripts/verify.ts', '--database'])
    expect(bad.code).toBe(1)
    expect(bad.stdout).toMatch(/✗ plan, seq \d+, title_zh: the database has "别的方案", the log says ".+"/)
    expect((await run(env, ['scripts/verify.ts'])).stderr).toContain('npm run verify -- --database')
  }, 90_000)
})
