import { useLocation, useRoute } from 'preact-iso'
import { getPlans, getRegions, getTarget, getThemes } from '../../api.ts'
import { either, language, textOf } from '../../i18n/language.ts'
import { targetText } from '../../i18n/target.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { withAsOf } from '../../state/address.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { toChartNews, toShownYear, useChartNews } from './chart-news.ts'
import { TargetView } from './TargetView.tsx'
import { toWording } from './wording.ts'
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
  const asked = Number(query['milestone'])
  const text = textOf(targetText)
  const target = useAnswer(`target ${id} ${asOf ?? ''}`, (signal) => getTarget(id, asOf, signal))
  const names = useAnswer('names', getNames)
  const detail = target.state === 'ready' ? target.value : undefined
  const isGone = target.state === 'problem' && target.problem.status === 404
  useTitle(detail ? either(detail.indicator.nameZh, detail.indicator.nameEn) : isGone ? text.noTarget : '')

  const spoken = language.value
  const year = detail && toShownYear(detail, asked)
  const sentence = detail && year ? toChartNews(detail, year, toWording(detail.indicator, spoken, text)) : ''
  const news = useChartNews(id, detail && `${year} ${asOf ?? ''}`, sentence)

  return (
    <>
      <p class="visually-hidden" role="status">
        {news}
      </p>
      {target.state === 'loading' && <Waiting slow={target.slow} />}
      {target.state === 'problem' &&
        (isGone ? <NoTarget asOf={asOf} /> : <Trouble problem={target.problem} retry={target.retry} />)}
      {detail && (
        <TargetView
          detail={detail}
          names={names.state === 'ready' ? names.value : NO_NAMES}
          asOf={asOf}
          milestone={asked}
        />
      )}
    </>
  )
}

function NoTarget({ asOf }: { asOf: string | undefined }) {
  const text = textOf(targetText)
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
