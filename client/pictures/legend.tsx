import type { ComponentChildren } from 'preact'
import { textWidth } from '../charts/place-labels.ts'

/** How far below each other the lines of a legend are, in px. */
const LINE = 24
const TEXT_SIZE = 12
/** A mark before the word, and room behind it. */
const BESIDE_WORD = 38

interface Entry {
  word: string
  mark: ComponentChildren
}

/** The legend of a picture: marks with their words, one beside the other as far as there is room; and where it ends. */
export function placeLegend(entries: readonly Entry[], width: number, from: number) {
  let [x, y] = [0, from]
  const marks = entries.map(({ word, mark }) => {
    const size = textWidth(word, TEXT_SIZE) + BESIDE_WORD
    if (x > 0 && x + size > width) [x, y] = [0, y + LINE]
    const drawn = (
      <g key={word} transform={`translate(${x} ${y})`}>
        {mark}
        <text x="20" y="12">
          {word}
        </text>
      </g>
    )
    x += size
    return drawn
  })
  return { marks, bottom: y + LINE }
}
