import { type Signal, useSignal } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import { toBlock } from '../../../server/domain/clipboard.ts'
import { language } from '../../i18n/language.ts'
import { cellText, withoutCell } from './cell-text.ts'
import { type Cell, COLUMNS, cornersOf, moved, type Range } from './columns.ts'
import type { Desk } from './desk.ts'
import { beginEditing, type CellControl, cellOf, controlAt, headingAt, kindOf, selectAll } from './grid-cells.ts'
import { type Intent, intentOf, type Mode } from './grid-keys.ts'
import { isEditable, type RowState, shownContent } from './row-state.ts'

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

interface Options {
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

/** The table as a spreadsheet: where one is, what is chosen, and what the keys do. */
export function useGrid(options: Options): Grid {
  const range = useSignal<Range | null>(null)
  const latest = useRef(options)
  latest.current = options
  const handlers = useMemo(() => toHandlers(() => latest.current, range), [range])
  return { range, handlers }
}

function toHandlers(now: () => Options, range: Signal<Range | null>): Grid['handlers'] {
  let mode: Mode = 'browse'
  /** The focus moves within a selection, and does not end it. */
  let isExtending = false

  const stateAt = ({ row }: Cell): RowState | undefined => now().rows()[row]
  const tableOf = (control: Element): ParentNode => control.closest('table') ?? document
  const chosen = (cell: Cell): Range => range.peek() ?? { from: cell, to: cell }

  const goTo = (control: CellControl, cell: Cell): void => {
    const next = controlAt(tableOf(control), cell)
    if (next === undefined || next === control) leave(control)
    else next.focus()
  }

  /** At the edge of the grid, what was typed is taken all the same. */
  const leave = (control: CellControl): void => {
    const found = cellOf(control)
    const state = found && stateAt(found.cell)
    if (state !== undefined) now().desk.settle(state.key)
    mode = 'browse'
    selectAll(control)
  }

  const extend = (cell: Cell, to: Cell): void => {
    range.value = { from: range.peek()?.from ?? cell, to }
    isExtending = true
    const { first, last } = cornersOf(range.value)
    now().desk.said.value = now().say.selected(last.row - first.row + 1, last.column - first.column + 1)
  }

  const edgeOf = (edge: Extract<Intent, { to: 'edge' }>['edge'], { row }: Cell): Cell => {
    const last = { row: now().rows().length - 1, column: COLUMNS.length - 1 }
    if (edge === 'first') return { row: 0, column: 0 }
    if (edge === 'last') return { row: last.row, column: 0 }
    return { row, column: edge === 'row-start' ? 0 : last.column }
  }

  /** The same column of the next row that takes figures; at the end, where one is. */
  const nextOf = ({ row, column }: Cell, by: 1 | -1): Cell => {
    const rows = now().rows()
    for (let at = row + by; at >= 0 && at < rows.length; at += by) {
      const state = rows[at]
      if (state !== undefined && isEditable(state)) return { row: at, column }
    }
    return { row, column }
  }

  const clear = (cell: Cell): void => {
    const contents = new Map<string, ReturnType<typeof shownContent>>()
    let cleared = 0
    forEachCell(chosen(cell), (at) => {
      const state = stateAt(at)
      const column = COLUMNS[at.column]
      if (state === undefined || column === undefined || !isEditable(state)) return
      contents.set(state.key, withoutCell(contents.get(state.key) ?? shownContent(state), column))
      cleared++
    })
    now().desk.change([...contents].map(([key, content]) => ({ key, content })))
    now().desk.said.value = now().say.cleared(cleared)
  }

  const step = (which: 'undo' | 'redo'): void => {
    const { desk, say } = now()
    const rows = desk[which]()
    if (rows.length > 0) desk.said.value = which === 'undo' ? say.undone(rows.length) : say.redone(rows.length)
  }

  const act = (intent: Intent, control: CellControl, cell: Cell): void => {
    const state = stateAt(cell)
    switch (intent.to) {
      case 'move': {
        const to = moved(intent.extend ? (range.peek()?.to ?? cell) : cell, intent.by, now().rows().length)
        if (intent.extend) extend(cell, to)
        return goTo(control, to)
      }
      case 'next':
        return goTo(control, nextOf(cell, intent.by))
      case 'edge':
        return goTo(control, edgeOf(intent.edge, cell))
      case 'heading':
        return headingAt(tableOf(control), cell.row).at(-1)?.focus()
      case 'edit':
        if (state === undefined || !isEditable(state)) {
          tellLocked(state)
          return goTo(control, nextOf(cell, 1))
        }
        mode = 'edit'
        return beginEditing(control)
      case 'give-up':
        if (state !== undefined) now().desk.giveUp(state.key)
        mode = 'browse'
        range.value = null
        return queueMicrotask(() => selectAll(control))
      case 'clear':
        return clear(cell)
      default:
        step(intent.to)
        return queueMicrotask(() => selectAll(control))
    }
  }

  const tellLocked = (state: RowState | undefined): void => {
    if (state !== undefined) now().desk.said.value = now().say.locked(state)
  }

  const inHeading = (event: KeyboardEvent): void => {
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

  const onKeyDown = (event: KeyboardEvent): void => {
    // The keys of an input method are its own until the text is there.
    if (event.isComposing) return
    const found = cellOf(event.target)
    if (found === undefined) return inHeading(event)
    const { control, cell } = found
    const pressed = { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey }
    const intent = intentOf(pressed, mode, kindOf(control), cell.column)
    if (intent !== null) {
      event.preventDefault()
      return act(intent, control, cell)
    }
    const isTyping = event.key.length === 1 && !pressed.ctrl && !pressed.alt
    const state = stateAt(cell)
    if (isTyping && state !== undefined && !isEditable(state)) tellLocked(state)
  }

  const copy = (event: ClipboardEvent): Cell | undefined => {
    const found = cellOf(event.target)
    if (found === undefined || mode !== 'browse') return undefined
    const { first, last } = cornersOf(chosen(found.cell))
    const lines = now()
      .rows()
      .slice(first.row, last.row + 1)
      .map((state) =>
        COLUMNS.slice(first.column, last.column + 1).map((column) =>
          cellText(shownContent(state), column, state.row.indicator.kind, language.peek()),
        ),
      )
    const isOne = lines.length === 1 && lines[0]?.length === 1
    event.clipboardData?.setData('text/plain', isOne ? (lines[0]?.[0] ?? '') : toBlock(lines))
    event.preventDefault()
    now().desk.said.value = now().say.copied(lines.length, lines[0]?.length ?? 0)
    return found.cell
  }

  return {
    onKeyDown,
    onFocusIn: ({ target }) => {
      const found = cellOf(target)
      if (found === undefined) return
      mode = 'browse'
      if (!isExtending) range.value = null
      isExtending = false
      selectAll(found.control)
    },
    onFocusOut: ({ target }) => {
      const found = cellOf(target)
      const state = found && stateAt(found.cell)
      if (state !== undefined) now().desk.settle(state.key)
    },
    onMouseDown: (event) => {
      const found = cellOf(event.target)
      if (found === undefined || event.button !== 0) return
      const { control, cell } = found
      if (event.shiftKey) {
        const active = cellOf(document.activeElement)
        event.preventDefault()
        if (active !== undefined) extend(active.cell, cell)
        return control.focus()
      }
      if (document.activeElement === control) {
        mode = 'edit'
        return
      }
      // The first click chooses the cell, the second puts the caret into it.
      if (kindOf(control) === 'figure' || kindOf(control) === 'text') {
        event.preventDefault()
        control.focus()
      }
    },
    onInput: ({ target }) => {
      if (cellOf(target) !== undefined && mode === 'browse') mode = 'type'
    },
    onCopy: (event) => void copy(event),
    onCut: (event) => {
      const cell = copy(event)
      if (cell !== undefined) clear(cell)
    },
    onPaste: (event) => {
      const found = cellOf(event.target)
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (found === undefined || text === '') return
      const isBlock = /\t|[\r\n]+[^\r\n]/.test(text)
      const isPlain = kindOf(found.control) === 'text' && !text.includes('\t')
      if (mode !== 'browse' && (!isBlock || isPlain)) return
      event.preventDefault()
      const state = stateAt(found.cell)
      if (state !== undefined) now().desk.giveUp(state.key)
      mode = 'browse'
      now().onPasted(text, cornersOf(chosen(found.cell)).first)
      queueMicrotask(() => selectAll(found.control))
    },
  }
}

function forEachCell(range: Range, act: (cell: Cell) => void): void {
  const { first, last } = cornersOf(range)
  for (let row = first.row; row <= last.row; row++) {
    for (let column = first.column; column <= last.column; column++) act({ row, column })
  }
}
