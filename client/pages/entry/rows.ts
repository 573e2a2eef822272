import { type Signal, signal } from '@preact/signals'
import type { Sheet, SheetRow } from '../../../server/contract/entry.ts'
import type { Observation } from '../../../server/contract/observation.ts'
import { keyOf, refreshed, type RowState, toRowState } from './row-state.ts'

/** The rows of a sheet, each a signal of its own, so that typing in one draws one. */
export interface Rows {
  list: Signal<readonly Signal<RowState>[]>
  /** What those are called who entered and decided, by username. */
  people: Signal<Readonly<Record<string, string>>>
  all: () => RowState[]
  find: (key: string) => RowState | undefined
  update: (key: string, change: (state: RowState) => RowState) => void
  /** Takes the sheet as the server has it now; what is unsent stays. */
  refresh: (sheet: Sheet) => void
  /** Figures that another page of this browser saved: where nothing is unsent here, they are shown. */
  takeSaved: (figures: readonly Observation[]) => void
}

const nameOf = (row: SheetRow): string => keyOf(row.indicator.code, row.measure)

export function createRows(sheet: Sheet): Rows {
  const list = signal<readonly Signal<RowState>[]>(sheet.rows.map((row) => signal(toRowState(row))))
  const people = signal<Readonly<Record<string, string>>>(sheet.people)
  const signalOf = (key: string): Signal<RowState> | undefined => list.peek().find((one) => one.peek().key === key)
  const update: Rows['update'] = (key, change) => {
    const one = signalOf(key)
    if (one !== undefined) one.value = change(one.peek())
  }
  return {
    list,
    people,
    update,
    all: () => list.peek().map((one) => one.peek()),
    find: (key) => signalOf(key)?.peek(),
    refresh: (fresh) => {
      people.value = { ...people.peek(), ...fresh.people }
      const before = list.peek()
      const named = new Map(before.map((one) => [nameOf(one.peek().row), one]))
      const names = new Set(fresh.rows.map(nameOf))
      const next = fresh.rows.map((row) => {
        // A row whose measure was switched and not saved yet is not in the sheet: it stands in for the indicator's own.
        const one =
          named.get(nameOf(row)) ??
          before.find(({ value }) => value.row.indicator.code === row.indicator.code && !names.has(nameOf(value.row)))
        if (one === undefined) return signal(toRowState(row))
        if (nameOf(one.peek().row) === nameOf(row)) one.value = refreshed(one.peek(), row)
        return one
      })
      const isSameList = next.length === before.length && next.every((one, at) => one === before[at])
      if (!isSameList) list.value = next
    },
    takeSaved: (figures) => {
      for (const figure of figures) {
        const one = named(list.peek(), figure)
        if (one !== undefined && one.peek().unsent === null && !one.peek().isSending)
          one.value = withSaved(one.peek(), figure)
      }
    },
  }
}

const named = (list: readonly Signal<RowState>[], figure: Observation): Signal<RowState> | undefined =>
  list.find((one) => nameOf(one.peek().row) === keyOf(figure.indicatorCode, figure.measure))

/** The row with the figure as it was saved, submitted or withdrawn. */
export const withSaved = (state: RowState, figure: Observation): RowState => ({
  ...state,
  refused: [],
  isCorrecting: false,
  row: { ...state.row, pending: figure, revision: figure.revision },
})
