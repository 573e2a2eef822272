import type { Limits } from './limits.ts'
import { Refused } from './refused.ts'

/** A file inside a ZIP, as the central directory describes it, with its bytes still packed. */
export interface ZipEntry {
  name: string
  packed: Uint8Array
  deflated: boolean
  unpackedBytes: number
  crc32: number
}

const LOCAL_HEADER = 0x04034b50
const DIRECTORY_ENTRY = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const IN_ZIP64_EXTRA = 0xffffffff
const ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8

const damaged = (what: string): Refused => new Refused('damaged-zip', { data: { what } })

/**
 * What lies in a ZIP, by its central directory, refused unless the directory fits the file: no entry outside of it, none
 * over another, no name twice. Nothing is unpacked yet.
 */
export function readDirectory(bytes: Uint8Array, limits: Limits): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, start } = endOfDirectory(view)
  if (count > limits.zipEntries) throw new Refused('too-many-entries', { data: { limit: limits.zipEntries, count } })
  const entries = new Map<string, ZipEntry>()
  const spans: { from: number; to: number }[] = []
  let unpacked = 0
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged('directory')
    const header = directoryHeader(view, at)
    const key = header.name.toLowerCase()
    if (entries.has(key)) throw damaged('name-twice')
    const from = header.offset
    const to = packedStart(view, from) + header.packedBytes
    if (to > start) throw damaged('entry-outside')
    spans.push({ from, to })
    unpacked += header.unpackedBytes
    entries.set(key, { ...header, packed: bytes.subarray(to - header.packedBytes, to) })
    at = header.next
  }
  spans.sort((one, other) => one.from - other.from)
  if (spans.some(({ from }, index) => from < (spans[index - 1]?.to ?? 0))) throw damaged('entries-overlap')
  if (unpacked > limits.unpackedBytes)
    throw new Refused('unpacked-too-large', { data: { limit: limits.unpackedBytes, bytes: unpacked } })
  return entries
}

function endOfDirectory(view: DataView): { count: number; start: number } {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue
    if (at + 22 + view.getUint16(at + 20, true) !== view.byteLength) continue
    const start = view.getUint32(at + 16, true)
    if (start > at) throw damaged('directory')
    return { count: view.getUint16(at + 10, true), start }
  }
  throw damaged('no-directory')
}

function directoryHeader(view: DataView, at: number) {
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const nameBytes = view.getUint16(at + 28, true)
  const extraBytes = view.getUint16(at + 30, true)
  const next = at + 46 + nameBytes + extraBytes + view.getUint16(at + 32, true)
  if (next > view.byteLength) throw damaged('directory')
  if ((flags & ENCRYPTED) !== 0) throw new Refused('password')
  if (method !== STORED && method !== DEFLATED) throw damaged('packing-method')
  const [unpackedBytes = 0, packedBytes = 0, offset = 0] = sizes(view, at, at + 46 + nameBytes, extraBytes)
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes))
  if (method === STORED && packedBytes !== unpackedBytes) throw new Refused('lying-sizes', { data: { part: name } })
  return {
    name,
    deflated: method === DEFLATED,
    unpackedBytes,
    packedBytes,
    offset,
    next,
    crc32: view.getUint32(at + 16, true),
  }
}

/** Unpacked size, packed size and offset; some programs write them as 64 bit even in small files. */
function sizes(view: DataView, at: number, extraAt: number, extraBytes: number): number[] {
  const short = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  if (!short.includes(IN_ZIP64_EXTRA)) return short
  let extra = extraAt
  while (extra + 4 <= extraAt + extraBytes && view.getUint16(extra, true) !== 1)
    extra += 4 + view.getUint16(extra + 2, true)
  let wide = extra + 4
  return short.map((size) => {
    if (size !== IN_ZIP64_EXTRA) return size
    if (wide + 8 > extraAt + extraBytes) throw damaged('sizes')
    const long = Number(view.getBigUint64(wide, true))
    wide += 8
    return long
  })
}

function packedStart(view: DataView, offset: number): number {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL_HEADER) throw damaged('entry')
  return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
}
