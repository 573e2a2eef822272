import type { Due } from '../../../server/contract/due.ts'

/** What is due, with the names of what it is about. */
export interface DueData extends Due {
  regionName: (code: string) => string
  indicatorName: (code: string) => string
}
