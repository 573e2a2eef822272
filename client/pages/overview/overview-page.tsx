import { useLocation } from 'preact-iso'
import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { toFilters } from './filters.ts'
import { Overview } from './Overview.tsx'
import { loadOverview } from './overview-data.ts'
import './counts.css'
import './list.css'
import './matrix.css'

export function OverviewPage() {
  const filters = toFilters(useLocation().query)
  const answer = useAnswer(`overview ${filters.asOf}`, (signal) => loadOverview(filters.asOf, signal))
  useTitle(textOf(overviewText).title)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  return <Overview data={answer.value} filters={filters} />
}
