import { Worker } from 'node:worker_threads'
import { LIMITS, type Limits } from './limits.ts'
import type { FileKind, ReadingTask, ReadTable } from './read-bytes.ts'
import type { Refusal } from './refused.ts'

const refused = (refusal: Refusal): ReadTable => ({ is: 'refused', refusal })

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * The table in a file that someone sent, or why there is none. It never throws over what the file holds.
 *
 * The file is read in a thread of its own, with a bounded heap and a bounded time, so that neither a bomb nor an endless
 * file holds up anyone else; one file at a time.
 */
export async function readTable(
  bytes: Uint8Array,
  { kind, limits = LIMITS }: { kind: FileKind; limits?: Limits },
): Promise<ReadTable> {
  if (bytes.length > limits.uploadBytes)
    return refused({ code: 'upload-too-large', data: { limit: limits.uploadBytes, bytes: bytes.length } })
  if (bytes.length === 0) return refused({ code: 'empty-file' })
  if (waiting >= limits.waiting) return refused({ code: 'busy' })
  waiting += 1
  const reading = last.then(() => readInThread({ bytes, kind, limits }))
  last = reading.catch(() => undefined)
  try {
    return await reading
  } finally {
    waiting -= 1
  }
}

async function readInThread(task: ReadingTask): Promise<ReadTable> {
  const { heapMegabytes, milliseconds } = task.limits
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 8 },
  })
  const answered = Promise.withResolvers<ReadTable>()
  const timer = setTimeout(
    () => answered.resolve(refused({ code: 'too-slow', data: { limit: milliseconds } })),
    milliseconds,
  )
  worker.once('message', (answer: ReadTable) => answered.resolve(answer))
  worker.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') answered.resolve(refused({ code: 'too-complex' }))
    else answered.reject(error)
  })
  worker.once('exit', (code) => answered.reject(new Error(`The reading thread ended with ${code} and no answer`)))
  try {
    return await answered.promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
