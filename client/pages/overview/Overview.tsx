import { useMemo, useState } from 'preact/hooks'
import { toYearInShanghai } from '../../format.ts'
import { language, textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { focusMain } from '../../layout/focus-main.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { Waiting } from '../../layout/Waiting.tsx'
import { Beside } from './Beside.tsx'
import { Counts } from './Counts.tsx'
import { FilterBar } from './FilterBar.tsx'
import { cleared, toAddress, toFilters, toKnown } from './filters.ts'
import { Lede } from './Lede.tsx'
import { ListSection } from './ListSection.tsx'
import { toNames } from './names.ts'
import { choicesOf, type OverviewData, useFreshness, useSearchedTexts } from './overview-data.ts'
import { useFewRows } from './use-few-rows.ts'
import { useLater } from './use-later.ts'
import { useTyped } from './use-typed.ts'
import { useView } from './use-view.ts'

interface Props {
  data: OverviewData
  query: Readonly<Record<string, string>>
}

/**
 * Sentence, counts, filters, list: each narrower than the one before. Sentence and list are answered first; counts and
 * what stands beside the list follow by one frame.
 */
export function Overview({ data, query }: Props) {
  const known = useMemo(() => toKnown(toFilters(query), query, choicesOf(data)), [query, data])
  const { unknown } = known // conditions of the address that mean nothing here: `status=foo`
  const [filters, type] = useTyped(known.filters)
  const text = textOf(overviewText)
  const spoken = language.value
  const names = useMemo(() => toNames(data, spoken), [data, spoken])
  const nowYear = toYearInShanghai(data.asOf)
  const [willSearch, setWillSearch] = useState(false)
  const [openedSearching] = useState(filters.q !== '')
  const texts = useSearchedTexts(data.asOf, willSearch || filters.q !== '')
  const found = texts.state === 'ready' ? texts.value : undefined
  const freshness = useFreshness(filters.asOf)
  const view = useView(data, filters, found, { nowYear, fewRows: useFewRows() })
  const now = useMemo(() => ({ data, filters, names, view, freshness }), [data, filters, names, view, freshness])
  const later = useLater(now)
  const counts = useMemo(
    () => (
      <Counts counts={later.view.counts} chosen={later.filters} to={(choice) => toAddress(later.filters, choice)} />
    ),
    [later],
  )
  const beside = useMemo(() => <Beside {...later} />, [later])
  const { summary, total, shown, listing } = view
  if (openedSearching && found === undefined) {
    return texts.state === 'problem' ? (
      <Trouble problem={texts.problem} retry={texts.retry} />
    ) : (
      <Waiting slow={texts.state === 'loading' && texts.slow} />
    )
  }
  const places = [names.region(filters.region), names.theme(filters.theme)].filter(Boolean)
  return (
    <div class="overview">
      {unknown.length > 0 && (
        <p class="unknown" role="alert">
          {text.unknown(unknown.join(text.comma))}{' '}
          <a href={toAddress(filters)} onClick={focusMain}>
            {text.dropUnknown}
          </a>
        </p>
      )}
      <Lede
        summary={summary}
        scope={{ places, narrowed: Boolean(filters.plan || filters.q || filters.flag) }}
        filters={filters}
        lastRound={freshness.state === 'ready' ? freshness.value.lastRound : undefined}
      />
      {counts}
      <div id="list" tabIndex={-1}>
        <FilterBar
          data={data}
          names={names}
          filters={filters}
          shown={shown.length}
          total={total}
          isSearching={filters.q !== '' && found === undefined}
          onSearch={type}
          onSearchWanted={() => setWillSearch(true)}
        />
        {shown.length === 0 ? (
          <div class="section empty">
            <p>{text.empty}</p>
            <a class="button main" href={toAddress(cleared(filters))} onClick={focusMain}>
              {text.clear}
            </a>
          </div>
        ) : (
          <div class="columns">
            <ListSection listing={listing} shown={shown.length} filters={filters} names={names} nowYear={nowYear} />
            {beside}
          </div>
        )}
      </div>
    </div>
  )
}
