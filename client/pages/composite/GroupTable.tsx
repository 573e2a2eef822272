import { ColumnHeads } from '../../components/ColumnHeads.tsx'
import { Limited } from '../../components/Limited.tsx'
import { compositeText } from '../../i18n/composite.ts'
import { textOf } from '../../i18n/language.ts'
import type { View } from './address.ts'
import type { Group, Grouping } from './composite-data.ts'
import { GroupRow } from './GroupRow.tsx'
import { toAxis } from './mean-geometry.ts'

interface Props {
  grouping: Grouping
  /** In their own order, which the page keeps. */
  groups: readonly Group[]
  nameOf: (code: string) => string
  view: View
}

const COLUMNS = ['statuses', 'kept', 'mean', 'left'] as const
const AXIS_PX = 150

/** A row per region or plan: statuses, the share on track, the mean with its range and weights, and all that neither is of. */
export function GroupTable({ grouping, groups, nameOf, view }: Props) {
  const text = textOf(compositeText)
  const axis = toAxis(
    groups.flatMap(({ range }) => (range ? [range.lowest.mean] : [])),
    AXIS_PX,
  )
  return (
    <Limited rows={groups}>
      {(shown) => (
        <table class="desk-table composite-groups" role="table">
          <caption class="visually-hidden">{text.caption[grouping]}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHeads columns={[grouping, ...COLUMNS]} titles={text.columns} />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((group) => (
              <GroupRow
                key={group.code}
                group={group}
                name={nameOf(group.code)}
                axis={axis}
                view={{ ...view, [grouping]: group.code }}
              />
            ))}
          </tbody>
        </table>
      )}
    </Limited>
  )
}
