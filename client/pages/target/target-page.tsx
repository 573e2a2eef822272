import { useLocation, useRoute } from 'preact-iso'
import { getPlans, getRegions, getTarget, getThemes } from '../../api.ts'
import { either, textOf } from '../../i18n/language.ts'
import { targetText } from '../../i18n/target.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { withAsOf } from '../../state/address.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { TargetView } from './TargetView.tsx'
import './target.css'

const getNames = async (signal: AbortSignal) => {
  const [plans, regions, themes] = await Promise.all([getPlans(signal), getRegions(signal), getThemes(signal)])
  return { plans, regions, themes }
}
export type Names = Awaited<ReturnType<typeof getNames>>

const NO_NAMES: Names = { plans: [], regions: [], themes: [] }

/** One target: how far from the promise, why this status, how fast from now on. */
export function TargetPage() {
  const { params, query } = useRoute()
  const { path } = useLocation()
  const id = params['id'] ?? path.split('/').at(-1) ?? ''
  const asOf = query['asOf']
  const text = textOf(targetText)
  const target = useAnswer(`target ${id} ${asOf ?? ''}`, (signal) => getTarget(id, asOf, signal))
  const names = useAnswer('names', getNames)
  const isGone = target.state === 'problem' && target.problem.status === 404
  const name =
    target.state === 'ready'
      ? either(target.value.indicator.nameZh, target.value.indicator.nameEn)
      : isGone
        ? text.noTarget
        : ''
  useTitle(name)

  if (target.state === 'loading') return <Waiting slow={target.slow} />
  if (isGone) {
    return (
      <div class="trouble">
        <h1>{text.noTarget}</h1>
        <p>{text.noTargetHint}</p>
        <a class="button main" href={withAsOf('/', asOf)}>
          {text.backToOverview}
        </a>
      </div>
    )
  }
  if (target.state === 'problem') return <Trouble problem={target.problem} retry={target.retry} />
  return (
    <TargetView
      detail={target.value}
      names={names.state === 'ready' ? names.value : NO_NAMES}
      asOf={asOf}
      milestone={Number(query['milestone'])}
    />
  )
}
