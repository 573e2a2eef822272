import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { WrittenFile } from './rows.ts'

/** So much is gathered before it goes to the disk. */
const CHUNK_BYTES = 1 << 20

/**
 * Writes a new file piece by piece, and has it on the disk before it says so. Memory does not grow with its length.
 *
 * @param head what stands before the rows
 * @param rows each with its line end
 * @throws where there is a file of the name already
 */
export async function writeRows(
  path: string,
  name: string,
  head: string,
  rows: AsyncIterable<string>,
): Promise<WrittenFile> {
  const file = await open(path, 'wx')
  const hash = createHash('sha256')
  let gathered = head
  let [bytes, count] = [0, 0]
  const put = async (): Promise<void> => {
    const chunk = Buffer.from(gathered, 'utf8')
    hash.update(chunk)
    bytes += chunk.length
    gathered = ''
    await file.writeFile(chunk)
  }
  try {
    for await (const row of rows) {
      gathered += row
      count += 1
      if (gathered.length >= CHUNK_BYTES) await put()
    }
    await put()
    await file.sync()
  } finally {
    await file.close()
  }
  return { name, bytes, sha256: hash.digest('hex'), rows: count }
}

/** Writes a new file that is there as a whole. */
export async function writeWhole(path: string, name: string, content: string | Buffer): Promise<WrittenFile> {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content, 'utf8')
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), rows: null }
}
