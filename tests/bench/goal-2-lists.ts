import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { asUser, type Desk, type Row, withService } from './desk.ts'
import { requestOf } from './connection.ts'
import { load } from './load.ts'
import type { Service } from './service.ts'

const CONNECTIONS = 8
const READER = path.join(import.meta.dirname, 'export-reader.ts')

/** Goal 2: lists of 100 figures while someone takes the whole CSV, one after the other where one does not last. */
export async function measureListsBesideExport(desk: Desk): Promise<Row[]> {
  const { extent } = desk
  const headers = await asUser(desk, desk.ground.auditor)
  const request = requestOf('/api/observations?limit=100', { headers })
  return await withService(desk, async (service) => {
    const ask = { port: service.port, request, connections: CONNECTIONS, seconds: extent.windowSeconds }
    await load({ ...ask, seconds: ask.seconds / 3 })
    const idle = { rates: [] as number[], p99s: [] as number[] }
    const beside = { rates: [] as number[], p99s: [] as number[] }
    for (let run = 0; run < extent.runs; run += 1) {
      const busy = await whileExporting(service, headers, () => load(ask))
      beside.rates.push(busy.perSecond)
      beside.p99s.push(busy.p99)
      const quiet = await load(ask)
      idle.rates.push(quiet.perSecond)
      idle.p99s.push(quiet.p99)
    }
    return [
      {
        what: 'lists beside an export, rate',
        unit: 'per second',
        ours: beside.rates,
        reference: { name: 'the same, idle', values: idle.rates },
        wanted: { is: 'speed', value: 0.8, from: 10_000_000 },
      },
      {
        what: 'lists beside an export, p99',
        unit: 'ms',
        ours: beside.p99s,
        reference: { name: 'the same, idle', values: idle.p99s },
        wanted: { is: 'times', value: 3, from: 10_000_000 },
      },
    ]
  })
}

async function whileExporting<Result>(
  { port }: Service,
  { cookie }: { cookie: string },
  measure: () => Promise<Result>,
): Promise<Result> {
  const reader = fork(READER, [String(port), cookie], { stdio: 'ignore' })
  const ended = once(reader, 'exit')
  await Promise.race([once(reader, 'message'), ended])
  if (reader.exitCode !== null) throw new Error('the CSV could not be read')
  try {
    return await measure()
  } finally {
    reader.kill('SIGKILL')
    await ended
  }
}
