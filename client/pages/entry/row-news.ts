import type { Finding } from '../../../server/domain/checks/finding.ts'
import { readTypedFigure } from '../../../server/domain/typed-figure.ts'
import { isEditable, type RowState, shownContent } from './row-state.ts'
import { faultOf } from './status.ts'

/** What there is to be said of a row. */
export const NEWS = ['conflict', 'fault', 'conversion', 'findings', 'refused', 'correction', 'returned'] as const
export type News = (typeof NEWS)[number]

export interface RowNews {
  has: (news: News) => boolean
  list: News[]
  findings: readonly Finding[]
  /** The text of which a figure was made. */
  typed: string
}

/**
 * What is to be said of a row now. While it is being typed in, `isPaused` tells that the fingers rest: before that only
 * what a conversion would make of the text is told.
 */
export function newsOf(state: RowState, findings: readonly Finding[], isTyping: boolean, isPaused: boolean): RowNews {
  const content = shownContent(state)
  const typed = isTyping ? content.text : (state.typed ?? '')
  const fault = faultOf(state)
  const isQuiet = isTyping && !isPaused
  const open = findings.filter(({ severity }) => severity !== 'asked' || content.note.trim() === '' || isTyping)
  const is: Record<News, boolean> = {
    conflict: state.conflict !== null,
    fault: fault !== null && fault !== 'correction-reason' && !isQuiet,
    conversion: typed !== '' && content.missingReason === null && isConverted(typed, state),
    findings: open.length > 0 && !isQuiet,
    refused: state.refused.length > 0 && open.length === 0,
    correction: content.correction !== null && isEditable(state),
    returned: state.row.returned !== null && state.row.pending !== null && state.row.pending.state !== 'submitted',
  }
  const list = NEWS.filter((news) => is[news])
  return { has: (news) => is[news], list, findings: open, typed }
}

function isConverted(typed: string, { row }: RowState): boolean {
  const read = readTypedFigure(typed, row.indicator)
  return read.is === 'figure' && read.conversions.some((conversion) => conversion !== 'built')
}
