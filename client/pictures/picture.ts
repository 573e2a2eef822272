import { textWidth } from '../charts/place-labels.ts'
import { inLightTheme } from './light-theme.ts'
import { type ResolvedDrawing, toResolvedDrawing } from './resolved-drawing.ts'
import { wrapText } from '../charts/wrap-text.ts'

/** What a picture says of itself, so that it can be read without the page it is from. */
export interface PictureWords {
  title: string
  /** Below the drawing, a paragraph each: unit, source, day as known on which, sample mark. */
  notes: readonly string[]
}

/** A file that needs nothing beside it: no style sheet, no page, no font. Sizes in px. */
export interface Picture {
  text: string
  width: number
  height: number
}

const SVG = 'http://www.w3.org/2000/svg'
const PADDING = 24
/** A small drawing gets room for its words. */
const NARROWEST = 432
const TITLE = { size: 18, leading: 26, bold: true }
const NOTE = { size: 12, leading: 19, bold: false }

interface Paragraph {
  lines: string[]
  top: number
}

const element = (name: string, attributes: Readonly<Record<string, string | number>>, text = ''): Element => {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, `${value}`)
  if (text !== '') made.textContent = text
  return made
}

/** Signs that XML cannot hold. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

const wrapped = (text: string, width: number, { size, bold }: typeof TITLE): string[] =>
  wrapText(text.replace(FORBIDDEN, ''), width, (part) => textWidth(part, size, bold))

const linesOf = ({ lines, top }: Paragraph, style: typeof TITLE, fill: string): Element[] =>
  lines.map((line, index) =>
    element(
      'text',
      {
        x: PADDING,
        y: top + style.leading * index + style.size,
        'font-size': style.size,
        'font-weight': style.bold ? 700 : 400,
        fill,
      },
      line,
    ),
  )

/** Title above, drawing, hairline, notes below, on paper. */
function compose({ title, notes }: PictureWords, { svg, width, height }: ResolvedDrawing): Picture {
  const root = getComputedStyle(document.documentElement)
  const colour = (token: string): string => root.getPropertyValue(`--${token}`).trim()
  const inner = Math.max(width, NARROWEST)
  const full = { width: inner + PADDING * 2, height: 0 }
  const heading = { lines: wrapped(title, inner, TITLE), top: PADDING }
  const top = heading.top + heading.lines.length * TITLE.leading + 12
  const rule = top + height + 14
  let next = rule + 10
  const paragraphs = notes
    .filter((note) => note.trim() !== '')
    .map((note) => {
      const paragraph = { lines: wrapped(note, inner, NOTE), top: next }
      next += paragraph.lines.length * NOTE.leading
      return paragraph
    })
  full.height = Math.ceil(next + PADDING - 4)
  const picture = element('svg', {
    width: full.width,
    height: full.height,
    viewBox: `0 0 ${full.width} ${full.height}`,
    'font-family': getComputedStyle(document.body).fontFamily,
  })
  picture.setAttribute('lang', document.documentElement.lang)
  svg.setAttribute('x', `${PADDING}`)
  svg.setAttribute('y', `${top}`)
  picture.append(
    element('title', {}, title.replace(FORBIDDEN, '')),
    element('desc', {}, notes.join('\n').replace(FORBIDDEN, '')),
    element('rect', { width: full.width, height: full.height, fill: colour('paper') }),
    ...linesOf(heading, TITLE, colour('ink')),
    svg,
    element('rect', { x: PADDING, y: rule, width: inner, height: 1, fill: colour('rule') }),
    ...paragraphs.flatMap((paragraph) => linesOf(paragraph, NOTE, colour('ink-2'))),
  )
  return { text: new XMLSerializer().serializeToString(picture), ...full }
}

/** The drawing as a picture that stands alone, always light; null while there is nothing drawn. */
export const toPicture = (words: PictureWords, drawing: () => SVGSVGElement | null): Picture | null =>
  inLightTheme(() => {
    const found = drawing()
    return found && compose(words, toResolvedDrawing(found))
  })
