import { parentPort, workerData } from 'node:worker_threads'
import { type Addresses, connectForReading } from '../db/connect.ts'
import { readingSince } from '../db/replica.ts'
import type { Answered, Asked, Told } from './exporter.ts'
import { write } from './written.ts'

const db = connectForReading(workerData as Addresses)
const files = new Map<number, AsyncGenerator<Uint8Array<ArrayBuffer>>>()

const answer = (answered: Answered): void =>
  parentPort?.postMessage(answered, answered.piece === undefined ? [] : [answered.piece.buffer])

async function answerNext({ id, wanted, line }: Extract<Asked, { is: 'next' }>): Promise<void> {
  const file = files.get(id) ?? write(db, wanted)
  files.set(id, file)
  try {
    const { value, done } = await (line === undefined ? file.next() : readingSince(line, () => file.next()))
    answer(done === true ? { id } : { id, piece: value })
  } catch (error) {
    answer({ id, error: toTold(error) })
  }
}

const toTold = (error: unknown): Told =>
  error instanceof Error
    ? { message: error.message, ...('code' in error && { code: error.code }) }
    : { message: String(error) }

async function end(id: number): Promise<void> {
  const file = files.get(id)
  files.delete(id)
  await file?.return(undefined)
}

parentPort?.on('message', (asked: Asked) => {
  void (asked.is === 'next' ? answerNext(asked) : end(asked.id))
})
