import { useLocation } from 'preact-iso'
import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { RegionsPage } from '../regions/lazy-regions.ts'
import { toFilters } from './filters.ts'
import { NothingYet } from './NothingYet.tsx'
import { Overview } from './Overview.tsx'
import { loadOverview } from './overview-data.ts'
import './counts.css'
import './freshness.css'
import './list.css'
import './matrix.css'

export function OverviewPage() {
  const { query } = useLocation()
  const filters = toFilters(query)
  const answer = useAnswer(`overview ${filters.asOf}`, (signal) => loadOverview(filters.asOf, signal))
  useTitle(textOf(overviewText).title)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const data = answer.value
  if (data === undefined) return <RegionsPage />
  if (data.targets.length === 0) return <NothingYet asOf={data.asOf} filters={filters} />
  return <Overview data={data} query={query} />
}
