import type { Signal } from '@preact/signals'
import type { Plan } from '../../../server/contract/reference.ts'
import { placesOf } from '../../../server/domain/decimal-text.ts'
import { either, textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import { COLUMNS } from './columns.ts'
import { EntryRow, type RowProps } from './EntryRow.tsx'
import { toGroups } from './groups.ts'
import type { RowState } from './row-state.ts'
import type { Grid } from './use-grid.ts'

interface Props extends Omit<RowProps, 'one' | 'index' | 'years' | 'places' | 'range'> {
  grid: Grid
  plans: readonly Plan[]
  region: string
}

const EARLIER_YEARS = 4

/** The rows in the order in which they are shown: by plan. */
export function inOrder(list: readonly Signal<RowState>[]): Signal<RowState>[] {
  const groups = toGroups(list.map((one) => one.peek()))
  return groups.flatMap(({ keys }) => keys.flatMap((key) => list.find((one) => one.peek().key === key) ?? []))
}

/**
 * The sheet as a table of native controls, with the keys of a spreadsheet.
 *
 * The roles stand in the markup because the narrow version changes `display`, which drops them in some browsers.
 */
export function EntryGrid({ grid, plans, region, ...shared }: Props) {
  const text = textOf(entryText)
  const { desk } = shared
  const { year } = desk.sheet
  const list = inOrder(desk.rows.list.value)
  const groups = toGroups(list.map((one) => one.peek()))
  const years = Array.from({ length: EARLIER_YEARS }, (_, at) => year - EARLIER_YEARS + at)
  const earlier = list.flatMap((one) => one.peek().row.earlier.filter((figure) => years.includes(figure.year)))
  const places = Math.min(3, Math.max(0, ...earlier.map(({ value }) => (value === null ? 0 : placesOf(value)))))
  const title = (planCode: string | null): string => {
    const plan = plans.find(({ code }) => code === planCode)
    return plan === undefined ? text.monitored : either(`《${plan.titleZh}》`, plan.titleEn)
  }
  return (
    <table role="table" class="entry-grid" {...grid.handlers}>
      <caption class="visually-hidden">{text.caption(region, year)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {text.indicator}
          </th>
          <th role="columnheader" scope="col" class="unit">
            {text.unit}
          </th>
          {years.map((one) => (
            <th key={one} role="columnheader" scope="col" class="earlier">
              {one}
            </th>
          ))}
          {COLUMNS.map((column) => (
            <th key={column} role="columnheader" scope="col" class={column} id={`column-${column}`}>
              {column === 'value' ? year : text[column]}
            </th>
          ))}
          <th role="columnheader" scope="col" class="state-cell">
            {text.state}
          </th>
        </tr>
      </thead>
      {groups.map(({ planCode, keys }) => (
        <tbody key={planCode} role="rowgroup">
          <tr role="row" class="group">
            <th role="rowheader" scope="rowgroup" colSpan={years.length + 7}>
              {title(planCode)} <small>{text.groupCount(keys.length)}</small>
            </th>
          </tr>
          {keys.map((key) => {
            const index = list.findIndex((one) => one.peek().key === key)
            const one = list[index]
            return one && <EntryRow key={key} {...shared} {...{ one, index, years, places }} range={grid.range} />
          })}
        </tbody>
      ))}
    </table>
  )
}
