import type { Due } from '../../../server/contract/due.ts'
import { get } from '../../api.ts'

/** So many rows are on a page of what is due of all regions. */
export const ROWS = 50

/** What is due, with the names of what it is about. */
export interface DueData extends Due {
  regionName: (code: string) => string
  indicatorName: (code: string) => string
}

/** What is due of the own region, which has fewer rounds than this. */
export const getDue = (signal?: AbortSignal): Promise<Due> => get('/api/due', { limit: 1000 }, signal)
