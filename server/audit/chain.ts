import { createHash } from 'node:crypto'

/** What the first line of the log names as the hash of the line before it. */
export const GENESIS = '0'.repeat(64)

/** Lowercase hexadecimal SHA-256 of a line's bytes, without a line end. */
export function hashOf(line: string): string {
  return createHash('sha256').update(line, 'utf8').digest('hex')
}
