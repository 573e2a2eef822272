import type { SnapshotAnswer } from '../../../server/contract/snapshot.ts'
import { earlierOf } from '../../../server/domain/earlier.ts'
import { ColumnHeads } from '../../components/ColumnHeads.tsx'
import { Limited } from '../../components/Limited.tsx'
import { textOf } from '../../i18n/language.ts'
import { snapshotsText } from '../../i18n/snapshots.ts'
import { compareAddress, snapshotAddress, zipAddress } from './addresses.ts'
import { toldMaker } from './told-maker.ts'
import { shortPrint, toCount, toMinute, toSize } from './told-snapshot.ts'

interface Props {
  made: readonly SnapshotAnswer[]
  people: Readonly<Record<string, string>>
}

const COUNTS = ['observations', 'milestones', 'revisions', 'lines'] as const
const COLUMNS = ['name', 'asOf', 'created', ...COUNTS, 'fingerprint', 'acts'] as const

/** Every snapshot: as of when, made when and by whom, how much is in it, its fingerprint, its ZIP. */
export function SnapshotTable({ made, people }: Props) {
  const text = textOf(snapshotsText)
  const placed = made.map(toPlaced)
  return (
    <Limited rows={made} showAll={text.showAll}>
      {(shown) => (
        <table class="desk-table snapshot-table counts-table" role="table">
          <caption class="visually-hidden">{text.caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHeads columns={COLUMNS} titles={text.columns} numbers={COUNTS} />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((one) => (
              <Row key={one.id} one={one} earlier={earlierOf(toPlaced(one), placed)?.number} people={people} />
            ))}
          </tbody>
        </table>
      )}
    </Limited>
  )
}

const toPlaced = ({ id, counts }: SnapshotAnswer) => ({ number: Number(id), logSeq: counts?.lines ?? 0 })

interface RowProps {
  one: SnapshotAnswer
  /** The number of the one to compare it with. */
  earlier: number | undefined
  people: Props['people']
}

function Row({ one, earlier, people }: RowProps) {
  const text = textOf(snapshotsText)
  const { id, titleZh, asOf, createdAt, counts, sha256 } = one
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={snapshotAddress(id)}>{text.number(id)}</a>
        <span class="title">{titleZh}</span>
      </th>
      <td role="cell" class="wide instant" data-label={text.columns.asOf}>
        {toMinute(asOf)}
      </td>
      <td role="cell" class="wide instant" data-label={text.columns.created}>
        <span>
          {toMinute(createdAt)}
          <small>{toldMaker(one, people)}</small>
        </span>
      </td>
      {COUNTS.map((name) => (
        <td key={name} role="cell" class={`number ${name}`} data-label={text.columns[name]}>
          {counts === null ? '' : toCount(counts[name])}
        </td>
      ))}
      <td role="cell" class="wide" data-label={text.columns.fingerprint}>
        <code>{shortPrint(sha256 ?? '')}</code>
      </td>
      <td role="cell" class="wide take">
        <Take one={one} />
        {earlier !== undefined && (
          <a href={compareAddress(String(earlier), id)} aria-label={text.toEarlierOf(id, String(earlier))}>
            {text.toEarlier(String(earlier))}
          </a>
        )}
      </td>
    </tr>
  )
}

/** The ZIP with its size, or that there is none any more. */
function Take({ one: { id, bytes, onDisk } }: { one: SnapshotAnswer }) {
  const text = textOf(snapshotsText)
  if (!onDisk) {
    return (
      <span class="gone">
        <span class="tag">{text.gone}</span>
      </span>
    )
  }
  return (
    <span class="zip">
      <a href={zipAddress(id)} aria-label={text.zipOf(id)}>
        {text.zip}
      </a>
      <small>{text.unpacked(toSize(bytes ?? 0))}</small>
    </span>
  )
}
