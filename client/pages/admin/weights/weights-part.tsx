import { useLocation } from 'preact-iso'
import { weightsText } from '../../../i18n/admin-weights.ts'
import { textOf } from '../../../i18n/language.ts'
import { Trouble } from '../../../layout/Trouble.tsx'
import { Waiting } from '../../../layout/Waiting.tsx'
import { useFresh } from '../../../state/use-fresh.ts'
import { adminAddress } from '../address.ts'
import { WeightForm } from './WeightForm.tsx'
import { WeightTable } from './WeightTable.tsx'
import { loadWeights } from './weights-data.ts'

/** What each target counts in the composite progress. */
export function WeightsPart() {
  const text = textOf(weightsText)
  const { query } = useLocation()
  const answer = useFresh('admin weights', loadWeights)
  const id = query['target']
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const data = answer.value
  if (id) {
    const target = data.targets.find((one) => one.id === id)
    if (target) return <WeightForm key={id} target={target} data={data} />
    return (
      <div class="trouble">
        <h1>{text.unknown(id)}</h1>
        <a class="button main" href={adminAddress('weights')}>
          {text.back}
        </a>
      </div>
    )
  }
  const weighted = new Set(data.weights.map(({ targetId }) => targetId)).size
  return (
    <>
      <header class="lede with-act">
        <div>
          <h1>{text.lede(data.targets.length, weighted)}</h1>
          <p>{text.lead}</p>
        </div>
        <a class="button main" href="/composite">
          {text.see}
        </a>
      </header>
      <WeightTable data={data} plan={query['plan'] ?? ''} />
    </>
  )
}
