import { useRoute } from 'preact-iso'
import { getPlans, getRegions } from '../../api.ts'
import { OnlyFor } from '../../components/OnlyFor.tsx'
import { either, textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { user } from '../../state/session.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { formalRegion } from './formal-region.ts'
import { Paper } from './Paper.tsx'
import { getSheet } from './sender.ts'
import './paper.css'

const getAll = async (regionCode: string, year: number, signal: AbortSignal) => {
  const [sheet, plans, regions] = await Promise.all([
    getSheet({ regionCode, year }, signal),
    getPlans(signal),
    getRegions(signal),
  ])
  return { sheet, plans, regions }
}

/** 上报表 as a page to be printed: what the server has, and nothing that is only on this machine. */
export const PaperPage = () => (
  <OnlyFor roles={['reporter', 'reviewer', 'administrator']}>
    <PaperOfRegion />
  </OnlyFor>
)

function PaperOfRegion() {
  const { params } = useRoute()
  const regionCode = params['region'] ?? ''
  const year = Number(params['year'])
  const answer = useAnswer(`paper ${user.value?.username ?? ''} ${regionCode} ${year}`, (signal) =>
    getAll(regionCode, year, signal),
  )
  const text = textOf(entryText)
  const found = answer.state === 'ready' ? answer.value.regions.find(({ code }) => code === regionCode) : undefined
  const region = found === undefined ? regionCode : either(formalRegion(found.code, found.nameZh), found.nameEn)
  useTitle(text.paperTitle(region, year))
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  return <Paper sheet={answer.value.sheet} plans={answer.value.plans} region={region} />
}
