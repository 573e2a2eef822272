import type { Status } from './words.ts'

/** What can turn a status: a figure, the promise, the method, or only that another year is looked from. */
export const CAUSES = ['figure', 'target', 'method', 'year'] as const
export type Cause = (typeof CAUSES)[number]

/** Every choice of causes, the smallest first. */
const CHOICES: readonly (readonly Cause[])[] = CAUSES.reduce<Cause[][]>(
  (choices, cause) => [...choices, ...choices.map((choice) => [...choice, cause])],
  [[]],
).toSorted((a, b) => a.length - b.length)

/**
 * Why a status turned: the fewest of its grounds that, exchanged alone, make of the status before the one after.
 *
 * Where each of several would have been enough by itself, all of them are named; where none is, those that only together
 * are. Grounds that did not change, or that changed without any part in it, are not.
 *
 * @param statusOf the status on these grounds; null where there is no such milestone
 * @returns in the order of `CAUSES`; empty where the status did not turn
 */
export function causesOf<Grounds extends Record<Cause, unknown>>(
  before: Grounds,
  after: Grounds,
  statusOf: (grounds: Grounds) => Status | null,
): Cause[] {
  const turned = statusOf(after)
  const isEnough = (choice: readonly Cause[]): boolean => statusOf(exchanged(before, after, choice)) === turned
  const first = CHOICES.find(isEnough) ?? CAUSES
  const enough = CHOICES.filter((choice) => choice.length === first.length && isEnough(choice)).flat()
  return CAUSES.filter((cause) => enough.includes(cause))
}

function exchanged<Grounds extends Record<Cause, unknown>>(
  before: Grounds,
  after: Grounds,
  causes: readonly Cause[],
): Grounds {
  const mixed = { ...before }
  for (const cause of causes) mixed[cause] = after[cause]
  return mixed
}
