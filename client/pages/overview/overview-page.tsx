import { useLocation } from 'preact-iso'
import { getPlans, getRegions, getTargets, getThemes } from '../../api.ts'
import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { toFilters } from './filters.ts'
import { Overview } from './Overview.tsx'
import './counts.css'
import './list.css'
import './matrix.css'

/** All targets as of one instant, with the lists that name their plans, regions and themes. */
async function load(asOf: string, signal: AbortSignal) {
  const [targets, plans, regions, themes] = await Promise.all([
    getTargets({ asOf }, signal),
    getPlans(signal),
    getRegions(signal),
    getThemes(signal),
  ])
  return { asOf: targets.asOf, targets: targets.items, plans, regions, themes }
}

export type OverviewData = Awaited<ReturnType<typeof load>>

export function OverviewPage() {
  const filters = toFilters(useLocation().query)
  const answer = useAnswer(`overview ${filters.asOf}`, (signal) => load(filters.asOf, signal))
  useTitle(textOf(overviewText).title)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  return <Overview data={answer.value} filters={filters} />
}
