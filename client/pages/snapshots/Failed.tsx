import { textOf } from '../../i18n/language.ts'
import { snapshotsText } from '../../i18n/snapshots.ts'
import type { Failure } from '../../i18n/snapshots-zh.ts'

/** That one could not be made, why, and what to do. */
export function Failed({ id, failure }: { id: string; failure: Failure }) {
  const text = textOf(snapshotsText)
  return (
    <div class="failed" role="alert">
      <p>
        <b>{text.failed(id)}</b>
        {text.colon}
        {text.failures[failure]}
      </p>
      <p class="small aside">{text.takesNumber}</p>
    </div>
  )
}
