import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { onTestFinished } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** The program as it is started for use, until the end of the test. */
export interface Service {
  address: string
  /** What it has printed until now. */
  printed: () => string
  /** Tells it to stop; answers its exit code. */
  stop: () => Promise<unknown>
  /** Its exit code, once it has ended by itself or otherwise. */
  ended: Promise<unknown>
}

/** Starts the program and waits until it says where it listens. */
export async function startService(env: Record<string, string>): Promise<Service> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'server/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'exit').then(([code]: unknown[]) => code)
  let printed = ''
  const address = await new Promise<string>((resolve, reject) => {
    // Read to the end, or the program would find nobody to print to.
    child.stdout.on('data', (chunk) => {
      printed += String(chunk)
      const [, found] = /^碳标 Tanbiao: (http:\/\/127\.0\.0\.1:[1-9][0-9]*)/m.exec(printed) ?? []
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error(`the program ended without listening: ${printed}`)))
  })
  const stop = async (): Promise<unknown> => {
    child.kill('SIGTERM')
    return await ended
  }
  return { address, printed: () => printed, stop, ended }
}

/** A script of the project to its end, with lines for its standard input. */
export async function runScript(
  env: Record<string, string>,
  args: string[],
  input = '',
): Promise<{ code: number; stdout: string; stderr: string }> {
  return await new Promise((resolve) => {
    const options = { cwd: ROOT, env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'silent', ...env } }
    const child = execFile(process.execPath, ['scripts/run.mjs', ...args], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
    child.stdin?.end(input)
  })
}
