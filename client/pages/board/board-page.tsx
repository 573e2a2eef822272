import { useLocation } from 'preact-iso'
import { boardText } from '../../i18n/board.ts'
import { textOf } from '../../i18n/language.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { Board } from './Board.tsx'
import { loadBoard } from './board-data.ts'
import { toBoardQuery } from './query.ts'
import { RETRY_AFTER_MS, useReading } from './use-reading.ts'
import './board.css'
import './board-pages.css'

/** A wall display that nobody touches: reads by itself, turns by itself, and finds its way back after a failure. */
export function BoardPage() {
  const query = toBoardQuery(useLocation().query)
  const { region, plan, milestone, asOf } = query
  const key = `${region} ${plan} ${milestone} ${asOf}`
  const reading = useReading(key, (signal) => loadBoard(query, signal))
  const text = textOf(boardText)
  useTitle(text.title)
  if (reading.value !== undefined) return <Board data={reading.value} reading={reading} query={query} />
  if (reading.lost === null) return <Waiting slow />
  return (
    <div class="board-lost">
      <Trouble problem={reading.lost.problem} retry={() => location.reload()} />
      <p class="aside">{text.retrying(RETRY_AFTER_MS / 1000)}</p>
    </div>
  )
}
