import { type Column, text, value } from '../domain/csv.ts'
import type { ReadLine } from './lines.ts'

/** `audit.csv`, a line per line of the log; columns are never renamed or moved, new ones come at the end. */
export const AUDIT_COLUMNS: readonly Column<ReadLine>[] = [
  value('seq', ({ seq }) => seq),
  value('at', ({ at }) => at),
  text('actor', ({ actor }) => actor),
  value('role', ({ role }) => role),
  value('action', ({ action }) => action),
  text('object', ({ object }) => object),
  text('reason', ({ reason }) => reason),
  text('data', ({ data }) => JSON.stringify(data)),
  value('hash', ({ hash }) => hash),
]
