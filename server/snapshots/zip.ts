import path from 'node:path'
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** The files of a folder, in a folder of the same name, packed as they are read. */
export function zipOf(folder: string, names: readonly string[], mtime: Date): Readable {
  const zip = new ZipFile()
  const within = path.basename(folder)
  for (const name of names) zip.addFile(path.join(folder, name), `${within}/${name}`, { mtime, mode: 0o100644 })
  // Node.js itself ends a stream of this type.
  const packed = zip.outputStream as Readable
  zip.on('error', (error: Error) => packed.destroy(error))
  zip.end()
  return packed
}
