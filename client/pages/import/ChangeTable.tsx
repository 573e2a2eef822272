import type { Plan } from '../../../server/contract/reference.ts'
import type { Sheet } from '../../../server/contract/entry.ts'
import type { ImportChange } from '../../../server/contract/import.ts'
import { placesOf } from '../../format.ts'
import { importText } from '../../i18n/import.ts'
import { either, textOf } from '../../i18n/language.ts'
import { CHANGE_COLUMNS, ChangeRow } from './ChangeRow.tsx'
import { groupChanges, keyOf } from './groups.ts'
import { ColumnHeads } from '../../components/ColumnHeads.tsx'

interface Props {
  changes: readonly ImportChange[]
  sheet: Sheet
  plans: readonly Plan[]
  region: string
  /** The figures that were changed after an earlier preview. */
  overtaken: ReadonlySet<string>
}

const NUMBERS: readonly string[] = ['before', 'after']

/** Every change in the order of the sheet: what stands there now beside what would be written. */
export function ChangeTable({ changes, sheet, plans, region, overtaken }: Props) {
  const text = textOf(importText)
  const figures = changes.flatMap(({ value, before }) => [value, before?.value ?? null])
  const places = Math.max(0, ...figures.map(placesOf))
  const titleOf = (planCode: string | null): string => {
    const plan = plans.find(({ code }) => code === planCode)
    return plan === undefined ? text.monitored : either(`《${plan.titleZh}》`, plan.titleEn)
  }
  return (
    <section class="section" aria-labelledby="import-changes">
      <header>
        <h2 id="import-changes">{text.changesTitle(changes.length)}</h2>
        <span class="aside small">{text.changesNote}</span>
      </header>
      <table class="desk-table import-changes" role="table">
        <caption class="visually-hidden">{text.changesCaption(region, sheet.year)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <ColumnHeads columns={CHANGE_COLUMNS} titles={text.columns} numbers={NUMBERS} />
          </tr>
        </thead>
        {groupChanges(changes, sheet).map(({ planCode, changes: ofPlan }) => (
          <tbody key={planCode} role="rowgroup">
            <tr role="row" class="group">
              <th role="rowheader" scope="rowgroup" colSpan={CHANGE_COLUMNS.length}>
                {titleOf(planCode)} <small>{text.group(ofPlan.length)}</small>
              </th>
            </tr>
            {ofPlan.map(({ change, row }) => (
              <ChangeRow
                key={`${keyOf(change)} ${change.row}`}
                {...{ change, row, places }}
                people={sheet.people}
                isOvertaken={overtaken.has(keyOf(change))}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
