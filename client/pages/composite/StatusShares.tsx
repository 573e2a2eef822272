import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { STATUSES, type Status } from '../../../server/domain/words.ts'
import { StatusWord } from '../../components/StatusWord.tsx'
import { compositeText } from '../../i18n/composite.ts'
import { say, textOf } from '../../i18n/language.ts'
import { toSegments } from './segments.ts'

interface Props {
  statuses: Readonly<Record<Status, number>>
  /** The list behind a status. */
  listOf: (status: Status) => string
}

const WIDTH = 400

/** How many milestones have which status: one bar, and under it every number with its word, leading to its list. */
export function StatusShares({ statuses, listOf }: Props) {
  const text = textOf(compositeText)
  const told = STATUSES.filter((status) => statuses[status] > 0)
  const label = told.map((status) => `${say(STATUS_LABELS[status])} ${statuses[status]}`).join(text.comma)
  return (
    <div class="status-shares">
      <svg viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" role="img" aria-label={label}>
        <StatusSegments statuses={statuses} width={WIDTH} />
      </svg>
      <ul>
        {told.map((status) => (
          <li key={status}>
            <a class="plain" href={listOf(status)}>
              <StatusWord status={status} size="small" /> <b>{statuses[status]}</b>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The parts of the bar, in the order of the statuses; what has no status is hollow. */
export function StatusSegments({ statuses, width }: { statuses: Readonly<Record<Status, number>>; width: number }) {
  return (
    <>
      {toSegments(statuses, width).map(({ status, x, width: long }) => (
        <g key={status} class={`segment status-${status}`}>
          <rect x={x} y="0" width={long} height="10" />
        </g>
      ))}
    </>
  )
}
