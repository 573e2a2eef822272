import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import type { DueCounts } from '../../../server/contract/due.ts'
import { get } from '../../api.ts'
import { fromOf, toListing, toPlace, withPlace } from '../../components/listing.ts'
import { Pages } from '../../components/Pages.tsx'
import { SearchBox } from '../../components/SearchBox.tsx'
import { dueText } from '../../i18n/due.ts'
import { textOf } from '../../i18n/language.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { Waiting } from '../../layout/Waiting.tsx'
import { useFresh } from '../../state/use-fresh.ts'
import { useKept } from '../../state/use-kept.ts'
import { useTypedWords } from '../../state/use-typed-words.ts'
import { ROWS } from './due-data.ts'
import { DueRows } from './DueTable.tsx'

const PATH = '/due'

const useCounts = (done: '0' | '1', { q, page }: { q: string; page: number }) =>
  useKept(
    useFresh(`due of all ${done} ${page} ${q}`, async (signal) => ({
      ...(await get<DueCounts>('/api/due-counts', { done, q, limit: ROWS, from: fromOf(page, ROWS) }, signal)),
      q,
    })),
  )

/** Every region and round, overdue first, with the way to more time. */
export function AdministratorDue() {
  const text = textOf(dueText)
  const { query } = useLocation()
  const place = toPlace(query)
  const answer = useCounts('0', place)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const { value, isOld } = answer
  const all = value.rounds.reduce((sum, { regions }) => sum + regions, 0)
  const done = value.rounds.reduce((sum, round) => sum + round.done, 0)
  return (
    <>
      <header class="lede with-act">
        <div>
          <h1>{all === 0 ? text.administratorNothing : text.administrator(value.summary)}</h1>
          {all > 0 && <p>{text.administratorLead}</p>}
        </div>
        <a class="button main" href="/admin/rounds?new=1">
          {text.openRound}
        </a>
      </header>
      {(all > ROWS || place.q !== '') && <Search q={place.q} />}
      {value.q !== '' && value.total === 0 ? (
        <FoundDone q={value.q} />
      ) : (
        <>
          {done < all && <LeftList counts={value} page={place.page} q={place.q} isOld={isOld} />}
          {done > 0 && <DoneList count={value.q === '' ? done : undefined} isAll={done === all} />}
        </>
      )}
    </>
  )
}

function Search({ q }: { q: string }) {
  const text = textOf(dueText)
  const [words, type] = useTypedWords(q, (typed) => withPlace(PATH, { q: typed }))
  return (
    <search class="due-search">
      <SearchBox label={text.search} hint={text.searchHint} q={words} onSearch={type} />
    </search>
  )
}

interface ListProps {
  counts: DueCounts
  page: number
  q: string
  isOld: boolean
}

function LeftList({ counts: { items, total, today }, page, q, isOld }: ListProps) {
  const text = textOf(dueText)
  return (
    <div id="due-left" tabIndex={-1} aria-busy={isOld}>
      <DueRows items={items} today={today} mayExtend />
      <Pages
        listing={toListing(total, page, ROWS, items.length)}
        text={{ ...text, pages: text.pagesLeft }}
        to={(next) => withPlace(PATH, { q, page: next })}
        list="due-left"
      />
    </div>
  )
}

/** Of what is searched nothing is left: either all of it is in, or there is no such region. */
function FoundDone({ q }: { q: string }) {
  const text = textOf(dueText)
  const place = { ...useDonePlace(), q }
  const answer = useCounts('1', place)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const { value, isOld } = answer
  if (value.total === 0) return <output class="aside">{text.noneFound}</output>
  return (
    <>
      <output class="aside">{text.nothingLeft}</output>
      <details class="due-rest" open>
        <summary>{text.rest(value.total)}</summary>
        <DoneRows counts={value} place={place} isOld={isOld} />
      </details>
    </>
  )
}

/** What is in is asked for when someone wants to see it. Of what is searched it is not known before how much that is. */
function DoneList({ count, isAll }: { count: number | undefined; isAll: boolean }) {
  const { query } = useLocation()
  const [isOpen, setOpen] = useState(isAll || query['done'] !== undefined)
  return (
    <details class="due-rest" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{textOf(dueText).rest(count)}</summary>
      {isOpen && <DoneAsked />}
    </details>
  )
}

interface DonePlace {
  q: string
  page: number
  /** The page of what is left. */
  left: number
}

function useDonePlace(): DonePlace {
  const { query } = useLocation()
  return { ...toPlace(query, 'done'), left: toPlace(query).page }
}

function DoneAsked() {
  const place = useDonePlace()
  const answer = useCounts('1', place)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const { value, isOld } = answer
  if (value.total === 0) return <output class="aside">{textOf(dueText).noneDone}</output>
  return <DoneRows counts={value} place={place} isOld={isOld} />
}

function DoneRows({ counts, place, isOld }: { counts: DueCounts; place: DonePlace; isOld: boolean }) {
  const text = textOf(dueText)
  const { items, total, today } = counts
  const { q, page, left } = place
  return (
    <div id="due-done" tabIndex={-1} aria-busy={isOld}>
      <DueRows items={items} today={today} mayExtend={false} />
      <Pages
        listing={toListing(total, page, ROWS, items.length)}
        text={{ ...text, pages: text.pagesDone }}
        to={(next) => withPlace(PATH, { q, page: left > 1 ? left : '', done: next })}
        list="due-done"
      />
    </div>
  )
}
