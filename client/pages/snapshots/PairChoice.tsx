import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { SnapshotAnswer } from '../../../server/contract/snapshot.ts'
import { textOf } from '../../i18n/language.ts'
import { snapshotsText } from '../../i18n/snapshots.ts'
import { compareAddress } from './addresses.ts'
import { toMinute } from './told-snapshot.ts'

interface Props {
  /** Newest first, two at the least. */
  made: readonly SnapshotAnswer[]
  /** Those that are looked at; the two newest where none are. */
  older?: string
  newer?: string
  /** Whether a choice acts at once; else it waits for the button. */
  actsAtOnce?: boolean
}

/** Which two snapshots are compared. */
export function PairChoice({ made, older, newer, actsAtOnce = false }: Props) {
  const text = textOf(snapshotsText)
  const { route } = useLocation()
  const [pair, setPair] = useState({ older: older ?? made[1]?.id ?? '', newer: newer ?? made[0]?.id ?? '' })
  const choose = (part: Partial<typeof pair>): void => {
    // Whoever chooses the other one means the two the other way round.
    const isSame = part.older === pair.newer || part.newer === pair.older
    const next = isSame ? { older: pair.newer, newer: pair.older } : { ...pair, ...part }
    setPair(next)
    if (actsAtOnce) route(compareAddress(next.older, next.newer))
  }
  const options = made.map(({ id, asOf }) => (
    <option key={id} value={id}>
      {text.option(id, toMinute(asOf))}
    </option>
  ))
  return (
    <form
      class="pair"
      aria-label={text.comparePair}
      onSubmit={(event) => {
        event.preventDefault()
        route(compareAddress(pair.older, pair.newer))
      }}
    >
      <label>
        {text.pairOne}
        <select
          aria-label={text.pairOneOf}
          value={pair.older}
          onChange={(event) => choose({ older: event.currentTarget.value })}
        >
          {options}
        </select>
      </label>
      <label>
        {text.pairOther}
        <select
          aria-label={text.pairOtherOf}
          value={pair.newer}
          onChange={(event) => choose({ newer: event.currentTarget.value })}
        >
          {options}
        </select>
      </label>
      {!actsAtOnce && (
        <button type="submit" class="button">
          {text.compare}
        </button>
      )}
    </form>
  )
}
