import type { Actor } from './record.ts'

/** Who acts where nobody is signed in: the program itself. */
export const PROGRAM: Actor = { username: 'tanbiao', role: 'system' }
