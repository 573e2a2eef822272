import type { RegionProgress } from '../../../server/contract/region-progress.ts'
import { Pages } from '../../components/Pages.tsx'
import { SearchBox } from '../../components/SearchBox.tsx'
import { textOf } from '../../i18n/language.ts'
import { regionsText } from '../../i18n/regions.ts'
import { useTypedWords } from '../../state/use-typed-words.ts'
import { toAddress, type View } from './address.ts'
import { RegionTable } from './RegionTable.tsx'
import { toListing } from '../../components/listing.ts'
import { REGION_ROWS } from './listing.ts'

interface Props {
  found: RegionProgress
  name: string
  view: View
  nowYear: number
}

/** The regions directly below, or those that are searched at any depth; each leads further down. */
export function RegionList({ found, name, view, nowYear }: Props) {
  const text = textOf(regionsText)
  const [q, type] = useTypedWords(view.q, (typed) => toAddress(view, { q: typed }))
  if (found.below === 0) return <p class="none-below aside small">{found.region ? text.noneBelow : text.nothing}</p>
  const { items, total } = found
  return (
    <section class="section regions-below">
      <header>
        <h2 id="regions-below" tabIndex={-1}>
          {view.q.trim() ? text.found : text.below}
        </h2>
        <p class="aside small">{text.regionsFound(total)}</p>
        <SearchBox label={text.search} hint={text.searchHint} q={q} onSearch={type} />
      </header>
      {total === 0 ? (
        <p class="none-found">
          <output>{text.noneFound}</output>
        </p>
      ) : (
        items.length > 0 && <RegionTable rows={items} caption={text.caption(name)} view={view} nowYear={nowYear} />
      )}
      <Pages
        listing={toListing(total, view.page, REGION_ROWS, items.length)}
        text={{ ...text, pages: text.pages.regions }}
        to={(page) => toAddress(view, { page })}
        list="regions-below"
      />
      <p class="aside small">{text.noRanking}</p>
    </section>
  )
}
