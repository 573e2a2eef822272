import type { Changes } from '../../../server/contract/changes.ts'

/** How much changed since a day. */
export interface SinceCounts extends Omit<Changes['counts'], 'turnedTo'> {
  /** Another version of the method is in force. */
  method: boolean
}

export const toSinceCounts = ({ counts, method }: Pick<Changes, 'counts' | 'method'>): SinceCounts => ({
  ...counts,
  method: method.before.id !== method.after.id || method.before.version !== method.after.version,
})
