import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { STATUSES } from '../../../server/domain/words.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { say } from '../../i18n/language.ts'
import { placeLegend } from '../../pictures/legend.tsx'
import type { Group } from './composite-data.ts'

/** The statuses that occur, icon and word. */
export const toLegend = (groups: readonly Group[], width: number, from: number) =>
  placeLegend(
    STATUSES.filter((status) => groups.some(({ statuses }) => statuses[status] > 0)).map((status) => ({
      word: say(STATUS_LABELS[status]),
      mark: <StatusIcon status={status} size="small" />,
    })),
    width,
    from,
  )
