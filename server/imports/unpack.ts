import { TextDecoder } from 'node:util'
import { crc32, createInflateRaw } from 'node:zlib'
import { Refused } from './refused.ts'
import type { ZipEntry } from './zip-directory.ts'

const CHUNK_BYTES = 64 * 1024

/**
 * The text of a file inside a ZIP, in pieces, never whole in memory. The bytes are counted as they come out: more or
 * fewer than the directory said, or another checksum, is refused, so that a directory cannot lie its way past a limit.
 */
export async function* unpackText(entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let bytes = 0
  let sum = 0
  for await (const chunk of pieces(entry)) {
    bytes += chunk.length
    if (bytes > entry.unpackedBytes) throw lying(entry)
    sum = crc32(chunk, sum)
    yield decoded(decoder, entry, chunk)
  }
  if (bytes !== entry.unpackedBytes) throw lying(entry)
  if (sum !== entry.crc32) throw new Refused('damaged-zip', { data: { what: 'checksum', part: entry.name } })
  yield decoded(decoder, entry)
}

const lying = (entry: ZipEntry): Refused => new Refused('lying-sizes', { data: { part: entry.name } })

async function* pieces(entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (!entry.deflated) {
    for (let at = 0; at < entry.packed.length; at += CHUNK_BYTES) yield entry.packed.subarray(at, at + CHUNK_BYTES)
    return
  }
  const inflating = createInflateRaw({ chunkSize: CHUNK_BYTES })
  inflating.end(entry.packed)
  try {
    for await (const chunk of inflating) yield chunk as Uint8Array
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new Refused('damaged-zip', { data: { what: 'packed-data', part: entry.name } })
    throw error
  }
}

function decoded(decoder: TextDecoder, entry: ZipEntry, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    throw new Refused('damaged-xml', { data: { what: 'encoding', part: entry.name } })
  }
}
