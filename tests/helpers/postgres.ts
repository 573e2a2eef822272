import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
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
  const bin = findPostgresBin()
  if (bin === undefined) throw new Error('PostgreSQL is not installed. Run the tests with: npm test')
  const folder = kept?.folder ?? mkdtempSync(path.join(tmpdir(), 'tanbiao-postgres-'))
  const data = path.join(folder, 'data')
  const isThere = existsSync(path.join(data, 'PG_VERSION'))
  mkdirSync(data, { mode: 0o700, recursive: true })
  const nobody = 65_534
  const isRoot = process.getuid?.() === 0
  if (isRoot) for (const owned of [folder, data]) chownSync(owned, nobody, nobody)
  // PostgreSQL refuses to run as root.
  const user = isRoot ? { uid: nobody, gid: nobody } : {}
  const options = { ...user, cwd: folder, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8' } }

  const initialise = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  if (!isThere) execFileSync(path.join(bin, 'initdb'), initialise, { ...options, stdio: 'ignore' })
  const port = await freePort()
  const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const settings = ['listen_addresses=127.0.0.1', ...(kept === undefined ? careless : [])]
  const server = spawn(
    path.join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: 'ignore' },
  )
  await untilReady(() => {
    execFileSync(path.join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)], options)
  })
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = once(server, 'exit')
      server.kill('SIGINT')
      await ended
      if (kept === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function untilReady(check: () => void): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return check()
    } catch (error) {
      if (attempt === 200) throw error
      await delay(50)
    }
  }
}
