import type { Freshness } from '../../../server/contract/freshness.ts'
import type { Answer } from '../../state/use-answer.ts'
import { DistributionSection } from './DistributionSection.tsx'
import type { Filters } from './filters.ts'
import { FreshnessSection } from './FreshnessSection.tsx'
import type { Names } from './names.ts'
import type { OverviewData } from './overview-data.ts'
import type { View } from './use-view.ts'

interface Props {
  data: OverviewData
  filters: Filters
  names: Names
  view: View
  freshness: Answer<Freshness>
}

/** Where targets stand and how fresh their figures are. */
export const Beside = ({ data, filters, names, view, freshness }: Props) => (
  <div class="beside">
    <DistributionSection shown={view.shown} data={data} filters={filters} names={names} />
    <FreshnessSection answer={freshness} narrowed={view.narrowed} data={data} filters={filters} names={names} />
  </div>
)
