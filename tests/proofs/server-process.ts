import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** The program as it is started for use, in a process of its own that can be killed. */
export interface ServerProcess {
  address: string
  /** Ends it without a word, as a power cut does. */
  kill: () => Promise<void>
  /** Lets it end what was begun. */
  stop: () => Promise<void>
}

/** Starts the program on the database of `env` and waits until it answers. */
export async function startServer(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'server/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk)
    const [address] = /http:\/\/127\.0\.0\.1:[1-9][0-9]*(?=\s)/.exec(printed) ?? []
    if (address !== undefined) {
      return { address, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') }
    }
  }
  throw new Error(`the program ended without listening: ${printed}`)
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** One request with a session's cookie; undefined where no answer came. */
export async function ask(
  { address }: ServerProcess,
  cookie: string,
  method: string,
  url: string,
  body?: object,
): Promise<{ status: number; body: Record<string, unknown> } | undefined> {
  try {
    const response = await fetch(`${address}${url}`, {
      method,
      headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  } catch {
    return undefined
  }
}
