import { z } from 'zod'
import { instant } from '../contract/list.ts'
import { toInstant } from './as-of.ts'
import { invalidField } from './refusal.ts'

/** Where a page begins: after an item's key, in the list as it was at the instant of the page before. */
export interface Cursor<Key> {
  instant: string
  after: Key
}

/** A place in a list as text that only this program reads. */
export function toCursor<Key>({ instant, after }: Cursor<Key>): string {
  return Buffer.from(JSON.stringify([instant, after]), 'utf8').toString('base64url')
}

/** The place that a cursor names; refuses what this program did not write. */
export function fromCursor<Key>(cursor: string | undefined, key: z.ZodType<Key>): Cursor<Key> | undefined {
  if (cursor === undefined) return undefined
  const parsed = z.tuple([instant, key]).safeParse(parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  if (!parsed.success) throw invalidField('cursor', 'cursor')
  const place = { instant: parsed.data[0], after: parsed.data[1] }
  if (toCursor(place) !== cursor || toInstant(place.instant) === undefined) throw invalidField('cursor', 'cursor')
  return place
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What the answer of a list says beside its items. */
export interface Paged<Item> {
  asOf: string
  total: number
  items: Item[]
  nextCursor: string | null
}

/** One page of items that are all in memory, in the order given; `keyOf` must tell any two of them apart. */
export function pageOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  {
    asOf,
    limit,
    cursor,
    from = 1,
  }: { asOf: Date; limit: number; cursor: Cursor<string> | undefined; from?: number | undefined },
): Paged<Item> {
  if (cursor !== undefined && from > 1) throw invalidField('from', 'from-and-cursor')
  const start = cursor === undefined ? from - 1 : items.findIndex((item) => keyOf(item) === cursor.after) + 1
  if (cursor !== undefined && start === 0) throw invalidField('cursor', 'cursor')
  const page = items.slice(start, start + limit)
  const last = page.at(-1)
  const hasMore = last !== undefined && start + limit < items.length
  return {
    asOf: asOf.toISOString(),
    total: items.length,
    items: page,
    nextCursor: hasMore ? toCursor({ instant: asOf.toISOString(), after: keyOf(last) }) : null,
  }
}
