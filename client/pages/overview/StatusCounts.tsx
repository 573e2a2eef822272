import { WORST_FIRST } from '../../../server/domain/attention.ts'
import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import type { Status } from '../../../server/domain/words.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { say } from '../../i18n/language.ts'

/** How many of each status that occurs, worst first: an icon and a number each. */
export function StatusCounts({ counts }: { counts: Readonly<Record<Status, number>> }) {
  return (
    <span class="group-counts">
      {WORST_FIRST.filter((status) => counts[status] > 0).map((status) => (
        <span key={status} title={say(STATUS_LABELS[status])}>
          <StatusIcon status={status} size="small" />
          <span class="visually-hidden">{say(STATUS_LABELS[status])} </span>
          {counts[status]}
        </span>
      ))}
    </span>
  )
}
