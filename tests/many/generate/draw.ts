/** A number from 0 to 1 that follows from a seed and two more whole numbers alone, in whatever order they are asked. */
export function draw(seed: number, which: number, what: number): number {
  let mixed = Math.imul(seed ^ Math.imul(which + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(what + 1, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296
}

/** One of some, by a number from 0 to 1. */
export function pickBy<Item>(drawn: number, items: readonly Item[]): Item {
  const item = items[Math.floor(drawn * items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** Whether something comes of which so many of a thousand have it. */
export const perMille = (drawn: number, share: number): boolean => drawn * 1000 < share
