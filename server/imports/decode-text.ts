import { Refused } from './refused.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** Characters of several bytes that a text in GB18030 does not have in a row by chance and in UTF-8. */
const NO_CHANCE = 8

/**
 * Bytes as text: by the byte order mark where there is one, else UTF-8 where they are valid UTF-8, else GB18030, which
 * Chinese Windows writes. What is neither is refused at its first byte that is not; so is a text that begins in UTF-8 and
 * is damaged further on, which would be another text in GB18030.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be')
  const text = tryDecoding(bytes, 'utf-8')
  if (text !== undefined) return { text, encoding: 'utf-8' }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const sound = soundBytes(bytes, 'utf-8')
  const before = new TextDecoder().decode(bytes.subarray(0, sound))
  if (marked || (before.match(/[^\0-\x7f]/gu)?.length ?? 0) >= NO_CHANCE) throw notText(bytes, 'utf-8')
  return decoded(bytes, 'gb18030')
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

function notText(bytes: Uint8Array, encoding: Encoding): Refused {
  const sound = soundBytes(bytes, encoding)
  const row = new TextDecoder(encoding).decode(bytes.subarray(0, sound)).split('\n').length
  return new Refused('encoding', { row, data: { byte: Math.min(sound + 1, bytes.length) } })
}

/** How many bytes from the beginning can be decoded, found by halving. */
function soundBytes(bytes: Uint8Array, encoding: Encoding): number {
  const isText = (length: number): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true })
      return true
    } catch {
      return false
    }
  }
  let sound = 0
  let broken = bytes.length + 1
  while (broken - sound > 1) {
    const middle = Math.floor((sound + broken) / 2)
    if (middle <= bytes.length && isText(middle)) sound = middle
    else broken = middle
  }
  return sound
}
