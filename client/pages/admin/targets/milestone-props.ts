import type { Indicator } from '../../../../server/contract/reference.ts'
import type { MilestoneValues } from './promise-values.ts'

/** What the fields of a milestone are given. */
export interface MilestoneProps {
  values: MilestoneValues
  indicator: Indicator
  /** What is wrong with a field of this milestone. */
  faultAt: (field: string) => string | undefined
  onChange: (part: Partial<MilestoneValues>) => void
}
