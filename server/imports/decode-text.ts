import { Refused } from './refused.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/**
 * Bytes as text: by the byte order mark where there is one, else UTF-8 where they are valid UTF-8, else GB18030, which
 * Chinese Windows writes. What is neither is refused at its first byte that is not.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be')
  const text = tryDecoding(bytes, 'utf-8')
  if (text !== undefined) return { text, encoding: 'utf-8' }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return decoded(bytes, marked ? 'utf-8' : 'gb18030')
}

function decoded(bytes: Uint8Array, encoding: Encoding): { text: string; encoding: Encoding } {
  const text = tryDecoding(bytes, encoding)
  if (text === undefined) throw notText(bytes, encoding)
  return { text, encoding }
}

function tryDecoding(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Where the text breaks off: the longest beginning that can be decoded, found by halving. */
function notText(bytes: Uint8Array, encoding: Encoding): Refused {
  const isText = (length: number): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true })
      return true
    } catch {
      return false
    }
  }
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (middle <= bytes.length && isText(middle)) good = middle
    else bad = middle
  }
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, good))
  const row = before.split('\n').length
  return new Refused('encoding', { row, data: { byte: Math.min(good + 1, bytes.length) } })
}
