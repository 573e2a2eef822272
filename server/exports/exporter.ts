import { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { Kysely } from 'kysely'
import type { Addresses } from '../db/connect.ts'
import { type LogLine, lineOfReading } from '../db/replica.ts'
import type { Database } from '../db/schema.ts'
import { Refusal } from '../http/refusal.ts'
import { write, type Wanted } from './written.ts'

/** Writes files that may be long. */
export interface Exporter {
  /** The bytes of a file, made as fast as they are taken. */
  write: (wanted: Wanted) => Readable
  close: () => Promise<void>
}

/** In the thread that asks, which does nothing else meanwhile. */
export function exportHere(db: Kysely<Database>): Exporter {
  return { write: (wanted) => toStream(write(db, wanted)), close: async () => undefined }
}

/**
 * What is asked of the thread: the next piece of a file, which is begun with the first and which a replica that has `line`
 * may answer, or that nobody wants more.
 */
export type Asked = { id: number; is: 'next'; wanted: Wanted; line: LogLine | undefined } | { id: number; is: 'end' }

export type Answered = { id: number; piece?: Uint8Array<ArrayBuffer>; error?: Told }

/** An error as it goes from one thread to another, where its code would be lost. */
export type Told = { message: string; code?: unknown }

/** Each holds a page of figures for as long as its reader takes. Those of the log are counted for themselves: nobody else keeps auditors from them. */
const MOST_OPEN = 32

const isOfLog = ({ of }: Wanted): boolean => of === 'lines' || of === 'log'

/** So long a thread is kept after the last file. */
const IDLE_MS = 30_000

/**
 * In a thread of its own, with a connection of its own, so that whoever asks for anything else need not wait. One thread
 * writes all files, each by pieces as they are taken, so that a slow reader holds nobody up, and is there while it is needed.
 */
export function openExporter(addresses: Addresses): Exporter {
  let thread: Thread | undefined
  let idle: NodeJS.Timeout | undefined
  const open = { log: 0, others: 0 }
  let count = 0

  const endThread = async (): Promise<void> => {
    const ending = thread
    thread = undefined
    await ending?.end()
  }

  async function* pieces(wanted: Wanted, line: LogLine | undefined): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const id = ++count
    if (thread?.hasEnded() !== false) thread = startThread(addresses)
    const mine = thread
    mine.stay(true)
    try {
      for (;;) {
        const piece = await mine.ask({ id, is: 'next', wanted, line })
        if (piece === undefined) return
        yield piece
      }
    } finally {
      mine.tell({ id, is: 'end' })
    }
  }

  return {
    write: (wanted) => {
      const kind = isOfLog(wanted) ? 'log' : 'others'
      if (open[kind] >= MOST_OPEN) throw new Refusal(503, 'exports-busy', [], { retryAfterSeconds: 30 })
      open[kind] += 1
      clearTimeout(idle)
      return toStream(pieces(wanted, lineOfReading())).once('close', () => {
        open[kind] -= 1
        if (open.log + open.others > 0) return
        thread?.stay(false)
        idle = setTimeout(() => void endThread(), IDLE_MS).unref()
      })
    },
    close: async () => {
      clearTimeout(idle)
      await endThread()
    },
  }
}

/** Some pieces are made before they are taken. */
const AHEAD_BYTES = 256 * 1024

const toStream = (pieces: AsyncGenerator<Uint8Array>): Readable =>
  Readable.from(pieces, { objectMode: false, highWaterMark: AHEAD_BYTES })

/** Rows of a page live as long as the page: with more, memory grows and nothing is faster. */
const YOUNG_MEGABYTES = 8

interface Thread {
  ask: (asked: Asked) => Promise<Uint8Array<ArrayBuffer> | undefined>
  tell: (asked: Asked) => void
  hasEnded: () => boolean
  /** Whether the process waits for it to end. */
  stay: (isNeeded: boolean) => void
  end: () => Promise<unknown>
}

function startThread(addresses: Addresses): Thread {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: addresses,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  })
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array<ArrayBuffer> | undefined>>()
  let ended: Error | undefined
  const fail = (error: Error): void => {
    ended ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', ({ id, piece, error }: Answered) => {
    const asker = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asker?.resolve(piece)
    else asker?.reject(Object.assign(new Error(error.message), error))
  })
  worker.on('error', fail)
  worker.on('exit', (code) => fail(new Error(`The thread that writes files ended with ${code}`)))
  return {
    ask: async (asked) => {
      if (ended !== undefined) throw ended
      const answered = Promise.withResolvers<Uint8Array<ArrayBuffer> | undefined>()
      waiting.set(asked.id, answered)
      worker.postMessage(asked)
      return await answered.promise
    },
    tell: (asked) => worker.postMessage(asked),
    hasEnded: () => ended !== undefined,
    stay: (isNeeded) => (isNeeded ? worker.ref() : worker.unref()),
    end: () => worker.terminate(),
  }
}
