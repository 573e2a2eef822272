import { inflateSync } from 'node:zlib'

/** A page of a PDF file as Chromium writes it: its size in points, and its text in the order in which it was drawn. */
export interface PdfPage {
  width: number
  height: number
  text: string
}

const OBJECT = /(?:^|\n)([0-9]+) 0 obj\n([\s\S]*?)\nendobj/g

/** Byte by byte, so that places in the text are places in the file. */
const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

function streamOf(object: string): string {
  const start = /stream\r?\n/.exec(object)
  if (!start) return ''
  const bytes = Buffer.from(object.slice(start.index + start[0].length, object.lastIndexOf('endstream')), 'latin1')
  return object.includes('/FlateDecode') ? toText(inflateSync(bytes)) : toText(bytes)
}

const fromUtf16 = (hex: string): string =>
  String.fromCharCode(...(hex.replace(/^FEFF/i, '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))

/** What each code of a font means. */
function toUnicode(cmap: string): { digits: number; meanings: Map<number, string> } {
  const meanings = new Map<number, string>()
  const code = (hex: string): number => Number.parseInt(hex, 16)
  const digits = /begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(cmap)?.[1]?.length ?? 4
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from = '', to = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      meanings.set(code(from), fromUtf16(to))
    }
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', to = ''] of block.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    )) {
      for (let at = code(first); at <= code(last); at++) {
        meanings.set(at, String.fromCharCode(code(to) + at - code(first)))
      }
    }
  }
  return { digits, meanings }
}

const DRAWN = /\/ActualText <([0-9A-F]+)> ?>> BDC|(EMC)|\/(F[0-9]+) [0-9.]+ Tf|<([0-9A-F]+)> Tj/g

/** Pages in their order; enough of the format for what Chromium writes, which is told by its text alone. */
export function readPdf(file: Uint8Array): PdfPage[] {
  const objects = new Map([...toText(file).matchAll(OBJECT)].map(([, id = '', body = '']) => [id, body]))
  const tree = [...objects.values()].find((body) => /\/Type \/Pages\b/.test(body)) ?? ''
  const ids = [...(/\/Kids \[([^\]]*)\]/.exec(tree)?.[1] ?? '').matchAll(/([0-9]+) 0 R/g)].map(([, id = '']) => id)
  const fonts = new Map<string, ReturnType<typeof toUnicode>>()
  const fontOf = (id: string): ReturnType<typeof toUnicode> => {
    const cmap = /\/ToUnicode ([0-9]+) 0 R/.exec(objects.get(id) ?? '')?.[1]
    const font = fonts.get(id) ?? toUnicode(streamOf(objects.get(cmap ?? '') ?? ''))
    fonts.set(id, font)
    return font
  }
  return ids.map((id) => {
    const page = objects.get(id) ?? ''
    const [width = 0, height = 0] = (/\/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]/.exec(page) ?? []).slice(1).map(Number)
    const named = new Map([...page.matchAll(/\/(F[0-9]+) ([0-9]+) 0 R/g)].map(([, name = '', of = '']) => [name, of]))
    const content = streamOf(objects.get(/\/Contents ([0-9]+) 0 R/.exec(page)?.[1] ?? '') ?? '')
    let text = ''
    let font: ReturnType<typeof toUnicode> | undefined
    let told = false
    for (const [, actual, end, name, codes] of content.matchAll(DRAWN)) {
      if (actual !== undefined) {
        text += fromUtf16(actual)
        told = true
      } else if (end !== undefined) told = false
      else if (name !== undefined) font = fontOf(named.get(name) ?? '')
      else if (codes !== undefined && font && !told) {
        const { digits, meanings } = font
        const each = codes.match(new RegExp(`.{${digits}}`, 'g')) ?? []
        text += each.map((one) => meanings.get(Number.parseInt(one, 16)) ?? '').join('')
      }
    }
    return { width, height, text }
  })
}
