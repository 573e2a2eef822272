import { useLocation } from 'preact-iso'
import type { RegionProgress } from '../../../server/contract/region-progress.ts'
import type { Theme } from '../../../server/contract/reference.ts'
import { CopyLink } from '../../components/CopyLink.tsx'
import { either, textOf } from '../../i18n/language.ts'
import { regionsText } from '../../i18n/regions.ts'
import { Choice } from '../overview/Choice.tsx'
import { csvOf, toAddress, toRegionQuery, type View } from './address.ts'

interface Props {
  found: RegionProgress
  themes: readonly Theme[]
  view: View
}

/** Of which theme, and what the page can be taken along as. */
export function Scope({ found, themes, view }: Props) {
  const text = textOf(regionsText)
  const { route } = useLocation()
  return (
    <div class="filters screen-only">
      <Choice
        label={text.theme}
        value={view.theme}
        all={text.all}
        options={themes.map(({ code, nameZh, nameEn }) => ({ value: code, name: either(nameZh, nameEn) }))}
        onChoose={(theme) => route(toAddress(view, { theme }))}
      />
      <ul class="tools" aria-label={text.tools}>
        <li>
          <CopyLink />
        </li>
        <li>
          <a href={csvOf('region-progress', { ...toRegionQuery(view), region: found.region?.code ?? '' })}>
            {text.csv}
          </a>
        </li>
      </ul>
    </div>
  )
}
