import type { SnapshotDetail, SnapshotFile } from '../../../server/contract/snapshot.ts'
import { ColumnHeads } from '../../components/ColumnHeads.tsx'
import { textOf } from '../../i18n/language.ts'
import { snapshotsText } from '../../i18n/snapshots.ts'
import { fileAddress } from './addresses.ts'
import { toCount, toSize } from './told-snapshot.ts'

const COLUMNS = ['name', 'rows', 'size', 'sha256'] as const

/** What is in it: each file with its meaning, rows, size and fingerprint. */
export function FileTable({ made: { id, files, onDisk } }: { made: SnapshotDetail }) {
  const text = textOf(snapshotsText)
  return (
    <section class="section">
      <header>
        <h2>{text.contents}</h2>
      </header>
      {!onDisk && (
        <p class="gone-note">
          <b>{text.gone}</b>
          {text.stop + text.space}
          {text.goneHint(id)}
        </p>
      )}
      <table class="desk-table files" role="table">
        <caption class="visually-hidden">{text.contents}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <ColumnHeads columns={COLUMNS} titles={text.fileColumns} numbers={['rows', 'size']} />
          </tr>
        </thead>
        <tbody role="rowgroup">
          {files.map((file) => (
            <Row key={file.name} file={file} href={onDisk ? fileAddress(id, file.name) : undefined} />
          ))}
        </tbody>
      </table>
      {files.some(({ isListed }) => !isListed) && <p class="small aside">* {text.unlisted}</p>}
    </section>
  )
}

function Row({ file, href }: { file: SnapshotFile; href: string | undefined }) {
  const text = textOf(snapshotsText)
  const { name, rows, bytes, sha256, isListed } = file
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <code>{href === undefined ? name : <a href={href}>{name}</a>}</code>
        {!isListed && ' *'}
        <small>{text.kinds[name]}</small>
      </th>
      <td role="cell" class="number" data-label={rows === null ? undefined : text.fileColumns.rows}>
        {rows === null ? '' : toCount(rows)}
      </td>
      <td role="cell" class="number" data-label={text.fileColumns.size}>
        {toSize(bytes)}
      </td>
      <td role="cell" class="sum">
        <code>{sha256}</code>
      </td>
    </tr>
  )
}
