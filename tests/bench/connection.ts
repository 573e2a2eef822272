import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** One answer, as far as measuring needs it. */
export interface Heard {
  status: number
  /** Of the body. */
  bytes: number
  body: Buffer
  head: string
}

const HEAD_END = '\r\n\r\n'
/** What takes longer has failed. */
const PATIENCE_MS = 600_000
const LAST_CHUNK = '\r\n0\r\n\r\n'

interface Waiting {
  resolve: (heard: Heard) => void
  reject: (error: Error) => void
}

/**
 * A connection over which one request follows another. It does little more than find where an answer ends, so that the
 * client costs less than any server that it measures.
 */
export class Connection {
  readonly #socket: Socket
  #waiting: Waiting | undefined
  #parts: Buffer[] = []
  #length = 0
  /** Where the body begins, and where the answer ends; of a chunked one that is not known. */
  #framing: { head: string; from: number; until: number | undefined } | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (part) => this.#hear(part))
    const broken = (error?: Error): void => this.#waiting?.reject(error ?? new Error('the connection was closed'))
    socket.on('error', broken)
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('there was no answer for ten minutes')))
    socket.on('close', () => broken())
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new Connection(socket)
  }

  /** Sends a request whose bytes are ready. */
  ask(request: Buffer): Promise<Heard> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#waiting = undefined
    this.#socket.destroy()
  }

  #hear(part: Buffer): void {
    this.#parts.push(part)
    this.#length += part.length
    this.#framing ??= this.#readHead()
    if (this.#framing === undefined) return
    const { until } = this.#framing
    if (until === undefined ? !this.#endsWithLastChunk() : this.#length < until) return
    const { head, from } = this.#framing
    const whole = this.#parts.length === 1 ? part : Buffer.concat(this.#parts)
    this.#parts = []
    this.#length = 0
    this.#framing = undefined
    this.#waiting?.resolve({
      status: Number(head.slice(9, 12)),
      bytes: whole.length - from,
      body: whole.subarray(from),
      head,
    })
  }

  #readHead(): { head: string; from: number; until: number | undefined } | undefined {
    const [first = Buffer.alloc(0)] = this.#parts
    const whole = this.#parts.length === 1 ? first : Buffer.concat(this.#parts)
    const end = whole.indexOf(HEAD_END)
    if (end < 0) return undefined
    const head = whole.toString('latin1', 0, end)
    const from = end + HEAD_END.length
    const status = head.slice(9, 12)
    if (status === '304' || status === '204') return { head, from, until: from }
    const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? []
    return { head, from, until: length === undefined ? undefined : from + Number(length) }
  }

  /** A client that waits for one answer before it asks again knows the end of a chunked one by its last bytes. */
  #endsWithLastChunk(): boolean {
    const tail = Buffer.concat(this.#parts.slice(-LAST_CHUNK.length)).toString('latin1')
    return tail.endsWith(LAST_CHUNK)
  }
}

/** A request as bytes. */
export function requestOf(
  url: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: object } = {},
): Buffer {
  const text = body === undefined ? '' : JSON.stringify(body)
  const length = Buffer.byteLength(text)
  const all = {
    host: '127.0.0.1',
    ...headers,
    ...(body !== undefined && { 'content-type': 'application/json', 'content-length': String(length) }),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`${method} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${text}`)
}

/** Asks over a connection of its own, and refuses to go on with anything but an answer of 200. */
export async function askOnce(port: number, request: Buffer): Promise<Heard> {
  const connection = await Connection.open(port)
  try {
    const heard = await connection.ask(request)
    if (heard.status !== 200) throw new Error(`answered ${heard.status}: ${heard.body.toString('utf8').slice(0, 500)}`)
    return heard
  } finally {
    connection.close()
  }
}
