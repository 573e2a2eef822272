import { useLocation } from 'preact-iso'
import { getTarget } from '../../../api.ts'
import { targetsText } from '../../../i18n/admin-targets.ts'
import { textOf } from '../../../i18n/language.ts'
import { Trouble } from '../../../layout/Trouble.tsx'
import { Waiting } from '../../../layout/Waiting.tsx'
import { useFresh } from '../../../state/use-fresh.ts'
import { adminAddress } from '../address.ts'
import { NewTargetForm } from './NewTargetForm.tsx'
import { TargetForm } from './TargetForm.tsx'
import { loadTargets, type TargetsData } from './targets-data.ts'
import { TargetTable } from './TargetTable.tsx'

export function TargetsPart() {
  const text = textOf(targetsText)
  const { query } = useLocation()
  const answer = useFresh('admin targets', loadTargets)
  const id = query['target']
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const data = answer.value
  if (id) return <OneTarget key={id} id={id} data={data} />
  if (query['new']) return <NewTargetForm data={data} />
  const revised = data.targets.filter(isRevised).length
  return (
    <>
      <header class="lede with-act">
        <div>
          <h1>{text.lede(data.targets.length, revised)}</h1>
          <p>{text.lead}</p>
        </div>
        <a class="button main" href={adminAddress('targets', { new: '1' })}>
          {text.add}
        </a>
      </header>
      <TargetTable data={data} plan={query['plan'] ?? ''} />
    </>
  )
}

const isRevised = ({ progress }: TargetsData['targets'][number]): boolean =>
  progress.some(({ flags }) => flags.includes('target-revised'))

function OneTarget({ id, data }: { id: string; data: TargetsData }) {
  const text = textOf(targetsText)
  const answer = useFresh(`admin target ${id}`, (signal) => getTarget(id, undefined, signal))
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') {
    if (answer.problem.status !== 404) return <Trouble problem={answer.problem} retry={answer.retry} />
    return (
      <div class="trouble">
        <h1>{text.unknown(id)}</h1>
        <a class="button main" href={adminAddress('targets')}>
          {text.back}
        </a>
      </div>
    )
  }
  return <TargetForm detail={answer.value} data={data} />
}
