import { textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import { TALLIES, type Tally } from './status.ts'

/** How many figures stand where, as numbers and as the bar that they make up. */
export function StateCounts({ counts }: { counts: Readonly<Record<Tally, number>> }) {
  const text = textOf(entryText)
  const shown = TALLIES.filter((tally) => counts[tally] > 0)
  const all = shown.reduce((sum, tally) => sum + counts[tally], 0)
  return (
    <div class="state-counts">
      <ul aria-label={text.counts}>
        {shown.map((tally) => (
          <li key={tally} class={`tally-${tally}`}>
            <b>{counts[tally]}</b> {text.tally[tally]}
          </li>
        ))}
      </ul>
      <svg class="state-bar" viewBox={`0 0 ${Math.max(all, 1)} 1`} preserveAspectRatio="none" aria-hidden="true">
        {shown.map((tally, at) => (
          <rect
            key={tally}
            class={`tally-${tally}`}
            x={shown.slice(0, at).reduce((sum, one) => sum + counts[one], 0)}
            width={counts[tally]}
            height="1"
          />
        ))}
      </svg>
    </div>
  )
}
