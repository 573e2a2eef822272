import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import type { Filters } from './filters.ts'
import type { Group } from './listing.ts'
import type { Names } from './names.ts'
import { StatusCounts } from './StatusCounts.tsx'

interface Props {
  group: Group
  filters: Filters
  names: Names
}

/** The plan or theme, how many targets, and how many of each status. */
export function GroupHeading({ group, filters, names }: Props) {
  const text = textOf(overviewText)
  const { counts } = group
  return (
    <tr role="row" class="group">
      <th scope="rowgroup" role="rowheader" colSpan={7}>
        <span class="group-name">{filters.by === 'plan' ? names.plan(group.code) : names.theme(group.code)}</span>
        <span class="group-total">{text.groupTally(group.total)}</span>
        <StatusCounts counts={counts} />
      </th>
    </tr>
  )
}
