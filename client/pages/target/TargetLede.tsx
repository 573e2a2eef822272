import type { TargetDetail } from '../../../server/contract/target.ts'
import { KIND_LABELS } from '../../../server/domain/detail-labels.ts'
import { CopyLink } from '../../components/CopyLink.tsx'
import { toDate } from '../../format.ts'
import { either, say } from '../../i18n/language.ts'
import { compareAddress, regionAddress, reportAddress } from './addresses.ts'
import type { Names } from './target-page.tsx'
import type { Wording } from './wording.ts'

interface Props {
  detail: TargetDetail
  names: Names
  /** The year of the chosen milestone. */
  year: number
  asOf: string | undefined
  wording: Wording
}

/** Parts of the line under the title that are not broken, even on a phone: this many letters at most. */
const SHORT = 24

const toOverview = (filters: Record<string, string>, asOf: string | undefined): string =>
  `/?${new URLSearchParams(asOf ? { ...filters, asOf } : filters)}`

/** Where the page stands, and what the target is about. */
export function TargetLede({ detail, names, year, asOf, wording }: Props) {
  const { indicator, regionCode, planCode } = detail
  const { text } = wording
  const region = names.regions.find((one) => one.code === regionCode)
  const theme = names.themes.find((one) => one.code === indicator.theme)
  const plan = names.plans.find((one) => one.code === planCode)
  const regionName = region ? either(region.nameZh, region.nameEn) : regionCode
  const planTitle = plan && either(plan.titleZh, plan.titleEn)
  const date = text.asOf(toDate(detail.asOf))
  const about = [
    regionName,
    planTitle && (wording.language === 'en' ? planTitle : `《${planTitle.replace(/^《|》$/g, '')}》`),
    text.unit(wording.unit),
    `${say(KIND_LABELS[indicator.kind])}${wording.language === 'en' ? ', ' : '，'}${text[indicator.better]}`,
    text.owner(detail.ownerZh),
    date,
  ].filter(Boolean)
  return (
    <header class="lede">
      <nav class="crumbs" aria-label={text.breadcrumb}>
        <ol>
          <li>
            <a href={asOf ? toOverview({}, asOf) : '/'}>{text.overview}</a>
          </li>
          <li>
            <a href={toOverview({ region: regionCode }, asOf)}>{regionName}</a>
          </li>
          <li>
            <a href={toOverview({ region: regionCode, theme: indicator.theme }, asOf)}>
              {theme ? either(theme.nameZh, theme.nameEn) : indicator.theme}
            </a>
          </li>
        </ol>
      </nav>
      <h1>{either(indicator.nameZh, indicator.nameEn)}</h1>
      <p class="about small">
        {about.map((part) => (
          <span key={part} class={part && part.length <= SHORT ? 'nowrap' : undefined}>
            {part}
          </span>
        ))}
        {detail.sample && (
          <span class="tag" title={text.sampleHint}>
            {text.sample}
          </span>
        )}
      </p>
      <div class="lede-links small screen-only">
        <CopyLink />
        <a href={regionAddress(detail, year, asOf)}>{text.inRegion(regionName)}</a>
        <a href={compareAddress(detail, year, asOf)}>{text.compare}</a>
        <a href={reportAddress(detail, year, asOf)}>{text.report}</a>
      </div>
    </header>
  )
}
