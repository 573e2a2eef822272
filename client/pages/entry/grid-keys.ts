import type { Cell } from './columns.ts'

/** How a cell is being used: looked at, typed over, or edited with the caret inside. */
export type Mode = 'browse' | 'type' | 'edit'

/** What stands in a cell: a figure, a text of any length, a choice or a tick. */
export type Control = 'figure' | 'text' | 'choice' | 'tick'

export interface Key {
  key: string
  shift: boolean
  /** Ctrl, or Command. */
  ctrl: boolean
  alt: boolean
}

/** What a key asks for; null: what the browser makes of it. */
export type Intent =
  | { to: 'move'; by: Cell; extend: boolean }
  /** To the next row above or below in which something can be entered. */
  | { to: 'next'; by: 1 | -1 }
  | { to: 'edge'; edge: 'row-start' | 'row-end' | 'first' | 'last' }
  | { to: 'heading' }
  | { to: 'edit' }
  | { to: 'give-up' }
  | { to: 'clear' }
  | { to: 'undo' }
  | { to: 'redo' }

const ARROWS: Readonly<Record<string, Cell>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}
const PAGE = 10

/**
 * What a key means in a cell, as in a spreadsheet: arrows move while nothing is edited and after typing over, F2 and Enter
 * edit, Enter commits and goes down, Shift with it up. Tab is left to the browser: it leads along the cells and out of the
 * grid.
 */
export function intentOf(pressed: Key, mode: Mode, control: Control, column: number): Intent | null {
  if (pressed.alt) return null
  if (pressed.ctrl) return mode === 'browse' ? withCtrl(pressed) : null
  if (pressed.key === 'Enter') return enter(pressed, mode, control)
  if (pressed.key === 'Escape') return { to: 'give-up' }
  if (pressed.key === 'F2') return mode === 'edit' ? null : { to: 'edit' }
  const by = ARROWS[pressed.key]
  if (by !== undefined) return arrow(by, pressed, mode, control, column)
  return mode === 'browse' ? browsing(pressed, control) : null
}

function withCtrl({ key, shift }: Key): Intent | null {
  switch (key.toLowerCase()) {
    case 'z':
      return { to: shift ? 'redo' : 'undo' }
    case 'y':
      return { to: 'redo' }
    case 'home':
      return { to: 'edge', edge: 'first' }
    case 'end':
      return { to: 'edge', edge: 'last' }
    default:
      return null
  }
}

function enter({ shift }: Key, mode: Mode, control: Control): Intent {
  if (mode === 'browse' && !shift && control !== 'tick') return { to: 'edit' }
  return { to: 'next', by: shift ? -1 : 1 }
}

function arrow(by: Cell, { shift }: Key, mode: Mode, control: Control, column: number): Intent | null {
  if (mode === 'edit') return null
  // Who types a sentence mends it with the arrows; who types a figure goes on to the next.
  if (mode === 'type' && by.column !== 0 && control === 'text') return null
  if (mode === 'browse' && by.column === -1 && column === 0 && !shift) return { to: 'heading' }
  return { to: 'move', by, extend: shift && mode === 'browse' }
}

function browsing({ key }: Key, control: Control): Intent | null {
  switch (key) {
    case 'Delete':
      return { to: 'clear' }
    case 'Backspace':
      return control === 'choice' || control === 'tick' ? { to: 'clear' } : null
    case 'Home':
      return { to: 'edge', edge: 'row-start' }
    case 'End':
      return { to: 'edge', edge: 'row-end' }
    case 'PageDown':
      return { to: 'move', by: { row: PAGE, column: 0 }, extend: false }
    case 'PageUp':
      return { to: 'move', by: { row: -PAGE, column: 0 }, extend: false }
    default:
      return null
  }
}
