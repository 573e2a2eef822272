import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findPostgresBin } from '../../scripts/test-machine.ts'
import type { Place } from '../proofs/proof-desk.ts'
import { askOnce, requestOf } from './connection.ts'
import { freePort } from './service.ts'

// What ours is measured against, but for the databases themselves.

/** What comes out of a program or an answer: read to its end and hashed by whoever reads it. */
export interface Read {
  milliseconds: number
  bytes: number
  sha256: string
}

/** Reads to the end, and hashes. */
export async function hashed(
  parts: AsyncIterable<Buffer>,
  onFirst: () => void = () => undefined,
): Promise<Pick<Read, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const part of parts) {
    if (bytes === 0) onFirst()
    hash.update(part)
    bytes += part.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Reads a table as CSV with the program that comes with the engine: `sqlite3 -csv`, or `psql` with COPY. */
export async function readCsv({ dataDir, url }: Place, query: string): Promise<Read> {
  const begin = performance.now()
  const child =
    url === undefined
      ? spawn('sqlite3', ['-readonly', '-batch', '-csv', '-header', path.join(dataDir, 'tanbiao.sqlite'), query])
      : spawn(psql(), ['-X', '-q', '-d', url, '-c', `copy (${query}) to stdout (format csv, header)`])
  let said = ''
  child.stderr.on('data', (part) => (said += String(part)))
  const ended = once(child, 'close') as Promise<[number | null]>
  const read = await hashed(child.stdout)
  const [code] = await ended
  if (code !== 0) throw new Error(`${child.spawnfile} ended with ${code}: ${said}`)
  return { milliseconds: performance.now() - begin, ...read }
}

const psql = (): string => path.join(findPostgresBin() ?? '', 'psql')

/** The version of sqlite3, which is no package of npm; a sentence where it is not there. */
export function sqliteProgramVersion(): string {
  try {
    return execFileSync('sqlite3', ['-version'], { encoding: 'utf8' }).split(' ')[0] ?? ''
  } catch {
    throw new Error('The program sqlite3 is needed to compare with. On Debian or Ubuntu: sudo apt-get install sqlite3')
  }
}

/** Fastify with a constant answer, in a process of its own. */
export interface ReferenceServer {
  port: number
  startMilliseconds: number
  stop: () => Promise<void>
}

export async function startReference(): Promise<ReferenceServer> {
  const port = await freePort()
  const begin = performance.now()
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'reference-server.ts'), String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const first = requestOf('/json')
  while (!(await askOnce(port, first).then(Boolean, () => false))) {
    if (child.exitCode !== null) throw new Error('the reference ended before it answered')
    await delay(5)
  }
  return { port, startMilliseconds: performance.now() - begin, stop: () => end(child) }
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
