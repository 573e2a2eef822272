import { crc32, deflateRawSync } from 'node:zlib'

/** A file to be put into a ZIP, and what its headers say of it where that is not the truth. */
export interface ZipPart {
  name: string
  data: Uint8Array | string
  stored?: boolean
  /** Packed already; `data` is then what it unpacks to, or a stand-in of the length that is to be declared. */
  packed?: Uint8Array
  says?: { unpackedBytes?: number; crc32?: number; flags?: number; method?: number }
}

/** A ZIP as spreadsheets are packed in, truthful or not. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const data = Buffer.from(part.data)
    const packed = part.packed ?? (part.stored === true ? data : deflateRawSync(data))
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt16LE(part.says?.flags ?? 0, 2)
    header.writeUInt16LE(part.says?.method ?? (part.stored === true ? 0 : 8), 4)
    header.writeUInt32LE(part.says?.crc32 ?? crc32(data), 10)
    header.writeUInt32LE(packed.length, 14)
    header.writeUInt32LE(part.says?.unpackedBytes ?? data.length, 18)
    const name = Buffer.from(part.name)
    header.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), header, name, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), header, rest, name]))
    pieces.push(local)
    offset += local.length
  }
  const directoryBytes = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directoryBytes, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...pieces, ...directory, end]))
}
