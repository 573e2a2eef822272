import { WORST_FIRST } from '../../../server/domain/attention.ts'
import { type Counts, sumOf } from './judged.ts'

/** One piece of the bar after the other, the worst first, in percent of its length. */
function toGradient(counts: Counts): string {
  const total = sumOf(counts)
  let end = 0
  const pieces = WORST_FIRST.filter((status) => counts[status] > 0).map((status) => {
    const start = end
    end += (counts[status] / total) * 100
    return `var(--status-${status}) ${start.toFixed(1)}% ${end.toFixed(1)}%`
  })
  return `linear-gradient(to right, ${pieces.join(', ')})`
}

/** How much of a whole has which status. Decoration: the numbers stand beside it. One element, as there may be hundreds. */
export function StatusBar({ counts }: { counts: Counts }) {
  return <span class="status-bar" style={{ backgroundImage: toGradient(counts) }} />
}
