import type { Sheet, SheetRow } from '../../../server/contract/entry.ts'
import type { ImportChange } from '../../../server/contract/import.ts'

/** A change and the row of the sheet that it is about; without one where the sheet was changed meanwhile. */
export interface PlacedChange {
  change: ImportChange
  row: SheetRow | undefined
}

/** Changes under one heading of the sheet. */
export interface Group {
  /** Null: monitored indicators and those that a round adds. */
  planCode: string | null
  changes: PlacedChange[]
}

export const keyOf = ({ indicatorCode, measure }: Pick<ImportChange, 'indicatorCode' | 'measure'>): string =>
  `${indicatorCode}/${measure}`

/** The row of this figure; where it is in another measure than the row's own, the row of its indicator. */
export function rowOf(change: ImportChange, { rows }: Pick<Sheet, 'rows'>): SheetRow | undefined {
  const ofIndicator = rows.filter(({ indicator }) => indicator.code === change.indicatorCode)
  return ofIndicator.find(({ measure }) => measure === change.measure) ?? ofIndicator[0]
}

/** The changes in the order of the sheet, not of the file: by plan, what no plan asks for last. */
export function groupChanges(changes: readonly ImportChange[], sheet: Pick<Sheet, 'rows'>): Group[] {
  const placed = changes
    .map((change) => ({ change, row: rowOf(change, sheet) }))
    .toSorted((a, b) => placeOf(a, sheet) - placeOf(b, sheet))
  const plans = [...new Set(sheet.rows.map(planOf))]
  const groups = Map.groupBy(placed, ({ row }) => planOf(row))
  return [...groups]
    .map(([planCode, ofPlan]) => ({ planCode, changes: ofPlan }))
    .toSorted((a, b) => orderOf(a.planCode, plans) - orderOf(b.planCode, plans))
}

const planOf = (row: SheetRow | undefined): string | null => row?.planCodes[0] ?? null

const placeOf = ({ row }: PlacedChange, { rows }: Pick<Sheet, 'rows'>): number =>
  row === undefined ? rows.length : rows.indexOf(row)

const orderOf = (planCode: string | null, plans: readonly (string | null)[]): number =>
  planCode === null ? plans.length : plans.indexOf(planCode)
