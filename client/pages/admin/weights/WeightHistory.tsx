import { toDate } from '../../../format.ts'
import { adminText } from '../../../i18n/admin.ts'
import { weightsText } from '../../../i18n/admin-weights.ts'
import { textOf } from '../../../i18n/language.ts'
import { HistoryList } from '../HistoryList.tsx'
import type { WeightRevision } from './weights-data.ts'

/** Every weight that a target was given. */
export function WeightHistory({ revisions }: { revisions: readonly WeightRevision[] }) {
  const text = textOf(weightsText)
  const entries = revisions.map(({ revision, weight, at, enteredBy, reason }) => ({
    id: String(revision),
    at: toDate(at),
    by: enteredBy ?? '',
    what: text.setTo(weight),
    reason,
  }))
  return <HistoryList count={textOf(adminText).history(entries.length)} entries={entries} />
}
