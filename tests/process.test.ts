import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '..')

interface Run {
  child: ChildProcess
  address: string
}

/** Starts a script of the project as its npm script does, and waits until it says where it listens. */
async function start(script: string, env: Record<string, string> = {}): Promise<Run> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tanbiao-process-'))
  const child = spawn(process.execPath, ['scripts/run.mjs', script], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  })
  let printed = ''
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk)
    const [address] = /http:\/\/127\.0\.0\.1:[1-9][0-9]*/.exec(printed) ?? []
    if (address !== undefined) return { child, address }
  }
  throw new Error(`${script} ended without listening: ${printed}`)
}

async function failed(script: string, env: Record<string, string>): Promise<{ code: number; stderr: string }> {
  const options = { cwd: ROOT, env: { PATH: process.env['PATH'] ?? '', ...env } }
  return await promisify(execFile)(process.execPath, ['scripts/run.mjs', script], options).then(
    () => ({ code: 0, stderr: '' }),
    (error: { code: number; stderr: string }) => error,
  )
}

describe('npm start', () => {
  it('serves the five plans without any sample figure', async () => {
    const { address } = await start('server/main.ts')
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
    const { child, address } = await start('server/main.ts')
    await (await fetch(`${address}/api/health`)).text()
    const begin = performance.now()
    child.kill('SIGTERM')
    const [code] = (await once(child, 'exit')) as [number]
    expect(code).toBe(0)
    expect(performance.now() - begin).toBeLessThan(10_000)
  })

  it('names the setting that is wrong, and does not start', async () => {
    const { code, stderr } = await failed('server/main.ts', { PORT: 'http' })
    expect(code).toBe(1)
    expect(stderr).toContain('PORT: must be a number')
  })
})

describe('npm run demo', () => {
  it('serves the five plans with sample figures that are marked', async () => {
    const { address } = await start('scripts/demo.ts')
    const health = (await (await fetch(`${address}/api/health`)).json()) as { sampleObservations: number }
    expect(health.sampleObservations).toBeGreaterThan(50)
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
