import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { either, say } from '../../i18n/language.ts'
import { targetAddress } from '../../state/address.ts'
import type { Row } from './rows.ts'

interface Props {
  row: Row
  asOf: string
  /** Under the name where the table has no column for it. */
  withStatus?: boolean
}

export const nameOf = ({ target: { indicator } }: Row): string => either(indicator.shortNameZh, indicator.shortNameEn)

/** Icon and word: the shape tells it in black and white too. */
export const Standing = ({ row: { progress } }: { row: Row }) => (
  <span class="standing">
    <StatusIcon status={progress.status} size="small" />
    <span>{say(STATUS_LABELS[progress.status])}</span>
  </span>
)

export const NameCell = ({ row, asOf, withStatus = false }: Props) => (
  <th scope="row" role="rowheader" class="name">
    <a class="plain" href={targetAddress(row.target.id, row.progress.milestoneYear, asOf)}>
      {nameOf(row)}
    </a>
    {withStatus && <Standing row={row} />}
  </th>
)
