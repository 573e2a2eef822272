import { type Signal, useSignal } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import type { Range } from './columns.ts'
import { cellOf, kindOf, selectAll } from './grid-cells.ts'
import { copyCells, pasteCells } from './grid-clipboard.ts'
import { pressKey } from './grid-keyboard.ts'
import { type GridOptions, GridPlace } from './grid-place.ts'

export interface Grid {
  range: Signal<Range | null>
  /** The handlers of the table; the cells have none of their own but for what is typed. */
  handlers: {
    onKeyDown: (event: KeyboardEvent) => void
    onFocusIn: (event: FocusEvent) => void
    onFocusOut: (event: FocusEvent) => void
    onMouseDown: (event: MouseEvent) => void
    onInput: (event: InputEvent) => void
    onCopy: (event: ClipboardEvent) => void
    onCut: (event: ClipboardEvent) => void
    onPaste: (event: ClipboardEvent) => void
  }
}

/** The table as a spreadsheet: where one is, what is chosen, and what the keys do. */
export function useGrid(options: GridOptions): Grid {
  const range = useSignal<Range | null>(null)
  const latest = useRef(options)
  latest.current = options
  const handlers = useMemo(() => toHandlers(new GridPlace(() => latest.current, range)), [range])
  return { range, handlers }
}

function toHandlers(place: GridPlace): Grid['handlers'] {
  return {
    onKeyDown: (event) => pressKey(place, event),
    onFocusIn: ({ target }) => {
      const found = cellOf(target)
      if (found === undefined) return
      place.mode = 'browse'
      if (!place.isExtending) place.range.value = null
      place.isExtending = false
      selectAll(found.control)
    },
    onFocusOut: ({ target }) => {
      const found = cellOf(target)
      const state = found && place.stateAt(found.cell)
      if (state !== undefined) place.desk.settle(state.key)
    },
    onMouseDown: (event) => pressMouse(place, event),
    onInput: ({ target }) => {
      if (cellOf(target) !== undefined && place.mode === 'browse') place.mode = 'type'
    },
    onCopy: (event) => void copyCells(place, event),
    onCut: (event) => {
      const cell = copyCells(place, event)
      if (cell !== undefined) place.clear(cell)
    },
    onPaste: (event) => pasteCells(place, event),
  }
}

/** The first click chooses the cell, the second puts the caret into it; with Shift, all cells up to it are chosen. */
function pressMouse(place: GridPlace, event: MouseEvent): void {
  const found = cellOf(event.target)
  if (found === undefined || event.button !== 0) return
  const { control, cell } = found
  if (event.shiftKey) {
    const active = cellOf(document.activeElement)
    event.preventDefault()
    if (active !== undefined) place.extend(active.cell, cell)
    return control.focus()
  }
  if (document.activeElement === control) {
    place.mode = 'edit'
    return
  }
  if (kindOf(control) === 'figure' || kindOf(control) === 'text') {
    event.preventDefault()
    control.focus()
  }
}
