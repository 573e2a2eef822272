import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { WrittenFile } from './rows.ts'

/** So much is gathered before it goes to the disk. */
const CHUNK_LENGTH = 1 << 16

/**
 * Writes a new file piece by piece, and has it on the disk before it says so. Memory does not grow with its length.
 *
 * @param head what stands before the rows
 * @param rows each with its line end
 * @param onRows hears now and then how many were written
 * @throws where there is a file of the name already
 */
export async function writeRows(
  path: string,
  name: string,
  head: string,
  rows: AsyncIterable<string>,
  onRows: (count: number) => void = () => undefined,
): Promise<WrittenFile> {
  let count = 0
  async function* chunks(): AsyncGenerator<Buffer> {
    let gathered = head
    for await (const row of rows) {
      gathered += row
      count += 1
      if (gathered.length < CHUNK_LENGTH) continue
      yield Buffer.from(gathered, 'utf8')
      gathered = ''
      onRows(count)
    }
    yield Buffer.from(gathered, 'utf8')
  }
  const written = await writeChunks(path, chunks())
  return { name, ...written, rows: count }
}

/** Writes a new file that is there as a whole, in the same way. */
export async function writeWhole(path: string, name: string, content: string | Buffer): Promise<WrittenFile> {
  return { name, ...(await writeChunks(path, [Buffer.from(content)])), rows: null }
}

async function writeChunks(
  path: string,
  chunks: Iterable<Buffer> | AsyncIterable<Buffer>,
): Promise<Pick<WrittenFile, 'bytes' | 'sha256'>> {
  // For reading only, from the moment that it is there.
  const file = await open(path, 'wx', 0o444)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}
