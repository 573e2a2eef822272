import { Phrases } from '../../components/Phrases.tsx'
import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { STATUSES } from '../../../server/domain/words.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { boardText } from '../../i18n/board.ts'
import { say, textOf } from '../../i18n/language.ts'
import type { Summary } from '../report/summary.ts'

/** The answer in one sentence, and how many milestones have each status, as large as it goes. */
export function CountsPage({ summary, scope }: { summary: Summary; scope: string }) {
  const text = textOf(boardText)
  return (
    <>
      <h1 class="board-sentence">
        {summary.total === 0 ? text.nothing : <Phrases of={text.sentence(scope, summary)} />}
      </h1>
      {summary.ended && summary.awaiting > 0 && <p class="board-note">{text.awaitingNote(summary.awaiting)}</p>}
      <ul class="board-counts">
        {STATUSES.map((status) => (
          <li key={status} class={summary.counts[status] === 0 ? 'zero' : undefined}>
            <StatusIcon status={status} size="large" />
            <b>{summary.counts[status]}</b>
            <span>{say(STATUS_LABELS[status])}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
