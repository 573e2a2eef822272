import { useLocation } from 'preact-iso'
import { FLAG_LABELS, STATUS_LABELS } from '../../../server/domain/labels.ts'
import { FLAGS, STATUSES } from '../../../server/domain/words.ts'
import { either, say, textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { focusMain } from '../../layout/focus-main.ts'
import { Choice } from './Choice.tsx'
import { cleared, countNarrowing, type Filters, toAddress, toFilters } from './filters.ts'
import type { OverviewData } from './overview-data.ts'
import { SearchBox } from './SearchBox.tsx'
import { Tools } from './Tools.tsx'

interface Props {
  data: OverviewData
  filters: Filters
  shown: number
  total: number
  isSearching: boolean
  onSearch: () => void
}

/** Every choice acts at once and is a new address. */
export function FilterBar({ data, filters, shown, total, isSearching, onSearch }: Props) {
  const text = textOf(overviewText)
  const { route } = useLocation()
  const choose = (name: 'region' | 'plan' | 'theme' | 'status' | 'flag') => (value: string) => {
    route(toAddress(filters, { [name]: toFilters({ [name]: value })[name] }))
  }
  return (
    <search class="filters" aria-label={text.filters}>
      <Choice
        label={text.region}
        value={filters.region}
        all={text.all}
        options={data.regions.map(({ code, nameZh, nameEn }) => ({ value: code, name: either(nameZh, nameEn) }))}
        onChoose={choose('region')}
      />
      <Choice
        label={text.plan}
        value={filters.plan}
        all={text.allPlans(data.plans.length)}
        options={data.plans.map(({ code, titleZh, titleEn }) => ({ value: code, name: either(titleZh, titleEn) }))}
        onChoose={choose('plan')}
      />
      <Choice
        label={text.theme}
        value={filters.theme}
        all={text.all}
        options={data.themes.map(({ code, nameZh, nameEn }) => ({ value: code, name: either(nameZh, nameEn) }))}
        onChoose={choose('theme')}
      />
      <Choice
        label={text.status}
        value={filters.status}
        all={text.all}
        options={STATUSES.map((status) => ({ value: status, name: say(STATUS_LABELS[status]) }))}
        onChoose={choose('status')}
      />
      <Choice
        label={text.flag}
        value={filters.flag}
        all={text.all}
        options={FLAGS.map((flag) => ({ value: flag, name: say(FLAG_LABELS[flag]) }))}
        onChoose={choose('flag')}
      />
      <SearchBox filters={filters} onWanted={onSearch} />
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
