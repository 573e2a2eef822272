import type { SnapshotDetail } from '../../../server/contract/snapshot.ts'
import { textOf } from '../../i18n/language.ts'
import { snapshotsText } from '../../i18n/snapshots.ts'
import { objectAddress } from '../audit/asked.ts'
import { snapshotAddress } from './addresses.ts'
import { shortPrint, toMinute } from './told-snapshot.ts'

/** Itself and those before it, the line of the log that records it, and what all of this proves. */
export function Chain({ made: { id, chain, seq } }: { made: SnapshotDetail }) {
  const text = textOf(snapshotsText)
  return (
    <section class="section">
      <header>
        <h2>{text.chain}</h2>
        <span class="small aside">{text.chainHint}</span>
      </header>
      <ol class="chain">
        {chain.map((one) => (
          <li key={one.id}>
            {one.id === id ? (
              <b aria-current="true">{text.number(one.id)}</b>
            ) : (
              <a href={snapshotAddress(one.id)}>{text.number(one.id)}</a>
            )}
            <span>{toMinute(one.asOf)}</span>
            <code>{shortPrint(one.sha256)}</code>
          </li>
        ))}
      </ol>
      {chain.length === 1 && <p class="small aside">{text.firstOfAll}</p>}
      {seq !== null && (
        <p class="small">
          {text.recorded} <a href={objectAddress(`snapshot/${id}`)}>{text.line(seq)}</a>
        </p>
      )}
      <p class="small honest">{text.honest}</p>
    </section>
  )
}
