import { createHash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32

/** What nobody guesses. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** What is stored of a token: who holds the token is who may, and the database opens nothing. */
export const toHash = (token: string): string => createHash('sha256').update(token).digest('hex')
