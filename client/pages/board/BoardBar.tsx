import { boardText } from '../../i18n/board.ts'
import { textOf } from '../../i18n/language.ts'
import { toClock } from '../../moment.ts'
import { withAsOf } from '../../state/address.ts'
import type { BoardData } from './board-data.ts'
import type { BoardQuery } from './query.ts'
import type { useFullScreen } from './use-full-screen.ts'
import type { Reading } from './use-reading.ts'

interface Props {
  page: number
  count: number
  query: BoardQuery
  reading: Reading<BoardData>
  /** `still`: by the reader's wish nothing moves by itself. */
  state: 'turning' | 'held' | 'paused' | 'still'
  fullScreen: ReturnType<typeof useFullScreen>
  acts: { previous: () => void; next: () => void; pause: () => void }
}

/** Which page of how many, how long it stays, when the data were read, and the ways to turn by hand. */
export function BoardBar({ page, count, query, reading, state, fullScreen, acts }: Props) {
  const text = textOf(boardText)
  const told = {
    turning: text.stays(query.seconds),
    held: text.held,
    paused: text.paused,
    still: text.byHand,
  }[state]
  return (
    <footer class="board-bar">
      {(state === 'turning' || state === 'held') && count > 1 && (
        <div class="board-time" aria-hidden="true">
          <span
            key={page}
            style={{
              animationDuration: `${query.seconds}s`,
              animationPlayState: state === 'turning' ? 'running' : 'paused',
            }}
          />
        </div>
      )}
      <p class="board-where">
        <b>{text.page(page, count)}</b> <span>{told}</span>
      </p>
      <LastRead reading={reading} />
      <nav aria-label={text.controls}>
        <button type="button" class="button" onClick={acts.previous}>
          {text.previous}
        </button>
        {state !== 'still' && (
          <button type="button" class="button" onClick={acts.pause}>
            {query.paused ? text.go : text.pause}
          </button>
        )}
        <button type="button" class="button" onClick={acts.next}>
          {text.next}
        </button>
        {fullScreen.toggle && (
          <button type="button" class="button" title={text.keys} onClick={fullScreen.toggle}>
            {fullScreen.isFull ? text.leaveFullScreen : text.fullScreen}
          </button>
        )}
        <a href={withAsOf('/', query.asOf || undefined)}>{text.back}</a>
      </nav>
    </footer>
  )
}

/** Told aloud only when the server is lost or found again. */
function LastRead({ reading: { readAt, lost } }: Pick<Props, 'reading'>) {
  const text = textOf(boardText)
  if (readAt === undefined) return null
  const clock = toClock(readAt)
  return (
    <>
      {lost === null && <p class="board-read">{text.readAt(clock)}</p>}
      <p class="board-read lost" role="status">
        {lost !== null &&
          (lost.problem.status === 401 ? text.signedOut(clock) : text.lostSince(toClock(lost.since), clock))}
      </p>
    </>
  )
}
