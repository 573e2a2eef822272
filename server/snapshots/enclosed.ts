import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Enclosed } from './write.ts'

const HERE = import.meta.dirname
const FILES: readonly (readonly [name: string, file: string])[] = [
  ['METHOD.md', path.join(HERE, '../../METHOD.md')],
  ['VERIFY.txt', path.join(HERE, 'VERIFY.txt')],
  ['verify.mjs', path.join(HERE, 'verify.mjs')],
]

/** What every snapshot of this version of the program has beside its tables: the method, the check, how to use it. */
export const readEnclosed = (): Enclosed[] =>
  FILES.map(([name, file]) => ({ name, content: readFileSync(file, 'utf8') }))
