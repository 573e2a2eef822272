import { invalidField } from './refusal.ts'

export interface Page {
  limit: number
  cursor?: string | undefined
}

/** The place after which the next page begins, as text that only this program reads. */
export function toCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url')
}

/** The key in a cursor, held against `pattern`, the types of its parts; refuses what this program did not write. */
export function fromCursor(cursor: string, pattern: readonly ('string' | 'number')[]): (string | number)[] {
  const key = parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  const fits =
    Array.isArray(key) &&
    key.length === pattern.length &&
    key.every((part, index) => typeof part === pattern[index] && !String(part).includes('\0'))
  if (!fits || toCursor(key) !== cursor) throw invalidField('cursor', 'cursor')
  return key
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One page of items that are all in memory, in the order given; `keyOf` must tell any two of them apart. */
export function pageOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  { limit, cursor }: Page,
): { total: number; items: Item[]; nextCursor: string | null } {
  const start = cursor === undefined ? 0 : positionAfter(items, keyOf, cursor)
  const page = items.slice(start, start + limit)
  const last = page.at(-1)
  return {
    total: items.length,
    items: page,
    nextCursor: last !== undefined && start + limit < items.length ? toCursor([keyOf(last)]) : null,
  }
}

function positionAfter<Item>(items: readonly Item[], keyOf: (item: Item) => string, cursor: string): number {
  const [after] = fromCursor(cursor, ['string'])
  const position = items.findIndex((item) => keyOf(item) === after)
  if (position < 0) throw invalidField('cursor', 'cursor')
  return position + 1
}
