import { useLocation } from 'preact-iso'
import type { DueCounts } from '../../../../server/contract/due.ts'
import { get } from '../../../api.ts'
import { fromOf, toListing, toPlace } from '../../../components/listing.ts'
import { Pages } from '../../../components/Pages.tsx'
import { SearchBox } from '../../../components/SearchBox.tsx'
import { dueText } from '../../../i18n/due.ts'
import { textOf } from '../../../i18n/language.ts'
import { Trouble } from '../../../layout/Trouble.tsx'
import { Waiting } from '../../../layout/Waiting.tsx'
import { useFresh } from '../../../state/use-fresh.ts'
import { useKept } from '../../../state/use-kept.ts'
import { useTypedWords } from '../../../state/use-typed-words.ts'
import { adminAddress } from '../address.ts'
import { RegionTable } from './RegionTable.tsx'

/** So many regions are on a page. */
const ROWS = 50

/** Every region of one round, found by name and in pages. */
export function AllRegions({ roundId, title }: { roundId: number; title: string }) {
  const text = textOf(dueText)
  const { query } = useLocation()
  const { q, page } = toPlace(query)
  const round = String(roundId)
  const [words, type] = useTypedWords(q, (typed) => adminAddress('rounds', { round, q: typed }))
  const answer = useKept(
    useFresh(`regions of round ${round} ${page} ${q}`, (signal) =>
      get<DueCounts>('/api/due-counts', { round, q, order: 'left', limit: ROWS, from: fromOf(page, ROWS) }, signal),
    ),
  )
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const { items, total } = answer.value
  return (
    <div id="regions-of-round" tabIndex={-1} aria-busy={answer.isOld}>
      <search class="search-line">
        <SearchBox label={text.search} hint={text.searchHint} q={words} onSearch={type} />
      </search>
      {total === 0 ? <output class="aside">{text.noneFound}</output> : <RegionTable items={items} title={title} />}
      <Pages
        listing={toListing(total, page, ROWS, items.length)}
        text={{ ...text, pages: text.pagesAll }}
        to={(next) => adminAddress('rounds', { round, q, page: String(next) })}
        list="regions-of-round"
      />
    </div>
  )
}
