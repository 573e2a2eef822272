import type { Content } from './content.ts'
import type { Desk } from './desk.ts'
import type { RowState } from './row-state.ts'

/** Where a cell's control stands and what it is called. */
export interface ControlNames {
  'data-row': number
  'data-column': number
  'aria-labelledby': string
}

export interface CellProps {
  desk: Desk
  state: RowState
  content: Content
  isLocked: boolean
  names: ControlNames
  /** Ids of the messages about it. */
  describedBy: string | undefined
  isRefused: boolean
}
