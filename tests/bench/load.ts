import { Connection } from './connection.ts'
import { percentile } from './result.ts'

/** What a server did under load. */
export interface Loaded {
  perSecond: number
  /** Milliseconds below which 99 of 100 answers were. */
  p99: number
  /** Of the body of an answer. */
  bytes: number
}

export interface Load {
  port: number
  request: Buffer
  connections: number
  seconds: number
}

/**
 * Asks the same over so many connections, each as soon as its answer has come, for so many seconds. What was asked by then
 * is waited for and counted.
 */
export async function load({ port, request, connections, seconds }: Load): Promise<Loaded> {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)))
  const times: number[] = []
  let bytes = 0
  const begin = performance.now()
  const until = begin + seconds * 1000
  const askOn = async (connection: Connection): Promise<void> => {
    for (let now = performance.now(); now < until; ) {
      const heard = await connection.ask(request)
      if (heard.status !== 200 && heard.status !== 304) {
        throw new Error(`answered ${heard.status}: ${heard.body.toString('utf8').slice(0, 300)}`)
      }
      const after = performance.now()
      times.push(after - now)
      bytes = heard.bytes
      now = after
    }
  }
  try {
    await Promise.all(open.map(askOn))
  } finally {
    for (const connection of open) connection.close()
  }
  return { perSecond: (times.length * 1000) / (performance.now() - begin), p99: percentile(times, 0.99), bytes }
}
