import type { Figure } from './model.ts'

/**
 * Whether the definition changed before this figure's year and the baseline has not been revised since.
 *
 * @param baselineSeq the sequence number since which the baseline is in force
 * Source: METHOD.md, "Breaks of a series"
 */
export function isNewBreak(figure: Figure, baselineSeq: number): boolean {
  return figure.breakSeq !== null && figure.breakSeq > baselineSeq
}
