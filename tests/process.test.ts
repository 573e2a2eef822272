import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect as connectSocket, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Kysely, sql } from 'kysely'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { loadPlans } from '../seeds/load.ts'
import { connect } from '../server/db/connect.ts'
import type { Engine } from '../server/db/dialect.ts'
import { migrateToLatest } from '../server/db/migrate.ts'
import type { Database } from '../server/db/schema.ts'
import { describeOnBothEngines, emptyPostgres } from './helpers/databases.ts'
import { openTables } from './helpers/tamper.ts'

const ROOT = path.resolve(import.meta.dirname, '..')

interface Run {
  child: ChildProcess
  address: string
  /** What it has printed until now. */
  printed: () => string
}

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-process-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The settings of an empty place: a folder, and a database where the engine has one beside it. */
async function emptyPlace(engine: Engine): Promise<{ DATA_DIR: string; DATABASE_URL?: string }> {
  const DATA_DIR = path.join(temporaryFolder(), 'data')
  return engine === 'sqlite' ? { DATA_DIR } : { DATA_DIR, DATABASE_URL: await emptyPostgres(inject('postgresUrl')) }
}

/** Starts a script of the project as its npm script does, and waits until it says where it listens. */
async function start(script: string, env: Record<string, string> = {}): Promise<Run> {
  const dataDir = temporaryFolder()
  const child = spawn(process.execPath, ['scripts/run.mjs', script], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  const address = await new Promise<string>((resolve, reject) => {
    // Read to the end, or the program would find nobody to print to.
    child.stdout.on('data', (chunk) => {
      printed += String(chunk)
      const [, found] = /碳标 Tanbiao:? +(http:\/\/127\.0\.0\.1:[1-9][0-9]*)/.exec(printed) ?? []
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error(`${script} ended without listening: ${printed}`)))
  })
  return { child, address, printed: () => printed }
}

async function failed(script: string, env: Record<string, string>): Promise<{ code: number; stderr: string }> {
  const options = { cwd: ROOT, timeout: 30_000, env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env } }
  return await promisify(execFile)(process.execPath, ['scripts/run.mjs', script], options).then(
    () => ({ code: 0, stderr: '' }),
    (error: { code: number; stderr: string }) => error,
  )
}

describeOnBothEngines('npm start', (engine) => {
  it('serves the five plans without any sample figure', async () => {
    const { address } = await start('server/main.ts', { ...(await emptyPlace(engine)), PUBLIC_READ: '1' })
    const health = (await (await fetch(`${address}/api/health`)).json()) as Record<string, unknown>
    expect(health).toMatchObject({ status: 'ok', sampleObservations: 0 })
    const targets = (await (await fetch(`${address}/api/targets`)).json()) as {
      total: number
      items: { sample: boolean }[]
    }
    expect(targets.total).toBe(34)
    expect(targets.items.some(({ sample }) => sample)).toBe(false)
    const page = await fetch(address, { headers: { accept: 'text/html' } })
    expect(await page.text()).toContain('<!doctype html>')
  })

  it('ends within seconds of SIGTERM, though a browser holds a connection open', async () => {
    const { child, address } = await start('server/main.ts', await emptyPlace(engine))
    await (await fetch(`${address}/api/health`)).text()
    const begin = performance.now()
    child.kill('SIGTERM')
    const [code] = (await once(child, 'exit')) as [number]
    expect(code).toBe(0)
    expect(performance.now() - begin).toBeLessThan(10_000)
  })

  it('ends within seconds of SIGTERM, though a request is half sent', async () => {
    const { child, address } = await start('server/main.ts', await emptyPlace(engine))
    const socket = connectSocket(Number(new URL(address).port), '127.0.0.1')
    socket.on('error', () => undefined)
    onTestFinished(() => void socket.destroy())
    await new Promise<void>((resolve) => socket.write('GET /api/health HTTP/1.1\r\nHost: x\r\n', () => resolve()))
    await (await fetch(`${address}/api/health`)).text()
    const begin = performance.now()
    child.kill('SIGTERM')
    const [code] = (await once(child, 'exit')) as [number]
    expect(code).toBe(0)
    expect(performance.now() - begin).toBeLessThan(10_000)
  }, 90_000)

  it('starts twice at once on nothing, and loads the plans once', async () => {
    const place = await emptyPlace(engine)
    const env = { ...place, DATA_DIR: path.join(place.DATA_DIR, 'new', 'data'), PUBLIC_READ: '1' }
    const runs = await Promise.all([1, 2].map(() => start('server/main.ts', env)))
    for (const { address } of runs) {
      const { total } = (await (await fetch(`${address}/api/targets`)).json()) as { total: number }
      expect(total).toBe(34)
    }
  }, 60_000)
})

