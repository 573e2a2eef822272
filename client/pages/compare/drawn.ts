import { compareText } from '../../i18n/compare.ts'
import { textOf } from '../../i18n/language.ts'
import type { Board } from './panel-frame.ts'
import { type Plot, toSharePlot, toValuePlot } from './plot.ts'
import type { Row } from './rows.ts'
import { toldLatest } from './told.ts'

/** What a panel draws, and what it says instead of a drawing or to explain it. */
export interface Drawn {
  plot: Plot | null
  words: string | null
}

export function drawnOf(row: Row, board: Board): Drawn {
  const text = textOf(compareText)
  if (board.span !== null) {
    const plot = toValuePlot(row)
    const none = row.target.indicator.kind === 'done' ? toldLatest(row) : text.undrawn['not-quantified']
    return { plot, words: plot ? null : none }
  }
  const found = toSharePlot(row)
  if ('undrawn' in found) {
    return { plot: null, words: found.undrawn === 'done' ? toldLatest(row) : text.undrawn[found.undrawn] }
  }
  if (found.basis === 'covered') return { plot: found.plot, words: null }
  const saysWhy = found.plot.start === null && row.progress.reason !== 'no-baseline'
  return { plot: found.plot, words: text.basis[saysWhy ? 'of-goal-none' : 'of-goal'] }
}
