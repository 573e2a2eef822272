import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import type { Filters } from './filters.ts'
import { GroupHeading } from './GroupHeading.tsx'
import type { Group } from './listing.ts'
import type { Names } from './names.ts'
import { TargetRow } from './TargetRow.tsx'

interface Props {
  groups: readonly Group[]
  /** What the list is of. */
  title: string
  filters: Filters
  names: Names
  nowYear: number
}

/** What is needed is needed from now on only where time is left; the next milestones are of both kinds. */
const paceOf = (choice: MilestoneChoice, nowYear: number): 'all' | 'ended' | 'going' =>
  choice === 'next' ? 'all' : choice < nowYear ? 'ended' : 'going'

/** On phones the rows become blocks by CSS; the roles keep it a table for those who listen. */
export function TargetTable({ groups, title, filters, names, nowYear }: Props) {
  const { columns } = textOf(overviewText)
  return (
    <table class="targets" role="table">
      <caption class="visually-hidden">{title}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" class="c-status">
            {columns.status}
          </th>
          <th scope="col" role="columnheader" class="c-name">
            {columns.target}
          </th>
          <th scope="col" role="columnheader" class="c-bar">
            <span class="visually-hidden">{columns.progress}</span>
            <span class="bar-key" aria-hidden="true">
              <span>{columns.baseline}</span>
              <span>▾ {columns.due}</span>
              <span class="goal">{columns.goal}</span>
            </span>
          </th>
          <th scope="col" role="columnheader" class="number c-latest">
            {columns.latest}
          </th>
          <th scope="col" role="columnheader" class="number c-milestone">
            {columns.milestone}
          </th>
          <th scope="col" role="columnheader" class="number">
            {columns.gap}
          </th>
          <th scope="col" role="columnheader" class="number">
            {columns.perYear[paceOf(filters.milestone, nowYear)]}
          </th>
        </tr>
      </thead>
      {groups.map((group, place) => (
        <tbody key={place} role="rowgroup">
          {(filters.by === 'plan' || filters.by === 'theme') && (
            <GroupHeading group={group} filters={filters} names={names} />
          )}
          {group.rows.map((row, index) => (
            // By place, not by target: a row keeps nothing of its own, and to fill it anew is faster than to make it.
            <TargetRow key={index} row={row} filters={filters} names={names} nowYear={nowYear} />
          ))}
        </tbody>
      ))}
    </table>
  )
}
