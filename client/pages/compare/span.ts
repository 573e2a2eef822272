import type { Row } from './rows.ts'

/** The years from baseline to target where all rows share them; null where they do not, or have no baseline. */
export function toSpan(rows: readonly Row[]): { first: number; last: number } | null {
  const measured = rows.filter(({ target, progress }) => target.indicator.kind !== 'done' && progress.baseline !== null)
  const [head] = measured
  if (!head?.progress.baseline) return null
  const span = { first: head.progress.baseline.year, last: head.progress.milestoneYear }
  const isShared = measured.every(
    ({ progress }) => progress.baseline?.year === span.first && progress.milestoneYear === span.last,
  )
  return isShared ? span : null
}
