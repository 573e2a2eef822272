import type { Pace } from './pace.ts'
import type { GrowthRate } from './second-method.ts'
import type { Judgement } from './status.ts'
import type { Flag, Status } from './words.ts'

/** Everything that was found out about a milestone, in exact numbers: what an explanation tells of. */
export interface Findings {
  judgement: Judgement
  pace: Pace
  second: GrowthRate | undefined
  flags: readonly Flag[]
  /** How what was first promised would stand; null where that was nothing else. */
  originalStatus: Status | null
}
