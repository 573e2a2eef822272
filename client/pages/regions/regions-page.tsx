import { useLocation, useRoute } from 'preact-iso'
import { either, textOf } from '../../i18n/language.ts'
import { regionsText } from '../../i18n/regions.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { ofOverview, toView } from './address.ts'
import { useRegion } from './regions-data.ts'
import { RegionView } from './RegionView.tsx'
import '../../components/desk.css'
import './regions.css'

/** A region of the tree, where its targets and those of all below it stand: at an address of its own, or of the overview. */
export function RegionsPage() {
  const { params } = useRoute()
  const { query, path } = useLocation()
  const view = path === '/' ? ofOverview(query) : toView(params['code'] ?? '', query)
  const answer = useRegion(view)
  const region = answer.state === 'ready' ? answer.value.region.region : null
  useTitle(region ? either(region.nameZh, region.nameEn) : textOf(regionsText).title)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const { region: found, themes } = answer.value
  return <RegionView found={found} themes={themes} view={view} isOld={answer.isOld} />
}
