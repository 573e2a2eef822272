import type { DueCount } from '../contract/due.ts'
import { pause } from '../pause.ts'
import { leftOf } from './due-tally.ts'

const URGENCY = { overdue: 0, 'due-soon': 1, open: 2, coming: 3, done: 4 } as const satisfies Record<
  DueCount['when'],
  number
>

export interface InOrder {
  /** The most urgent first. */
  items: readonly DueCount[]
  /** Those that owe most first. */
  byLeft: readonly DueCount[]
}

/** Those that are equal by urgency, or by what is left, in the order of regions, and of one region the newest round first. */
export async function inBothOrders(items: readonly DueCount[]): Promise<InOrder> {
  const newest = await inOrderOf(items, ({ roundId }) => -roundId)
  const ofRegions = await inOrderOf(newest, ({ region }) => region.code)
  return {
    items: await inOrderOf(ofRegions, ({ when, closesOn }) => `${URGENCY[when]} ${closesOn}`),
    byLeft: await inOrderOf(ofRegions, (item) => -leftOf(item)),
  }
}

/** So many are placed before others are heard. */
const PLACED_AT_ONCE = 20_000

/** In the order of their keys; of the same key as they stand. Only keys are sorted, for many items take a pause. */
async function inOrderOf<Key extends number | string>(
  items: readonly DueCount[],
  keyOf: (item: DueCount) => Key,
): Promise<DueCount[]> {
  const groups = new Map<Key, DueCount[]>()
  for (const [index, item] of items.entries()) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
    if ((index + 1) % PLACED_AT_ONCE === 0) await pause()
  }
  const keys = [...groups.keys()].toSorted((a, b) => (a < b ? -1 : 1))
  return keys.flatMap((key) => groups.get(key) ?? [])
}
