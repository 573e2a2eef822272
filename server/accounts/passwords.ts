import { argon2, type Argon2Parameters, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Refusal } from '../http/refusal.ts'

const argon2Of = promisify(argon2)

/** OWASP's argon2id: 19 MiB, two passes. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const TAG_BYTES = 32

/** A hash of nothing that anyone knows: for whoever has no password, the same work and the same answer. */
const NOBODYS_HASH = '$argon2id$v=19$m=19456,t=2,p=1$8TB6dti++/WbdT8e42WmUQ$dEu5LDhzntx9NgW4KGXbG5tP3e4q7VvYIJyU1lCKpB4'

/** The password as a PHC string with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await oneOfFew({ ...COST, nonce, tagLength: TAG_BYTES, message: toMessage(password) })
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${toBase64(nonce)}$${toBase64(tag)}`
}

/** Whether it is the password of the hash. Without a hash it is not, after the same work. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const { parameters, tag } = parse(hash ?? NOBODYS_HASH)
  const found = await oneOfFew({ ...parameters, tagLength: tag.length, message: toMessage(password) })
  return timingSafeEqual(found, tag) && hash !== undefined
}

const PHC = /^\$argon2id\$v=19\$m=([0-9]+),t=([0-9]+),p=([0-9]+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

function parse(hash: string): { parameters: typeof COST & { nonce: Buffer }; tag: Buffer } {
  const [, memory, passes, parallelism, nonce = '', tag = ''] = PHC.exec(hash) ?? []
  if (tag === '') throw new Error('a stored password is no argon2id hash')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return { parameters: { ...cost, nonce: Buffer.from(nonce, 'base64') }, tag: Buffer.from(tag, 'base64') }
}

/** The same letters typed on different machines are the same bytes. */
const toMessage = (password: string): Buffer => Buffer.from(password.normalize('NFKC'), 'utf8')

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

// Each takes 19 MiB and one of the four threads that files and names are looked up with.
const AT_ONCE = 2
// As many as are done within some seconds; who comes then is told to come again, for the connection would time out.
const WAITING = 200

let running = 0
const waiting: (() => void)[] = []

/** Does the work as soon as few others do theirs, so that a flood of sign-ins takes neither all memory nor all threads. */
async function oneOfFew(parameters: Argon2Parameters): Promise<Buffer> {
  if (waiting.length >= WAITING) throw new Refusal(429, 'sign-ins-busy', [], { retryAfterSeconds: 5 })
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await argon2Of('argon2id', parameters)
  } finally {
    const next = waiting.shift()
    if (next === undefined) running--
    else next()
  }
}
