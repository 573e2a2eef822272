import { getIndicators, getRegions } from '../../api.ts'
import { OnlyFor } from '../../components/OnlyFor.tsx'
import { dueText } from '../../i18n/due.ts'
import { either, textOf } from '../../i18n/language.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { user } from '../../state/session.ts'
import { useFresh } from '../../state/use-fresh.ts'
import { AdministratorDue } from './AdministratorDue.tsx'
import { type DueData, getDue } from './due-data.ts'
import { ReporterDue } from './ReporterDue.tsx'
import { ReviewerDue } from './ReviewerDue.tsx'
import '../../components/desk.css'
import './due.css'

const load = async (signal: AbortSignal) => {
  const [due, regions, indicators] = await Promise.all([getDue(signal), getRegions(signal), getIndicators(signal)])
  return { due, regions, indicators }
}

/** What is missing, returned, due soon and overdue, for whoever is signed in. */
export function DuePage() {
  useTitle(textOf(dueText).title)
  return (
    <OnlyFor roles={['reporter', 'reviewer', 'administrator']}>
      {user.value?.role === 'administrator' ? <AdministratorDue /> : <DueOfUser />}
    </OnlyFor>
  )
}

function DueOfUser() {
  const who = user.value
  const answer = useFresh(`due ${who?.username ?? ''}`, load)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const { due, regions, indicators } = answer.value
  const regionNames = new Map(regions.map(({ code, nameZh, nameEn }) => [code, either(nameZh, nameEn)]))
  const names = new Map(
    indicators.map(({ code, shortNameZh, shortNameEn }) => [code, either(shortNameZh, shortNameEn)]),
  )
  const data: DueData = {
    ...due,
    regionName: (code) => regionNames.get(code) ?? code,
    indicatorName: (code) => names.get(code) ?? code,
  }
  return who?.role === 'reporter' ? <ReporterDue data={data} /> : <ReviewerDue data={data} />
}
