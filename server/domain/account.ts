import type { Pace } from './pace.ts'
import type { GrowthRate } from './second-method.ts'
import type { Judgement } from './status.ts'
import type { Flag, Status } from './words.ts'

/** Everything that an explanation tells of. */
export interface Account {
  judgement: Judgement
  pace: Pace
  second: GrowthRate | undefined
  flags: readonly Flag[]
  /** How the milestone of the first revision would stand; null where that was no other. */
  originalStatus: Status | null
}
