import { WORST_FIRST } from './attention.ts'
import type { Counts } from './judged.ts'

/** How much of a whole has which status, the worst first. Decoration: the numbers stand beside it. */
export function StatusBar({ counts }: { counts: Counts }) {
  return (
    <span class="status-bar" aria-hidden="true">
      {WORST_FIRST.filter((status) => counts[status] > 0).map((status) => (
        <span key={status} class={`status-${status}`} style={{ flexGrow: counts[status] }} />
      ))}
    </span>
  )
}
