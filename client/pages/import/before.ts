import type { SheetRow } from '../../../server/contract/entry.ts'
import type { ImportChange } from '../../../server/contract/import.ts'
import type { Observation } from '../../../server/contract/observation.ts'

/** The figure that a change replaces, with who entered it; undefined where the sheet says otherwise by now. */
export function replacedBy({ before, measure }: ImportChange, row: SheetRow | undefined): Observation | undefined {
  const now = row?.pending ?? row?.approved ?? undefined
  if (before === null || now === undefined) return undefined
  const isIt = now.state === before.state && now.value === before.value && now.measure === measure
  return isIt ? now : undefined
}

/** Whether the figure itself stays, and only what is said beside it changes. */
export const isSameFigure = ({ before, value, missingReason }: ImportChange): boolean =>
  before !== null && before.value === value && before.missingReason === missingReason
