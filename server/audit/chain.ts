import { createHash, hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** What the first line of the log names as the hash of the line before it. */
export const GENESIS = '0'.repeat(64)

/** Lowercase hexadecimal SHA-256 of a line's bytes, without a line end. */
export function hashOf(line: string): string {
  return hash('sha256', line, 'hex')
}

/** The same of a file's bytes, whatever its length. */
export async function hashFile(file: string): Promise<string> {
  const whole = createHash('sha256')
  await pipeline(createReadStream(file), whole)
  return whole.digest('hex')
}
