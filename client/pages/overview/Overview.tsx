import { toYearInShanghai } from '../../format.ts'
import { textOf } from '../../i18n/language.ts'
import { focusMain } from '../../layout/focus-main.ts'
import { overviewText } from '../../i18n/overview.ts'
import { Counts } from './Counts.tsx'
import { FilterBar } from './FilterBar.tsx'
import { cleared, type Filters, toAddress } from './filters.ts'
import { GroupLinks } from './GroupLinks.tsx'
import { toGroups } from './groups.ts'
import { judge, narrow, toSearchedNames } from './judged.ts'
import { Lede } from './Lede.tsx'
import { Matrix } from './Matrix.tsx'
import { toNames } from './names.ts'
import type { OverviewData } from './overview-data.ts'
import { summarise } from './summary.ts'
import { TargetTable } from './TargetTable.tsx'

interface Props {
  data: OverviewData
  filters: Filters
  /** Conditions of the address that mean nothing here: `status=foo`. */
  unknown: readonly string[]
}

/** Sentence, counts, filters, list: each narrower than the one before. */
export function Overview({ data, filters, unknown }: Props) {
  const text = textOf(overviewText)
  const names = toNames(data)
  const nowYear = toYearInShanghai(data.asOf)
  const narrowed = narrow(data.targets, filters, toSearchedNames(data))
  const judged = judge(narrowed, filters.milestone)
  const shown = filters.status ? judged.filter(({ progress }) => progress.status === filters.status) : judged
  const codes = (filters.by === 'plan' ? data.plans : data.themes).map(({ code }) => code)
  const groups = toGroups(shown, filters.by, filters.by === 'none' ? [] : codes)
  const milestone = filters.milestone === 'next' ? text.next : text.year(filters.milestone)
  return (
    <>
      {unknown.length > 0 && (
        <p class="unknown" role="alert">
          {text.unknown(unknown.join(text.comma))}{' '}
          <a href={toAddress(filters)} onClick={focusMain}>
            {text.dropUnknown}
          </a>
        </p>
      )}
      <Lede summary={summarise(judged, filters.milestone, nowYear)} scope={names.region(filters.region)} />
      <Counts targets={narrowed} all={data.targets} filters={filters} />
      <div id="list" tabIndex={-1}>
        <FilterBar data={data} filters={filters} shown={shown.length} total={judged.length} />
        {shown.length === 0 ? (
          <div class="section empty">
            <p>{text.empty}</p>
            <a class="button main" href={toAddress(cleared(filters))} onClick={focusMain}>
              {text.clear}
            </a>
          </div>
        ) : (
          <div class="columns">
            <section class="section">
              <header>
                <h2>{text.listTitle}</h2>
                <p class="aside small">{text.listNote(milestone, filters.by !== 'none')}</p>
                <p class="aside small narrow-only">{text.barKey}</p>
                <GroupLinks filters={filters} />
              </header>
              <TargetTable groups={groups} filters={filters} names={names} nowYear={nowYear} />
            </section>
            <Matrix judged={shown} data={data} filters={filters} milestone={milestone} />
          </div>
        )}
      </div>
    </>
  )
}
