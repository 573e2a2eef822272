import { useLocation } from 'preact-iso'
import { compositeText } from '../../i18n/composite.ts'
import { textOf } from '../../i18n/language.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { useFresh } from '../../state/use-fresh.ts'
import { toAddress, toView } from './address.ts'
import { loadComposite } from './composite-data.ts'
import { OneGroup } from './OneGroup.tsx'
import { Overall } from './Overall.tsx'
import '../../components/desk.css'
import './composite.css'

/** How the targets of each region and plan stand together, and what that rests on. */
export function CompositePage() {
  const { query } = useLocation()
  const view = toView(query)
  // What is not understood is asked too, so that the server says so.
  const milestone = query['milestone'] ?? view.milestone
  const answer = useFresh(`${toAddress(view)} ${milestone}`, (signal) => loadComposite({ ...view, milestone }, signal))
  useTitle(textOf(compositeText).title)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const { chosen } = answer.value.answer
  return (
    <article class="composite">
      {chosen ? (
        <OneGroup data={answer.value} chosen={chosen} view={view} />
      ) : (
        <Overall data={answer.value} view={view} />
      )}
    </article>
  )
}
