import { dueText } from '../../i18n/due.ts'
import { textOf } from '../../i18n/language.ts'
import { DueTable } from './DueTable.tsx'
import type { DueData } from './due-data.ts'
import { waitingOf } from './due-summary.ts'

/** What waits for a reviewer, and how far entry is in the region. */
export function ReviewerDue({ data }: { data: DueData }) {
  const text = textOf(dueText)
  const waiting = waitingOf(data.items)
  return (
    <>
      <header class="lede with-act">
        <div>
          <h1>{text.reviewer(waiting)}</h1>
          {waiting === 0 && <p>{text.reviewerNothing}</p>}
        </div>
        {waiting > 0 && (
          <a class="button main" href="/review">
            {text.review(waiting)}
          </a>
        )}
      </header>
      {data.items.length > 0 && (
        <section class="section" aria-labelledby="progress">
          <header>
            <h2 id="progress">{text.progress}</h2>
          </header>
          <DueTable data={data} />
        </section>
      )}
    </>
  )
}
