import { useMemo } from 'preact/hooks'
import type { Freshness } from '../../../server/contract/freshness.ts'
import type { Answer } from '../../state/use-answer.ts'
import { DistributionSection } from './DistributionSection.tsx'
import type { Filters } from './filters.ts'
import { FreshnessSection } from './FreshnessSection.tsx'
import type { Judged, JudgedByChoice } from './judged.ts'
import type { Names } from './names.ts'
import type { OverviewData } from './overview-data.ts'
import { useLater } from './use-later.ts'

interface Props {
  data: OverviewData
  filters: Filters
  names: Names
  narrowed: JudgedByChoice
  shown: readonly Judged[]
  freshness: Answer<Freshness>
}

/** Where targets stand and how fresh their figures are. It follows the list by one frame, as it may be long. */
export function Beside({ data, filters, names, narrowed, shown, freshness }: Props) {
  const now = useMemo(
    () => ({ data, filters, names, narrowed, shown, freshness }),
    [data, filters, names, narrowed, shown, freshness],
  )
  const later = useLater(now)
  return useMemo(
    () => (
      <div class="beside">
        <DistributionSection shown={later.shown} data={later.data} filters={later.filters} names={later.names} />
        <FreshnessSection
          answer={later.freshness}
          narrowed={later.narrowed}
          data={later.data}
          filters={later.filters}
          names={later.names}
        />
      </div>
    ),
    [later],
  )
}
