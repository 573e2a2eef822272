import { type Cell, moved } from './columns.ts'
import { beginEditing, type CellControl, cellOf, controlAt, headingAt, kindOf, selectAll } from './grid-cells.ts'
import { type Intent, intentOf } from './grid-keys.ts'
import type { GridPlace } from './grid-place.ts'

/** Does what a key asks for in a cell. */
function act(place: GridPlace, intent: Intent, control: CellControl, cell: Cell): void {
  switch (intent.to) {
    case 'move': {
      const from = intent.extend ? (place.range.peek()?.to ?? cell) : cell
      const to = moved(from, intent.by, place.rows.length)
      if (intent.extend) place.extend(cell, to)
      return place.goTo(control, to)
    }
    case 'next':
      return place.goTo(control, place.nextOf(cell, intent.by))
    case 'edge':
      return place.goTo(control, place.edgeOf(intent.edge, cell))
    case 'heading':
      return headingAt(control.closest('table') ?? document, cell.row)
        .at(-1)
        ?.focus()
    case 'edit':
      return edit(place, control, cell)
    case 'give-up':
      return giveUp(place, control, cell)
    case 'clear':
      return place.clear(cell)
    default:
      place.step(intent.to)
      return queueMicrotask(() => selectAll(control))
  }
}

/** Puts the caret into the cell; from one that cannot be changed it goes on to the next that can. */
function edit(place: GridPlace, control: CellControl, cell: Cell): void {
  const state = place.stateAt(cell)
  if (state === undefined || !place.desk.takes(state)) {
    place.tellLocked(state)
    return place.goTo(control, place.nextOf(cell, 1))
  }
  place.mode = 'edit'
  return beginEditing(control)
}

function giveUp(place: GridPlace, control: CellControl, cell: Cell): void {
  const state = place.stateAt(cell)
  if (state !== undefined) place.desk.giveUp(state.key)
  place.mode = 'browse'
  place.range.value = null
  queueMicrotask(() => selectAll(control))
}

/** In front of a row the arrows go along its links and buttons, and back into the cells. */
function inHeading(event: KeyboardEvent): void {
  const { target } = event
  if (!(target instanceof HTMLElement) || target.dataset['heading'] === undefined) return
  const table = target.closest('table')
  const row = Number(target.dataset['heading'])
  if (table === null) return
  const stops = headingAt(table, row)
  const at = stops.indexOf(target)
  const next = {
    ArrowLeft: stops[at - 1],
    ArrowRight: stops[at + 1] ?? controlAt(table, { row, column: 0 }),
    ArrowUp: headingAt(table, row - 1)[at],
    ArrowDown: headingAt(table, row + 1)[at],
  }[event.key]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

/** A key pressed anywhere in the grid. */
export function pressKey(place: GridPlace, event: KeyboardEvent): void {
  // The keys of an input method are its own until the text is there.
  if (event.isComposing) return
  const found = cellOf(event.target)
  if (found === undefined) return inHeading(event)
  const { control, cell } = found
  const pressed = { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey }
  const intent = intentOf(pressed, place.mode, kindOf(control), cell.column)
  if (intent !== null) {
    event.preventDefault()
    return act(place, intent, control, cell)
  }
  const isTyping = event.key.length === 1 && !pressed.ctrl && !pressed.alt
  const state = place.stateAt(cell)
  if (isTyping && state !== undefined && !place.desk.takes(state)) place.tellLocked(state)
}
