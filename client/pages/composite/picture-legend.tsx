import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { STATUSES } from '../../../server/domain/words.ts'
import { textWidth } from '../../charts/place-labels.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { say } from '../../i18n/language.ts'
import type { Group } from './GroupTable.tsx'

const LINE = 24

/** The statuses that occur, icon and word, one beside the other as far as there is room. */
export function toLegend(groups: readonly Group[], width: number, from: number) {
  let [x, y] = [0, from]
  const marks = STATUSES.filter((status) => groups.some(({ statuses }) => statuses[status] > 0)).map((status) => {
    const word = say(STATUS_LABELS[status])
    const size = textWidth(word, 12) + 38
    if (x > 0 && x + size > width) [x, y] = [0, y + LINE]
    const drawn = (
      <g key={status} transform={`translate(${x} ${y})`}>
        <StatusIcon status={status} size="small" />
        <text x="20" y="12">
          {word}
        </text>
      </g>
    )
    x += size
    return drawn
  })
  return { marks, bottom: y + LINE }
}
