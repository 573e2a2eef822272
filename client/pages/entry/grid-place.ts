import type { Signal } from '@preact/signals'
import { withoutCell } from './cell-text.ts'
import { type Cell, COLUMNS, cornersOf, forEachCell, type Range } from './columns.ts'
import type { Desk } from './desk.ts'
import { type CellControl, cellOf, controlAt, selectAll } from './grid-cells.ts'
import type { Intent, Mode } from './grid-keys.ts'
import { type RowState, shownContent } from './row-state.ts'

export interface GridOptions {
  desk: Desk
  /** The rows in the order in which they are shown. */
  rows: () => readonly RowState[]
  say: {
    selected: (rows: number, columns: number) => string
    copied: (rows: number, columns: number) => string
    cleared: (n: number) => string
    undone: (n: number) => string
    redone: (n: number) => string
    locked: (state: RowState) => string
  }
  onPasted: (text: string, start: Cell) => void
}

/** Where one is in the grid, how the cell is used, and what is chosen. */
export class GridPlace {
  mode: Mode = 'browse'
  /** The focus moves within a selection, and does not end it. */
  isExtending = false
  readonly range: Signal<Range | null>
  readonly #latest: () => GridOptions

  constructor(latest: () => GridOptions, range: Signal<Range | null>) {
    this.#latest = latest
    this.range = range
  }

  get desk(): Desk {
    return this.#latest().desk
  }
  get options(): GridOptions {
    return this.#latest()
  }
  get rows(): readonly RowState[] {
    return this.#latest().rows()
  }

  stateAt({ row }: Cell): RowState | undefined {
    return this.rows[row]
  }

  chosen(cell: Cell): Range {
    return this.range.peek() ?? { from: cell, to: cell }
  }

  tell(said: string): void {
    this.desk.said.value = said
  }

  tellLocked(state: RowState | undefined): void {
    if (state !== undefined) this.tell(this.options.say.locked(state))
  }

  goTo(control: CellControl, cell: Cell): void {
    const next = controlAt(control.closest('table') ?? document, cell)
    if (next === undefined || next === control) this.#stay(control)
    else next.focus()
  }

  /** At the edge of the grid, what was typed is taken all the same. */
  #stay(control: CellControl): void {
    const found = cellOf(control)
    const state = found && this.stateAt(found.cell)
    if (state !== undefined) this.desk.settle(state.key)
    this.mode = 'browse'
    selectAll(control)
  }

  extend(cell: Cell, to: Cell): void {
    const range = { from: this.range.peek()?.from ?? cell, to }
    const { first, last } = cornersOf(range)
    this.range.value = range
    this.isExtending = true
    this.tell(this.options.say.selected(last.row - first.row + 1, last.column - first.column + 1))
  }

  edgeOf(edge: Extract<Intent, { to: 'edge' }>['edge'], { row }: Cell): Cell {
    if (edge === 'first') return { row: 0, column: 0 }
    if (edge === 'last') return { row: this.rows.length - 1, column: 0 }
    return { row, column: edge === 'row-start' ? 0 : COLUMNS.length - 1 }
  }

  /** The same column of the next row that takes figures; at the end, where one is. */
  nextOf({ row, column }: Cell, by: 1 | -1): Cell {
    const { rows } = this
    for (let at = row + by; at >= 0 && at < rows.length; at += by) {
      const state = rows[at]
      if (state !== undefined && this.desk.takes(state)) return { row: at, column }
    }
    return { row, column }
  }

  /** Clears what is chosen, as one step. */
  clear(cell: Cell): void {
    const contents = new Map<string, ReturnType<typeof shownContent>>()
    let cleared = 0
    forEachCell(this.chosen(cell), (at) => {
      const state = this.stateAt(at)
      const column = COLUMNS[at.column]
      if (state === undefined || column === undefined || !this.desk.takes(state)) return
      contents.set(state.key, withoutCell(contents.get(state.key) ?? shownContent(state), column))
      cleared++
    })
    this.desk.change([...contents].map(([key, content]) => ({ key, content })))
    if (cleared > 0) this.tell(this.options.say.cleared(cleared))
    else this.tellLocked(this.stateAt(cell))
  }

  step(which: 'undo' | 'redo'): void {
    const { say } = this.options
    const rows = this.desk[which]()
    if (rows.length > 0) this.tell(which === 'undo' ? say.undone(rows.length) : say.redone(rows.length))
  }
}
