import type { Milestone } from '../../../server/domain/model.ts'
import type { Wording } from './wording.ts'

/** The names of the columns with numbers, the same above the table and in the cells of a phone; empty: no such column. */
export interface Columns {
  entered: string
  figure: string
  promised: string
  difference: string
}

export function toColumns(milestone: Milestone, hasPath: boolean, { text, indicator }: Wording): Columns {
  const words = text.table
  const { kind, better } = indicator
  const base = milestone.baseline?.year
  const change = base === undefined ? words.value : words.change(base)
  return {
    entered: kind === 'flow' ? words.newInYear : kind === 'change' ? words.yoy : '',
    figure: kind === 'flow' ? words.sum : kind === 'change' ? change : words.value,
    // Without a path there is one promised number alone, that of the milestone's year.
    promised: kind === 'done' ? '' : hasPath ? words.path : words.goal,
    difference: !hasPath || kind === 'done' ? '' : words.difference + (better === 'lower' ? words.differenceLower : ''),
  }
}
