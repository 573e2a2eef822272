import type { RowState } from './row-state.ts'

/** Rows under one heading: those of a plan, or what no plan of the region asks for. */
export interface Group {
  /** Null: monitored indicators and those that a round adds. */
  planCode: string | null
  keys: string[]
}

/** The rows by the first plan that promises something about them, the plans in the order of the sheet. */
export function toGroups(rows: readonly RowState[]): Group[] {
  const groups = new Map<string | null, string[]>()
  for (const { key, row } of rows) {
    const plan = row.planCodes[0] ?? null
    groups.set(plan, [...(groups.get(plan) ?? []), key])
  }
  return [...groups]
    .map(([planCode, keys]) => ({ planCode, keys }))
    .toSorted((a, b) => Number(a.planCode === null) - Number(b.planCode === null))
}
