import { useId } from 'preact/hooks'
import type { SnapshotAnswer } from '../../../server/contract/snapshot.ts'
import { textOf } from '../../i18n/language.ts'
import { snapshotsText } from '../../i18n/snapshots.ts'
import { toCount } from './told-snapshot.ts'

/** How far one is: a bar of its files, and how many files and rows in words. */
export function MakingBar({ job: { id, titleZh, making } }: { job: SnapshotAnswer }) {
  const text = textOf(snapshotsText)
  const label = useId()
  if (making === null) return null
  const { filesWritten, filesTotal, rowsWritten } = making
  return (
    <div class="making">
      <p id={label}>
        <b>{text.making(id)}</b>
        {text.colon}
        {titleZh}
      </p>
      <progress aria-labelledby={label} max={Math.max(filesTotal, 1)} value={filesWritten} />
      <p class="small" aria-live="polite">
        {text.files(filesWritten, filesTotal)}
        {rowsWritten > 0 && text.comma + text.rows(toCount(rowsWritten))}
      </p>
      <p class="small aside">{text.leaveHint}</p>
    </div>
  )
}
