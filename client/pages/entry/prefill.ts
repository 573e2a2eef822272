import { type Content, isBlank, settled } from './content.ts'
import { type RowState, savedContent, suggestedSource } from './row-state.ts'

/** What was typed, brought to its form; a row that is filled for the first time gets last year's source with it. */
export function completed(state: RowState, before: Content, after: Content): Content {
  const content = settled(after, state.row.indicator)
  const isFirst = isBlank(before) && isBlank(savedContent(state)) && !isBlank(content) && content.missingReason === null
  return isFirst && content.source === '' ? { ...content, source: suggestedSource(state) } : content
}
