import { Refused } from './refused.ts'

/** What is met on the way through a document, in its order. Names come without their prefix. */
export interface XmlHandlers {
  /** `path` is the names of the elements around it, from the root; `attribute` asks by local name. */
  open?: (name: string, attribute: (name: string) => string | undefined, path: readonly string[]) => void
  text?: (text: string, path: readonly string[]) => void
  close?: (name: string, path: readonly string[]) => void
}

const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?$/u
const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
/** Text of another encoding than UTF-8 has been refused, or was read as what it is not. */
const DECLARATION =
  /^<\?xml\s+version\s*=\s*["']1\.[01]["'](?:\s+encoding\s*=\s*["']utf-?8["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>$/i
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const MAX_DEPTH = 64
/** UTF-16 units of one tag, comment or run of text; also what bounds the work of looking for its end. */
const MAX_TOKEN = 256 * 1024

/**
 * Reads XML as it arrives and hands on what it meets. Strict: elements must close in order, one root, only the five
 * entities and characters by number, no DOCTYPE; whatever is not that is refused, naming `part`.
 */
export class XmlReader {
  readonly #part: string
  readonly #handlers: XmlHandlers
  readonly #path: string[] = []
  readonly #tags: string[] = []
  #rest = ''
  #rooted = false

  constructor(part: string, handlers: XmlHandlers) {
    this.#part = part
    this.#handlers = handlers
  }

  write(piece: string): void {
    const input = this.#rest + piece
    let at = !this.#rooted && input.startsWith('\uFEFF') ? 1 : 0
    while (at < input.length) {
      const next = input[at] === '<' ? this.#markup(input, at) : this.#characters(input, at)
      if (next === undefined) break
      at = next
    }
    this.#rest = input.slice(at)
    if (this.#rest.length > MAX_TOKEN) throw this.#damaged('long-token')
  }

  end(): void {
    if (this.#rest.trim() !== '' || this.#path.length > 0 || !this.#rooted) throw this.#damaged('cut-short')
  }

  #damaged(what: string): Refused {
    return new Refused('damaged-xml', { data: { what, part: this.#part } })
  }

  /** The place after the run of text at `at`; undefined where its end has not arrived. */
  #characters(input: string, at: number): number | undefined {
    const end = input.indexOf('<', at)
    if (end === -1) return undefined
    const raw = input.slice(at, end)
    if (this.#path.length > 0) this.#handlers.text?.(this.#withoutEntities(raw), this.#path)
    else if (raw.trim() !== '') throw this.#damaged('text-outside')
    return end
  }

  #markup(input: string, at: number): number | undefined {
    if (input.length - at < 9 && /^<(?:!|$)/.test(input.slice(at))) return undefined
    if (input.startsWith('<!--', at)) return after(input, '-->', at + 4)
    if (input.startsWith('<?', at)) return this.#instruction(input, at)
    if (input.startsWith('<![CDATA[', at)) return this.#cdata(input, at)
    if (input.startsWith('<!', at)) throw new Refused('doctype', { data: { part: this.#part } })
    const end = endOfTag(input, at)
    if (end === undefined) return undefined
    if (input[at + 1] === '/') this.#closeTag(input.slice(at + 2, end).trimEnd())
    else this.#openTag(input.slice(at + 1, end))
    return end + 1
  }

  #instruction(input: string, at: number): number | undefined {
    const end = after(input, '?>', at + 2)
    if (end === undefined) return undefined
    const instruction = input.slice(at, end)
    const isDeclaration = /^<\?xml\s/i.test(instruction)
    if (isDeclaration && !DECLARATION.test(instruction)) throw this.#damaged('declaration')
    return end
  }

  #cdata(input: string, at: number): number | undefined {
    const end = after(input, ']]>', at + 9)
    if (end === undefined) return undefined
    if (this.#path.length === 0) throw this.#damaged('text-outside')
    this.#handlers.text?.(input.slice(at + 9, end - 3), this.#path)
    return end
  }

  #openTag(content: string): void {
    const closesItself = content.endsWith('/')
    const inside = closesItself ? content.slice(0, -1) : content
    const split = inside.search(/\s/)
    const tag = split === -1 ? inside : inside.slice(0, split)
    if (!NAME.test(tag)) throw this.#damaged('tag')
    if (this.#path.length === 0 && this.#rooted) throw this.#damaged('second-root')
    if (this.#path.length >= MAX_DEPTH) throw this.#damaged('depth')
    this.#rooted = true
    const attributes = this.#attributes(split === -1 ? '' : inside.slice(split))
    const name = localName(tag)
    this.#handlers.open?.(name, (asked) => attributes.get(asked), this.#path)
    if (closesItself) return this.#handlers.close?.(name, this.#path)
    this.#path.push(name)
    this.#tags.push(tag)
  }

  #closeTag(tag: string): void {
    if (this.#tags.pop() !== tag) throw this.#damaged('nesting')
    this.#path.pop()
    this.#handlers.close?.(localName(tag), this.#path)
  }

  #attributes(text: string): Map<string, string> {
    const attributes = new Map<string, string>()
    ATTRIBUTE.lastIndex = 0
    let end = 0
    for (let found = ATTRIBUTE.exec(text); found !== null; found = ATTRIBUTE.exec(text)) {
      const [, name = '', double, single] = found
      end = ATTRIBUTE.lastIndex
      if (attributes.has(name)) throw this.#damaged('attribute-twice')
      const value = this.#withoutEntities(double ?? single ?? '')
      attributes.set(name, value)
      const local = localName(name)
      if (!name.startsWith('xmlns:') && !attributes.has(local)) attributes.set(local, value)
    }
    if (text.slice(end).trim() !== '') throw this.#damaged('tag')
    return attributes
  }

  #withoutEntities(text: string): string {
    if (!text.includes('&')) return text
    return text.replaceAll(/&([^;&\s]{0,10};?)/g, (_, reference: string) => {
      const name = reference.endsWith(';') ? reference.slice(0, -1) : ''
      const character = ENTITIES[name] ?? characterByNumber(name)
      if (character === undefined) throw this.#damaged('entity')
      return character
    })
  }
}

const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1)

function after(input: string, mark: string, from: number): number | undefined {
  const found = input.indexOf(mark, from)
  return found === -1 ? undefined : found + mark.length
}

/** Where the tag at `at` ends; a `>` inside of quotes does not end it. */
function endOfTag(input: string, at: number): number | undefined {
  const end = input.indexOf('>', at)
  if (end === -1) return undefined
  let quote = ''
  for (let index = at + 1; index < input.length; index += 1) {
    const character = input[index] ?? ''
    if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return index
  }
  return undefined
}

function characterByNumber(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name) ?? []
  if (hex === undefined && decimal === undefined) return undefined
  const point = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16)
  const allowed = point === 9 || point === 10 || point === 13 || (point >= 32 && point <= 0x10ffff)
  return allowed && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : undefined
}
