import type { Kind } from './words.ts'

/** The indicator for which a figure is typed. */
export interface Wanted {
  kind: Kind
  unitZh: string
  unitEn: string
}
