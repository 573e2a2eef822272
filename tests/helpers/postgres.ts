import { execFile, execFileSync, spawn, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { findPostgresBin } from '../../scripts/test-machine.ts'

export interface TemporaryPostgres {
  url: string
  stop: () => Promise<void>
}

/** What is not to be gone when the server is stopped. */
interface Kept {
  /** Where its files are, and stay. */
  folder: string
}

/**
 * A PostgreSQL server of its own on loopback, gone when stopped; durability is off, since nothing of it is kept. One that is
 * kept has the settings with which PostgreSQL comes.
 */
export async function startPostgres(kept?: Kept): Promise<TemporaryPostgres> {
  const home = makeHome(kept?.folder)
  const server = await startServer(home, initialise(home), kept === undefined ? SETTINGS : LISTENING)
  return {
    url: server.url,
    stop: async () => {
      await server.stop('fast')
      if (kept === undefined) home.remove()
    },
  }
}

/** A folder for servers, and how their programs are run. */
export interface PostgresHome {
  folder: string
  bin: string
  /** PostgreSQL refuses to run as root. */
  options: Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> & { stdio: 'ignore' }
  /** A folder in it that the servers may write to. */
  makeFolder: (name: string) => string
  remove: () => void
}

export function makeHome(given?: string): PostgresHome {
  const bin = findPostgresBin()
  if (bin === undefined) throw new Error('PostgreSQL is not installed. Run the tests with: npm test')
  const folder = given ?? mkdtempSync(path.join(tmpdir(), 'tanbiao-postgres-'))
  const nobody = 65_534
  const isRoot = process.getuid?.() === 0
  const own = (owned: string): void => void (isRoot && chownSync(owned, nobody, nobody))
  own(folder)
  const user = isRoot ? { uid: nobody, gid: nobody } : {}
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8' }
  return {
    folder,
    bin,
    options: { ...user, cwd: folder, env, stdio: 'ignore' },
    makeFolder: (name) => {
      const made = path.join(folder, name)
      mkdirSync(made, { mode: 0o700, recursive: true })
      own(made)
      return made
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The cluster of a folder, new and empty where there is none; answers its folder. */
export function initialise({ bin, options, makeFolder }: PostgresHome): string {
  const data = makeFolder('data')
  if (existsSync(path.join(data, 'PG_VERSION'))) return data
  const words = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  execFileSync(path.join(bin, 'initdb'), words, options)
  return data
}

const LISTENING = ['listen_addresses=127.0.0.1']
const LASTING = [...LISTENING, 'fsync=off']
const SETTINGS = [...LASTING, 'synchronous_commit=off', 'full_page_writes=off']

/** Of a server whose process may be killed, and whose log is sent to another at each commit, not five times a second. */
export const KEEPING_COMMITS: readonly string[] = [...LASTING, 'synchronous_commit=on']

/** A server that can be stopped and started again at the same address. */
export interface PostgresServer {
  port: number
  url: string
  /** `immediate`: as in a crash. */
  stop: (how: 'fast' | 'immediate') => Promise<void>
  start: () => Promise<void>
}

/** Starts the cluster of a folder, and waits until it takes connections. */
export async function startServer(
  home: PostgresHome,
  data: string,
  settings: readonly string[] = SETTINGS,
): Promise<PostgresServer> {
  const { bin, folder, options } = home
  const port = await freePort()
  const words = ['-D', data, '-p', String(port), '-k', folder, ...settings.flatMap((setting) => ['-c', setting])]
  const begin = async () => {
    const child = spawn(path.join(bin, 'postgres'), words, options)
    // Beside what else this process does: it may be the one that measures.
    await untilReady(() => run(path.join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)], options))
    return child
  }
  let running = await begin()
  return {
    port,
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async (how) => {
      if (running.exitCode !== null) return
      const ended = once(running, 'exit')
      running.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT')
      await ended
    },
    start: async () => {
      running = await begin()
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const run = promisify(execFile)

async function untilReady(check: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return void (await check())
    } catch (error) {
      if (attempt === 200) throw error
      await delay(50)
    }
  }
}
