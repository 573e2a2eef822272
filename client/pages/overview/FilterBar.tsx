import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { FLAG_LABELS, type Language, STATUS_LABELS } from '../../../server/domain/labels.ts'
import { FLAGS, STATUSES } from '../../../server/domain/words.ts'
import { language, textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { SearchBox } from '../../components/SearchBox.tsx'
import { focusMain } from '../../layout/focus-main.ts'
import { Choice } from './Choice.tsx'
import { cleared, countNarrowing, type Filters, toAddress, toFilters } from './filters.ts'
import type { Names } from './names.ts'
import type { OverviewData } from './overview-data.ts'
import { Tools } from './Tools.tsx'

interface Props {
  data: OverviewData
  names: Names
  filters: Filters
  shown: number
  total: number
  isSearching: boolean
  onSearch: (q: string) => void
  onSearchWanted: () => void
}

/** Every choice acts at once and is a new address. */
export function FilterBar({ data, names, filters, shown, total, isSearching, ...search }: Props) {
  const text = textOf(overviewText)
  const { route } = useLocation()
  const spoken = language.value
  const options = useMemo(() => toOptions(data, names, spoken), [data, names, spoken])
  const choose = (name: 'region' | 'plan' | 'theme' | 'status' | 'flag') => (value: string) => {
    route(toAddress(filters, { [name]: toFilters({ [name]: value })[name] }))
  }
  return (
    <search class="filters" aria-label={text.filters}>
      <Choice
        label={text.region}
        value={filters.region}
        all={text.all}
        options={options.region}
        onChoose={choose('region')}
      />
      <Choice
        label={text.plan}
        value={filters.plan}
        all={text.allPlans(data.plans.length)}
        options={options.plan}
        onChoose={choose('plan')}
      />
      <Choice
        label={text.theme}
        value={filters.theme}
        all={text.all}
        options={options.theme}
        onChoose={choose('theme')}
      />
      <Choice
        label={text.status}
        value={filters.status}
        all={text.all}
        options={options.status}
        onChoose={choose('status')}
      />
      <Choice label={text.flag} value={filters.flag} all={text.all} options={options.flag} onChoose={choose('flag')} />
      <SearchBox
        label={text.search}
        hint={text.searchHint}
        q={filters.q}
        onSearch={search.onSearch}
        onWanted={search.onSearchWanted}
      />
      <p class="tally">
        <output>{isSearching ? text.searching : text.tally(shown, total)}</output>
        {countNarrowing(filters) > 0 && (
          <a href={toAddress(cleared(filters))} onClick={focusMain}>
            {text.clear}
          </a>
        )}
      </p>
      <Tools filters={filters} />
    </search>
  )
}

function toOptions({ regions, plans, themes }: OverviewData, names: Names, spoken: Language) {
  const named = (items: readonly { code: string }[], name: (code: string) => string) =>
    items.map(({ code }) => ({ value: code, name: name(code) }))
  return {
    region: named(regions, names.region),
    plan: named(plans, names.plan),
    theme: named(themes, names.theme),
    status: STATUSES.map((status) => ({ value: status, name: STATUS_LABELS[status][spoken] })),
    flag: FLAGS.map((flag) => ({ value: flag, name: FLAG_LABELS[flag][spoken] })),
  }
}
