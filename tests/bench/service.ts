import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import packageJson from '../../package.json' with { type: 'json' }
import { type Memory, memoryOf } from '../helpers/memory.ts'
import { environmentOf, type Place } from '../proofs/proof-desk.ts'
import { askOnce, requestOf } from './connection.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const HEALTH = requestOf('/api/health')

/** What would go on alone if this process ended. */
const children = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/** The program of `npm start`, with its own settings, in a process of its own. */
export interface Service {
  port: number
  /** From the start of the process to the first answer of /api/health. */
  startMilliseconds: number
  memory: Memory
  stop: () => Promise<void>
}

/** Starts it on a database and waits for its first answer. What it logs is thrown away, as a log that is written elsewhere. */
export async function startService(place: Place): Promise<Service> {
  const port = await freePort()
  const [, ...words] = packageJson.scripts.start.split(' ')
  const begin = performance.now()
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], PORT: String(port), ...environmentOf(place) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  children.add(child)
  let said = ''
  child.stderr.on('data', (part) => (said = (said + String(part)).slice(-2000)))
  while (!(await answers(port))) {
    if (hasEnded(child)) throw new Error(`the service ended before it answered: ${said}`)
    await delay(5)
  }
  return {
    port,
    startMilliseconds: performance.now() - begin,
    memory: memoryOf(child.pid ?? 0),
    stop: () => stop(child, said),
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    await askOnce(port, HEALTH)
    return true
  } catch {
    return false
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function stop(child: ChildProcess, said: string): Promise<void> {
  if (hasEnded(child)) throw new Error(`the service ended by itself (${child.exitCode ?? child.signalCode}): ${said}`)
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await ended
  children.delete(child)
  clearTimeout(patience)
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
