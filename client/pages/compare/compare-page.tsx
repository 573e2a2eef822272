import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { toDate } from '../../format.ts'
import { compareText } from '../../i18n/compare.ts'
import { textOf } from '../../i18n/language.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { toView } from './address.ts'
import { Comparison } from './Comparison.tsx'
import { toChoices } from './choices.ts'
import { type CompareData, loadTargets } from './compare-data.ts'
import './compare.css'

/** Which one is different, and in which year it turned. */
export function ComparePage() {
  const { query } = useLocation()
  const asOf = query['asOf'] ?? ''
  const answer = useAnswer(`compare ${asOf}`, (signal) => loadTargets(asOf, signal))
  useTitle(textOf(compareText).title)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  if (answer.value.targets.length === 0) return <Nothing day={asOf && toDate(answer.value.asOf)} />
  return <Ready data={answer.value} query={query} />
}

function Ready({ data, query }: { data: CompareData; query: Readonly<Record<string, string>> }) {
  const choices = useMemo(() => toChoices(data), [data])
  return <Comparison data={data} choices={choices} {...toView(query, choices)} />
}

function Nothing({ day }: { day: string }) {
  return (
    <div class="lede">
      <h1>{textOf(compareText).nothing(day)}</h1>
    </div>
  )
}
