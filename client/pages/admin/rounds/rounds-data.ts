import type { DueCounts } from '../../../../server/contract/due.ts'
import type { Region } from '../../../../server/contract/reference.ts'
import type { RoundAnswer } from '../../../../server/contract/round.ts'

/** The rounds with what is left of each, and of some regions. */
export interface RoundsData {
  rounds: RoundAnswer[]
  due: DueCounts
}

/** What a form needs to open a round or to change one. */
export interface FormData {
  rounds: RoundAnswer[]
  today: string
  regions: Region[]
  regionName: (code: string) => string
}
