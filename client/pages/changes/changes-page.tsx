import { useLocation } from 'preact-iso'
import '../../components/desk.css'
import { changesText } from '../../i18n/changes.ts'
import { textOf } from '../../i18n/language.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { toAsked } from './asked.ts'
import { loadChanges } from './changes-data.ts'
import { ChangesView } from './ChangesView.tsx'

/** What changed between two days, and why. */
export function ChangesPage() {
  const { query } = useLocation()
  const asked = toAsked(query)
  const key = `changes ${Object.values(asked).join('/')}`
  const answer = useAnswer(key, (signal) => loadChanges(asked, signal))
  useTitle(textOf(changesText).title)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  return <ChangesView data={answer.value} asked={asked} />
}
