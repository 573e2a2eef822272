import { setTimeout as delay } from 'node:timers/promises'
import { type Desk, type Row, withService } from './desk.ts'
import { startReference } from './references.ts'
import { alternate } from './result.ts'

/** Goal 10: from the start of the process to its first answer, and its memory after it was left alone. */
export async function measureStart(desk: Desk): Promise<Row[]> {
  const { extent } = desk
  // The first start on a database makes the key of its log, and what is new in its schema.
  await withService(desk, async () => undefined)
  const taken = await alternate(
    extent.runs,
    () => withService(desk, async ({ startMilliseconds }) => startMilliseconds),
    async () => {
      const reference = await startReference()
      await reference.stop()
      return reference.startMilliseconds
    },
  )
  const idle: number[] = []
  for (let run = 0; run < extent.runs; run += 1) {
    idle.push(
      await withService(desk, async ({ memory }) => {
        await delay(extent.idleSeconds * 1000)
        return memory.now()
      }),
    )
  }
  return [
    {
      what: 'start to the first answer',
      unit: 'ms',
      ours: taken.ours,
      reference: { name: 'Fastify alone', values: taken.reference },
      wanted: { is: 'most', value: 1000 },
    },
    { what: 'idle memory', unit: 'MB', ours: idle, reference: null, wanted: { is: 'most', value: 120 } },
  ]
}
