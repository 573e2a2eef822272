import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** A file that fits into one packet is sent as it is. */
const SHORTEST_BYTES = 1400

const [asBrotli, asGzip] = [promisify(brotliCompress), promisify(gzip)]

/** The best is 7 % shorter and takes ten times as long, each time that a demo starts. */
const GOOD = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/** Puts beside each script and style sheet the same as brotli and gzip: what the server sends. */
export const compressedPages = (): Plugin => ({
  name: 'compressed-pages',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const texts = Object.values(bundle).flatMap((file) => {
      const text = Buffer.from(file.type === 'chunk' ? file.code : file.source)
      return /\.(js|css)$/.test(file.fileName) && text.byteLength >= SHORTEST_BYTES ? [{ file, text }] : []
    })
    await Promise.all(
      texts.flatMap(({ file: { fileName }, text }) => [
        asBrotli(text, GOOD).then((bytes) => writeFile(path.join(dir, `${fileName}.br`), bytes)),
        asGzip(text, { level: 9 }).then((bytes) => writeFile(path.join(dir, `${fileName}.gz`), bytes)),
      ]),
    )
  },
})
