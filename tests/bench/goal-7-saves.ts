import { setImmediate as later } from 'node:timers/promises'
import { openBareDatabase } from './bare-database.ts'
import { Connection, requestOf } from './connection.ts'
import { type Desk, type Row, withService } from './desk.ts'
import { alternate, percentile } from './result.ts'
import { draftOf, type Writer, writerAt } from './writer.ts'

const FIRST_VALUE = 10
const LINE = 'x'.repeat(400)

/**
 * Goal 7: one figure saved, durable, while as many others do the same, each in a region of their own; against a transaction
 * of two rows for which as many wait over one connection.
 */
export async function measureSaves(desk: Desk): Promise<Row[]> {
  const { extent, ground } = desk
  const writers: Writer[] = []
  for (const region of ground.regions.slice(0, extent.writers)) writers.push(await writerAt(desk, region))
  const bare = await openBareDatabase(desk)
  try {
    return await withService(desk, async ({ port }) => {
      const save = (run: number): Promise<number> => saveAtOnce(desk, port, writers, run)
      const transact = (): Promise<number> => transactAtOnce(extent, inTurn(bare.transact))
      await transact()
      const taken = await alternate(extent.runs, save, transact)
      return [
        {
          what: `p99 of a save, ${extent.writers} writers`,
          unit: 'ms',
          ours: taken.ours,
          reference: { name: 'bare transaction of two rows', values: taken.reference },
          wanted: { is: 'times', value: 3 },
        },
      ]
    })
  } finally {
    await bare.close()
  }
}

/** Each writer saves figures of the last year that nobody has saved; answers the p99 of all. */
async function saveAtOnce(
  { extent, ground }: Desk,
  port: number,
  writers: readonly Writer[],
  run: number,
): Promise<number> {
  const year = ground.years.at(-1) ?? 0
  const times: number[] = []
  const saveOn = async (writer: Writer): Promise<void> => {
    const connection = await Connection.open(port)
    try {
      for (let save = 0; save < extent.savesEach; save += 1) {
        const indicator = ground.indicators[run * extent.savesEach + save] ?? ''
        const items = [draftOf(writer.region, indicator, year, String(FIRST_VALUE + save))]
        const request = requestOf('/api/observations', { method: 'PUT', headers: writer.reporter, body: { items } })
        const begin = performance.now()
        const { status, body } = await connection.ask(request)
        times.push(performance.now() - begin)
        if (status !== 200) throw new Error(`a save was answered ${status}: ${body.toString('utf8').slice(0, 300)}`)
      }
    } finally {
      connection.close()
    }
  }
  await Promise.all(writers.map(saveOn))
  return percentile(times, 0.99)
}

async function transactAtOnce(
  { writers, savesEach }: Desk['extent'],
  transact: (text: string) => Promise<void>,
): Promise<number> {
  const times: number[] = []
  const transactOn = async (): Promise<void> => {
    for (let save = 0; save < savesEach; save += 1) {
      const begin = performance.now()
      await transact(LINE)
      times.push(performance.now() - begin)
    }
  }
  await Promise.all(Array.from({ length: writers }, transactOn))
  return percentile(times, 0.99)
}

/** One after the other, in the order of asking; others come to ask between two, as in a server. */
function inTurn(transact: (text: string) => Promise<void>): (text: string) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve()
  return (text) => {
    const mine = last.then(async () => {
      await later()
      await transact(text)
    })
    last = mine
    return mine
  }
}
