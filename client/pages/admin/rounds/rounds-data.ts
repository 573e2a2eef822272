import type { Due } from '../../../../server/contract/due.ts'
import type { Region } from '../../../../server/contract/reference.ts'
import type { RoundAnswer } from '../../../../server/contract/round.ts'

/** The rounds with what each region still owes. */
export interface RoundsData {
  rounds: RoundAnswer[]
  due: Due
  regions: Region[]
  regionName: (code: string) => string
}
