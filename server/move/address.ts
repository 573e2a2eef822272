import path from 'node:path'
import { maskPassword } from '../db/address.ts'
import type { Place } from '../db/trouble.ts'

/** One side of a move. */
export interface Side {
  place: Place
  /** As it may be shown: without any password. */
  shown: string
}

/** The SQLite file of a service; it opens no other. */
const FILE = 'tanbiao.sqlite'

/** Reads `sqlite:FOLDER/tanbiao.sqlite` or `postgres://…`; throws one sentence for anything else. */
export function readSide(name: 'FROM' | 'TO', text: string | undefined): Side {
  if (text === undefined || text === '') throw new Error(`${name} is missing. ${USAGE}`)
  if (/^postgres(ql)?:\/\//.test(text)) {
    const shown = maskPassword(text)
    if (!URL.canParse(text)) throw new Error(`${name}: ${shown} is not an address such as ${EXAMPLE}.`)
    return { place: { url: text, dataDir: '' }, shown }
  }
  if (!text.startsWith('sqlite:')) {
    throw new Error(`${name}: ${maskPassword(text)} begins neither with sqlite: nor with postgres://. ${USAGE}`)
  }
  const file = path.resolve(text.slice('sqlite:'.length))
  if (path.basename(file) !== FILE) {
    throw new Error(`${name}: ${text} is not the file of a service, which is ${FILE} in its DATA_DIR.`)
  }
  return { place: { dataDir: path.dirname(file) }, shown: `sqlite:${file}` }
}

/** The folder of key and HEAD: that of `DATA_DIR`, or else the folder of the SQLite file. */
export const dataDirOf = (from: Side, to: Side, given: string | undefined): string =>
  path.resolve(given || from.place.dataDir || to.place.dataDir || 'data/tanbiao')

const EXAMPLE = 'postgres://user:password@host:5432/database'
const USAGE = `Use: npm run move -- FROM TO, each of them sqlite:DATA_DIR/${FILE} or ${EXAMPLE}`
