import type { RegionProgress } from '../../../server/contract/region-progress.ts'
import { either, textOf } from '../../i18n/language.ts'
import { regionsText } from '../../i18n/regions.ts'
import { withAsOf } from '../../state/address.ts'
import { regionAddress, type View } from './address.ts'

/** From the overview down to the region. */
export function Crumbs({ found: { path, region }, view }: { found: RegionProgress; view: View }) {
  const text = textOf(regionsText)
  return (
    <nav class="crumbs" aria-label={text.crumbs}>
      <ol>
        <li>
          <a href={withAsOf('/', view.asOf)}>{text.overview}</a>
        </li>
        {path.map(({ code, nameZh, nameEn }) => (
          <li key={code}>
            <a href={regionAddress(view, code)}>{either(nameZh, nameEn)}</a>
          </li>
        ))}
        <li aria-current="page">{region ? either(region.nameZh, region.nameEn) : text.everywhere}</li>
      </ol>
    </nav>
  )
}
