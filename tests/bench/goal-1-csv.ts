import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Memory } from '../helpers/memory.ts'
import { stringifyCsv } from './csv-stringify.ts'
import { asUser, type Desk, type Row, withService } from './desk.ts'
import { figuresAsCsv } from './figures-sql.ts'
import { hashed, type Read, readCsv } from './references.ts'
import { alternate } from './result.ts'

const PATH = '/api/observations.csv?bom=0'
const MOST_MEGABYTES = 64
const FIRST_BYTE_MS = 50
/** How fast the slow reader reads. */
const SLOW_BYTES_PER_SECOND = 1e6
const SIPS_PER_SECOND = 10
/** It is there to compare with, and no goal: of millions of rows it takes a minute each time. */
const STRINGIFY_PATIENCE_MS = 120_000

/** Goal 1: the whole CSV of the approved figures, signed in; both are hashed with SHA-256 by whoever reads them. */
export async function measureCsv(desk: Desk): Promise<Row[]> {
  const { engine, extent, place } = desk
  const query = await figuresAsCsv(desk)
  const headers = await asUser(desk, desk.ground.auditor)
  return await withService(desk, async ({ port, memory }) => {
    const before = memory.now()
    const firstBytes: number[] = []
    const growth: number[] = []
    let read: Read | undefined
    const ours = async (): Promise<number> => {
      memory.forget()
      const taken = await take(port, headers)
      firstBytes.push(taken.firstByte)
      growth.push(beyond(before, memory))
      read = taken
      return taken.milliseconds
    }
    let other: Read | undefined
    const reference = async (): Promise<number> => (other = await readCsv(place, query)).milliseconds
    const taken = await alternate(extent.runs, ours, reference)
    const name = engine === 'sqlite' ? 'sqlite3 -csv' : 'psql COPY'
    const sizes = `${megabytes(read)} MB, the reference ${megabytes(other)} MB`
    return [
      {
        what: 'whole CSV, read and hashed',
        unit: 'ms',
        ours: taken.ours,
        reference: { name, values: taken.reference },
        wanted: engine === 'sqlite' ? { is: 'speed', value: 1, from: 1_000_000 } : { is: 'speed', value: 0.7 },
        note: sizes,
      },
      ...(engine === 'sqlite' ? [await besideStringify(desk, query, taken.ours)] : []),
      most('first byte', 'ms', firstBytes, FIRST_BYTE_MS),
      most('memory growth, whole CSV', 'MB', growth, MOST_MEGABYTES),
      await readSlowly(port, headers, { memory, before, seconds: extent.slowSeconds }),
    ]
  })
}

/** How ours, as measured before, stands to what most programs for Node.js write their CSV with. */
async function besideStringify({ extent, place }: Desk, query: string, ours: readonly number[]): Promise<Row> {
  const file = path.join(place.dataDir, 'tanbiao.sqlite')
  const taken = await alternate(
    Math.min(extent.runs, ours.length),
    async (run) => ours[run] ?? Number.NaN,
    async () => (await stringifyCsv(file, query)).milliseconds,
    STRINGIFY_PATIENCE_MS,
  )
  return {
    ...{ what: 'whole CSV, read and hashed, beside csv-stringify', unit: 'ms', ours: taken.ours, wanted: null },
    reference: { name: 'csv-stringify', values: taken.reference },
  }
}

const beyond = (before: number, memory: Memory): number => Math.max(0, memory.peak() - before)

const megabytes = (read: Read | undefined): string => ((read?.bytes ?? 0) / 1e6).toFixed(1)

const most = (what: string, unit: Row['unit'], ours: number[], value: number): Row => ({
  ...{ what, unit, ours, reference: null, wanted: { is: 'most', value } },
})

async function ask(port: number, headers: { cookie: string }): Promise<IncomingMessage> {
  const request = get({ host: '127.0.0.1', port, path: PATH, headers, agent: false })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  if (response.statusCode !== 200) throw new Error(`${PATH} answered ${response.statusCode}`)
  return response
}

async function take(port: number, headers: { cookie: string }): Promise<Read & { firstByte: number }> {
  const begin = performance.now()
  const response = await ask(port, headers)
  let firstByte = Number.NaN
  const read = await hashed(response, () => {
    firstByte = performance.now() - begin
  })
  return { milliseconds: performance.now() - begin, firstByte, ...read }
}

/** What a service takes that writes to someone who reads 1 MB a second; a small CSV is read to its end before. */
async function readSlowly(
  port: number,
  headers: { cookie: string },
  { memory, before, seconds }: { memory: Memory; before: number; seconds: number },
): Promise<Row> {
  memory.forget()
  const response = await ask(port, headers)
  const sip = SLOW_BYTES_PER_SECOND / SIPS_PER_SECOND
  let bytes = 0
  for (let sips = 0; sips < seconds * SIPS_PER_SECOND && !response.readableEnded; sips += 1) {
    for (let left = sip; left > 0; ) {
      const part = response.read() as Buffer | null
      if (part === null) break
      left -= part.length
      bytes += part.length
    }
    await delay(1000 / SIPS_PER_SECOND)
  }
  const growth = beyond(before, memory)
  response.destroy()
  const row = most('memory growth, slow reader', 'MB', [growth], MOST_MEGABYTES)
  return { ...row, note: `${(bytes / 1e6).toFixed(1)} MB read at 1 MB a second` }
}
