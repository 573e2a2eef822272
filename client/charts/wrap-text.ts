/** What never begins a line: closing signs, and what belongs to the letter before it. */
const CLOSING = /^[，。、；：！？）》〉」』】〕％‰”’·—…,.;:!?)\]}%]/u
/** What never ends a line. */
const OPENING = /[（《〈「『【〔“‘([{]$/u
const HAN = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef'
const PIECES = new RegExp(`[ \\t]+|[${HAN}“”‘’—…]|[^ \\t${HAN}“”‘’—…]+`, 'gu')

/** The pieces between which a line may break: each Han character, each word with the signs that belong to it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const [piece] of text.matchAll(PIECES)) {
    const last = pieces.at(-1)
    if (last !== undefined && (CLOSING.test(piece) || OPENING.test(last))) pieces[pieces.length - 1] = last + piece
    else pieces.push(piece)
  }
  return pieces
}

/** Letters of a word that alone is wider than a line. */
const cut = (piece: string, width: number, measure: (text: string) => number): string[] => {
  if (measure(piece) <= width) return [piece]
  const parts: string[] = []
  for (const letter of piece) {
    const last = parts.at(-1)
    if (last !== undefined && measure(last + letter) <= width) parts[parts.length - 1] = last + letter
    else parts.push(letter)
  }
  return parts
}

/**
 * Lines that are at most `width` wide, broken as Chinese and Latin text are: no closing sign at the start of a line, no
 * opening one at its end.
 *
 * @param measure how wide a text is, in the unit of `width`
 */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text.trim()).flatMap((one) => cut(one, width, measure))) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}
