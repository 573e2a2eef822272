import { dueText } from '../../i18n/due.ts'
import { textOf } from '../../i18n/language.ts'
import { DueTable } from './DueTable.tsx'
import type { DueData } from './due-data.ts'
import { administratorSummary } from './due-summary.ts'

/** Every region and round, overdue first, with the way to more time. */
export function AdministratorDue({ data }: { data: DueData }) {
  const text = textOf(dueText)
  const isEmpty = data.items.length === 0
  return (
    <>
      <header class="lede with-act">
        <div>
          <h1>{isEmpty ? text.administratorNothing : text.administrator(administratorSummary(data.items))}</h1>
          {!isEmpty && <p>{text.administratorLead}</p>}
        </div>
        <a class="button main" href="/admin/rounds?new=1">
          {text.openRound}
        </a>
      </header>
      {!isEmpty && <DueTable data={data} mayExtend />}
    </>
  )
}
