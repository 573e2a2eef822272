import { createReadStream } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** The files of a folder, in a folder of the same name, packed one after the other as they are read. */
export function zipOf(folder: string, names: readonly string[], mtime: Date): Readable {
  const zip = new ZipFile()
  // Node.js itself ends a stream of this type.
  const packed = zip.outputStream as Readable
  let reading: Readable | undefined
  for (const name of names) {
    zip.addReadStreamLazy(`${path.basename(folder)}/${name}`, { mtime, mode: 0o100644 }, (take) => {
      reading = createReadStream(path.join(folder, name)).on('error', (error) => packed.destroy(error))
      take(null, reading)
    })
  }
  // Whoever goes away half way leaves no file open.
  packed.on('close', () => reading?.destroy())
  zip.end()
  return packed
}
