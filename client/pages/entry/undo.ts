import type { Content } from './content.ts'

/** One row before and after a change. */
export interface RowChange {
  key: string
  before: Content
  after: Content
}

/** What can be undone and done again. A cell is one step, and so is a whole paste. */
export interface Undo {
  done: readonly (readonly RowChange[])[]
  undone: readonly (readonly RowChange[])[]
}

export const NOTHING_DONE: Undo = { done: [], undone: [] }

const DEPTH = 200

/** Notes a step; what was undone before can then no longer be done again. */
export const noted = ({ done }: Undo, step: readonly RowChange[]): Undo => ({
  done: [...done, step].slice(-DEPTH),
  undone: [],
})

/** The step to be undone with the state after it; undefined where there is none. */
export function undo({ done, undone }: Undo): { step: readonly RowChange[]; next: Undo } | undefined {
  const step = done.at(-1)
  return step && { step, next: { done: done.slice(0, -1), undone: [...undone, step] } }
}

/** The step to be done again with the state after it; undefined where there is none. */
export function redo({ done, undone }: Undo): { step: readonly RowChange[]; next: Undo } | undefined {
  const step = undone.at(-1)
  return step && { step, next: { done: [...done, step], undone: undone.slice(0, -1) } }
}