describeOnBothEngines('the first administrator', (engine) => {
  const linkIn = (printed: string): string | undefined => /\/welcome\/([A-Za-z0-9_-]{43})$/m.exec(printed)?.[1]
  const stop = async ({ child }: Run): Promise<void> => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  const json = { 'content-type': 'application/json' }

  it('is invited by a link that the start prints, until it was used', async () => {
    const env: Record<string, string> = await emptyPlace(engine)
    const first = await start('server/main.ts', env)
    const before = linkIn(first.printed())
    expect(first.printed()).toContain(`${first.address}/welcome/`)
    await stop(first)

    const second = await start('server/main.ts', { ...env, PUBLIC_URL: 'https://tanbiao.example.cn' })
    const link = linkIn(second.printed())
    expect(second.printed()).toContain('https://tanbiao.example.cn/welcome/')
    // A newer link voids the older.
    expect((await fetch(`${second.address}/api/invitations/${before}`)).status).toBe(404)
    const invitation = `${second.address}/api/invitations/${link}`
    expect(await (await fetch(invitation)).json()).toMatchObject({ username: 'admin', displayName: '管理员' })
    const body = JSON.stringify({ password: 'eine Kuh auf dem Eis' })
    const used = await fetch(invitation, { method: 'POST', headers: json, body })
    expect(used.status).toBe(200)
    expect(await used.json()).toMatchObject({ user: { username: 'admin', role: 'administrator' } })
    const [cookie = ''] = (used.headers.get('set-cookie') ?? '').split(';')
    const accounts = await fetch(`${second.address}/api/accounts`, { headers: { cookie } })
    expect(await accounts.json()).toMatchObject({ total: 1 })
    expect((await fetch(invitation)).status).toBe(404)
    await stop(second)

    const third = await start('server/main.ts', env)
    expect(third.printed()).not.toContain('welcome')
    const signIn = JSON.stringify({ username: 'admin', password: 'eine Kuh auf dem Eis' })
    const signedIn = await fetch(`${third.address}/api/session`, { method: 'POST', headers: json, body: signIn })
    expect(signedIn.status).toBe(200)
  }, 60_000)

  it('has a link that the log of the requests does not tell', async () => {
    const run = await start('server/main.ts', { ...(await emptyPlace(engine)), LOG_LEVEL: 'trace' })
    const link = linkIn(run.printed()) ?? ''
    await (await fetch(`${run.address}/api/invitations/${link}`)).text()
    await (await fetch(`${run.address}/welcome/${link}`, { headers: { accept: 'text/html' } })).text()
    await stop(run)
    expect(run.printed()).toContain('/api/invitations/***')
    expect(run.printed()).toContain('/welcome/***')
    // Once: where the start tells it.
    expect(run.printed().split(link)).toHaveLength(2)
  }, 60_000)
})

