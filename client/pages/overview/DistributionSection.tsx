import { useMemo } from 'preact/hooks'
import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { alongAddress } from './addresses.ts'
import { type Filters, PLACES, toAddress } from './filters.ts'
import type { Judged } from './judged.ts'
import { Matrix } from './Matrix.tsx'
import { MOST_AT_ONCE, toDistribution } from './matrix.ts'
import type { Names } from './names.ts'
import type { OverviewData } from './overview-data.ts'

interface Props {
  shown: readonly Judged[]
  data: OverviewData
  filters: Filters
  names: Names
}

/** Where they stand, by regions or by plans. */
export function DistributionSection({ shown, data, filters, names }: Props) {
  const text = textOf(overviewText)
  const { where } = filters
  const distribution = useMemo(() => {
    const codes = (items: readonly { code: string }[]) => items.map(({ code }) => code)
    const places = codes(where === 'region' ? data.regions : data.plans)
    return toDistribution(shown, where, { places, themes: codes(data.themes) })
  }, [shown, data, where])
  const isLong = distribution.places.length > MOST_AT_ONCE
  return (
    <section class={isLong ? 'section matrix long' : 'section matrix'}>
      <header>
        <h2>{text.asideTitle}</h2>
        <a
          class="small"
          href={alongAddress(`/regions${filters.region && `/${filters.region}`}`, filters, ['milestone', 'asOf'])}
        >
          {text.seeRegions}
        </a>
        <nav class="list-links more" aria-label={text.asideTitle}>
          <ul>
            {PLACES.map((place) => (
              <li key={place}>
                <a
                  href={toAddress(filters, { where: place, page: filters.page })}
                  aria-current={place === where ? 'true' : undefined}
                >
                  {text.asideNote[place]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <div class="scroll" {...(isLong && { tabIndex: 0, role: 'group', 'aria-label': text.asideCaption[where] })}>
        <Matrix distribution={distribution} filters={filters} names={names} />
      </div>
    </section>
  )
}
