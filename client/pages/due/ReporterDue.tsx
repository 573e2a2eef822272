import type { DueItem } from '../../../server/contract/due.ts'
import { dueText } from '../../i18n/due.ts'
import { textOf } from '../../i18n/language.ts'
import { roundText } from '../../i18n/round.ts'
import { standOf } from '../../round-days.ts'
import { entryAddress } from '../../state/address.ts'
import type { DueData } from './due-data.ts'
import { byUrgency, nextRound, reporterSummary } from './due-summary.ts'
import { FigureNames } from './FigureNames.tsx'

/** What a reporter has to do, the most urgent round first, each figure a link into the sheet. */
export function ReporterDue({ data }: { data: DueData }) {
  const text = textOf(dueText)
  const summary = reporterSummary(data.items, data.today)
  const next = nextRound(data.items)
  return (
    <>
      <header class="lede with-act">
        <div>
          <h1>{text.reporter(summary)}</h1>
          <p>{text.waiting(summary.waiting) || (data.items.length === 0 ? text.reporterNothing : '')}</p>
        </div>
        {next && (
          <a class="button main" href={entryAddress(next.regionCode, next.year)}>
            {text.enter(next.year)}
          </a>
        )}
      </header>
      {byUrgency(data.items).map((item) => (
        <ReporterRound key={item.roundId} item={item} data={data} />
      ))}
    </>
  )
}

function ReporterRound({ item, data }: { item: DueItem; data: DueData }) {
  const text = textOf(dueText)
  const words = textOf(roundText)
  const { roundId, year, kind, regionCode, opensOn, closesOn, when } = item
  const isOverdue = when === 'overdue'
  const sheet = entryAddress(regionCode, year)
  return (
    <section class="section due-round" aria-labelledby={`due-${roundId}`}>
      <header>
        <h2 id={`due-${roundId}`}>
          <a class="plain" href={sheet}>
            {data.regionName(regionCode)} · {words.title(year, kind)}
          </a>
        </h2>
        <strong>{isOverdue ? text.whens.overdue : words.stand(standOf(item, data.today))}</strong>
        <span class="aside small">{words.days(opensOn, closesOn)}</span>
      </header>
      <p class="small">{toldState(item)}</p>
      {when !== 'coming' && (
        <div class="figure-groups">
          {(['returned', 'missing', 'draft', 'submitted'] as const).map((group) => (
            <FigureNames
              key={group}
              title={text.groups[group](item[group].length)}
              names={item[group]}
              address={sheet}
              data={data}
            />
          ))}
        </div>
      )}
    </section>
  )
}

/** What must be said of the whole round. */
function toldState({ when, kind, asked, missing, submitted, approved }: DueItem): string {
  const text = textOf(dueText)
  if (when === 'overdue') return text.closed
  if (when === 'coming') return kind === 'revision' ? text.correct : text.coming(asked - approved)
  if (kind === 'revision') return text.correct
  return when === 'done' && missing.length === 0 && submitted.length + approved > 0 ? text.done(asked) : ''
}