describe('a start that fails says why in one sentence, and ends at once', () => {
  const sentence = async (env: Record<string, string>, script = 'server/main.ts'): Promise<string> => {
    const begin = performance.now()
    const { code, stderr } = await failed(script, env)
    expect(code).toBe(1)
    expect(performance.now() - begin).toBeLessThan(15_000)
    expect(stderr.trim()).not.toContain('\n')
    return stderr.trim()
  }
  const taken = async (): Promise<string> => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    return String((server.address() as AddressInfo).port)
  }
  const { port: postgresPort } = new URL(inject('postgresUrl'))

  it('names the setting that is wrong, and does not start', async () => {
    const { code, stderr } = await failed('server/main.ts', { PORT: 'http' })
    expect(code).toBe(1)
    expect(stderr).toContain('PORT: must be a number')
  })

  it.each([
    ['postgres://tanbiao:secret@127.0.0.1:1/x', 'nothing listens there'],
    ['postgres://tanbiao:secret@localhost:1/x', 'nothing listens there'],
    ['postgres://tanbiao:secret@no-such-host.invalid/x', 'this host is not known'],
    [`postgres://postgres:secret@127.0.0.1:${postgresPort}/nowhere`, 'there is no such database'],
    [`postgres://nobody:secret@127.0.0.1:${postgresPort}/postgres`, 'this user is refused'],
  ])('DATABASE_URL=%s', async (url, why) => {
    const said = await sentence({ DATABASE_URL: url })
    expect(said).toContain(`DATABASE_URL=${url.replace('secret', '***')}: ${why}`)
    expect(said).not.toContain('secret')
  })

  it('a DATABASE_URL whose host stays silent', async () => {
    expect(await sentence({ DATABASE_URL: `postgres://x@127.0.0.1:${await taken()}/x` })).toContain('does not answer')
  }, 20_000)

  it.each(['server/main.ts', 'scripts/demo.ts'])(
    'a DATA_DIR that cannot be (%s)',
    async (script) => {
      expect(await sentence({ DATA_DIR: '/proc/x/y' }, script)).toContain(
        'DATA_DIR=/proc/x/y: this folder cannot be made',
      )
      const file = path.join(temporaryFolder(), 'file')
      writeFileSync(file, '')
      expect(await sentence({ DATA_DIR: file }, script)).toContain(`DATA_DIR=${file}: there is a file`)
      expect(await sentence({ DATA_DIR: `${file}/x` }, script)).toContain(`DATA_DIR=${file}/x: there is a file`)
    },
    60_000,
  )

  it('a DATA_DIR that cannot be written', async () => {
    expect(await sentence({ DATA_DIR: '/proc' })).toContain('DATA_DIR=/proc: the database cannot be written there')
    const dataDir = temporaryFolder()
    mkdirSync(path.join(dataDir, 'tanbiao.sqlite'))
    expect(await sentence({ DATA_DIR: dataDir })).toContain('the database cannot be written there')
  }, 30_000)

  it('a file that is no database (sqlite)', async () => {
    const dataDir = temporaryFolder()
    writeFileSync(path.join(dataDir, 'tanbiao.sqlite'), 'something else\n'.repeat(1000))
    expect(await sentence({ DATA_DIR: dataDir })).toContain('tanbiao.sqlite is not a SQLite database')
  })

  it('a database file of which a part is damaged (sqlite)', async () => {
    const dataDir = temporaryFolder()
    await loadPlansInto({ DATA_DIR: dataDir })
    const file = path.join(dataDir, 'tanbiao.sqlite')
    const bytes = readFileSync(file)
    // Not the first page, which says that it is a database, and not the last.
    bytes.fill(0xa5, 20 * 4096, 24 * 4096)
    writeFileSync(file, bytes)
    expect(await sentence({ DATA_DIR: dataDir })).toContain('tanbiao.sqlite is damaged')
  })

  it.each<Engine>(['sqlite', 'postgres'])('an audit log that someone has changed (%s)', async (engine) => {
    const place = await emptyPlace(engine)
    await loadPlansInto(place, async (db) => {
      await openTables(db)
      await sql`update audit_line set line = line || ' ' where seq = 12`.execute(db)
    })
    expect(await sentence(place)).toContain('The audit log is broken at line 12: ')
  })

  it.each(['server/main.ts', 'scripts/demo.ts'])(
    'a port that is taken (%s)',
    async (script) => {
      const port = await taken()
      const said = await sentence({ ...(await emptyPlace('postgres')), PORT: port }, script)
      expect(said).toContain(`HOST=127.0.0.1 PORT=${port}: something listens there already`)
    },
    30_000,
  )

  it.each([
    ['192.0.2.1', 'this machine does not have this address'],
    ['no such host', 'this host is not known'],
  ])('HOST=%s', async (host, why) => {
    expect(await sentence({ HOST: host, DATA_DIR: temporaryFolder() })).toContain(`HOST=${host} PORT=0: ${why}`)
  })
})

/** Loads the plans into an empty place, and does what else is wanted there. */
async function loadPlansInto(
  { DATA_DIR, DATABASE_URL }: { DATA_DIR: string; DATABASE_URL?: string },
  work: (db: Kysely<Database>) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const db = connect({ url: DATABASE_URL, dataDir: DATA_DIR })
  await migrateToLatest(db)
  await loadPlans(db, new Date())
  await work(db)
  await db.destroy()
}

describeOnBothEngines('npm run demo', (engine) => {
  it('serves the five plans with sample figures that are marked', async () => {
    const { address, printed } = await start('scripts/demo.ts', await emptyPlace(engine))
    const health = (await (await fetch(`${address}/api/health`)).json()) as { sampleObservations: number }
    expect(health.sampleObservations).toBeGreaterThan(50)
    for (const username of ['qh-reporter', 'cn-reviewer', 'leader', 'auditor', 'admin']) {
      expect(printed()).toMatch(new RegExp(`^ +${username} `, 'm'))
      const body = JSON.stringify({ username, password: 'demo-only-password' })
      const headers = { 'content-type': 'application/json' }
      expect((await fetch(`${address}/api/session`, { method: 'POST', headers, body })).status).toBe(200)
    }
  }, 60_000)

  it('listens on this machine only', async () => {
    const { code, stderr } = await failed('scripts/demo.ts', { HOST: '0.0.0.0' })
    expect(code).toBe(1)
    expect(stderr).toContain('HOST=0.0.0.0 is refused')
  })
})

describe('a Node.js that is too old', () => {
  it('is told so, instead of stumbling over the first type', async () => {
    const pretend =
      "Object.defineProperty(process.versions, 'node', { value: '20.20.2' }); await import('./scripts/run.mjs')"
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', pretend], { cwd: ROOT })
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Tanbiao needs Node.js 24 or newer'),
    })
  })
})
