import type { Cell } from './columns.ts'
import type { Control } from './grid-keys.ts'

// The controls of the grid as they stand in the page: each carries its row and column.

export type CellControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isControl = (node: unknown): node is CellControl =>
  node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement

/** The cell that an event is about; undefined where it is about something else in the table. */
export function cellOf(target: EventTarget | null): { control: CellControl; cell: Cell } | undefined {
  if (!isControl(target) || target.dataset['row'] === undefined) return undefined
  return { control: target, cell: { row: Number(target.dataset['row']), column: Number(target.dataset['column']) } }
}

export function controlAt(table: ParentNode, { row, column }: Cell): CellControl | undefined {
  const found = table.querySelector(`[data-row="${row}"][data-column="${column}"]`)
  return isControl(found) ? found : undefined
}

/** The links and buttons in front of a row, which the arrows reach. */
export const headingAt = (table: ParentNode, row: number): HTMLElement[] =>
  [...table.querySelectorAll(`[data-heading="${row}"]`)].filter((node) => node instanceof HTMLElement)

export function kindOf(control: CellControl): Control {
  if (control instanceof HTMLSelectElement) return 'choice'
  if (control instanceof HTMLTextAreaElement) return 'text'
  return control.type === 'checkbox' ? 'tick' : 'figure'
}

/** All of its text is chosen, so that typing replaces it. */
export function selectAll(control: CellControl): void {
  if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type !== 'checkbox')) {
    control.select()
  }
}

/** The caret behind the last character; a choice opens. */
export function beginEditing(control: CellControl): void {
  if (control instanceof HTMLSelectElement) {
    try {
      control.showPicker()
    } catch {
      // Where the browser does not open it, the arrows choose.
    }
    return
  }
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return
  control.setSelectionRange(control.value.length, control.value.length)
}
