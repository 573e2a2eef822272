/** What of a snapshot says which is the earlier of two: the length of its log, then its number. */
export interface Placed {
  number: number
  logSeq: number
}

/**
 * The snapshot with which another is compared: the one before it by what they hold, since one as of a past day may be
 * made after one as of today. Its log is never longer; undefined where there is none.
 */
export const earlierOf = <One extends Placed>(one: Placed, all: readonly One[]): One | undefined =>
  all.filter((other) => inOrder(other, one) < 0).toSorted((a, b) => inOrder(b, a))[0]

const inOrder = (a: Placed, b: Placed): number => a.logSeq - b.logSeq || a.number - b.number
