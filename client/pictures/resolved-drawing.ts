import { STATUSES } from '../../server/domain/words.ts'
import { inlineTraits } from './drawing-traits.ts'

const SVG = 'http://www.w3.org/2000/svg'
const XML = 'http://www.w3.org/XML/1998/namespace'

/** What moves, runs or is a page of its own. */
const LEFT_OUT = 'script, style, foreignObject, animate, animateMotion, animateTransform, set'
/** What means nothing, or something else, outside of the page. */
const PAGE_ONLY = /^(class|style|role|tabindex|focusable|(xlink:)?href|xml.*|version|baseProfile|data-.*|aria-.*|on.*)$/

function copyAttributes(element: Element, copy: Element): void {
  for (const { name, value } of element.attributes) {
    const isInside = name.endsWith('href') && value.startsWith('#') && element.localName !== 'a'
    if (isInside) copy.setAttribute('href', value)
    else if (!PAGE_ONLY.test(name) && !value.includes('var(')) copy.setAttribute(name, value)
  }
}

/** Room that a drawing program of the page keeps free, and lines without width. */
const paintsNothing = ({ fill, stroke, strokeWidth }: CSSStyleDeclaration): boolean =>
  fill === 'none' && (stroke === 'none' || strokeWidth === '0px')

const SHAPES = 'path, line, polyline, polygon, rect, circle, ellipse'

function copyOf(element: Element, above: CSSStyleDeclaration | undefined): Element | undefined {
  const style = getComputedStyle(element)
  if (element.matches(LEFT_OUT) || style.display === 'none') return undefined
  if (element.matches(SHAPES) && element.closest('clipPath, mask') === null && paintsNothing(style)) return undefined
  // A link leads nowhere from a file.
  const copy = document.createElementNS(SVG, element.localName === 'a' ? 'g' : element.localName)
  copyAttributes(element, copy)
  inlineTraits(copy, style, above)
  if (copy.localName === 'text' && style.whiteSpace.startsWith('pre')) copy.setAttributeNS(XML, 'xml:space', 'preserve')
  for (const child of element.childNodes) {
    if (child instanceof Element) copy.append(copyOf(child, style) ?? '')
    else if (child instanceof Text) copy.append(child.data)
  }
  return copy
}

const TOKENS = [
  'paper',
  'sunken',
  'raised',
  'ink',
  'ink-2',
  'ink-3',
  'rule',
  'rule-2',
  'accent',
  'accent-soft',
  'on-fill',
]

/** The page's own colours, whatever forced colours made of them around the drawing; undone by what it answers. */
function pinColours({ style }: SVGSVGElement): () => void {
  const root = getComputedStyle(document.documentElement)
  const names = [...TOKENS, ...STATUSES.map((status) => `status-${status}`)].map((token) => `--${token}`)
  const before = names.map((name) => style.getPropertyValue(name))
  for (const name of names) style.setProperty(name, root.getPropertyValue(name))
  return () => {
    for (const [index, name] of names.entries()) {
      style.removeProperty(name)
      if (before[index]) style.setProperty(name, before[index])
    }
  }
}

/** A drawing that needs no style sheet, with its size in px. */
export interface ResolvedDrawing {
  svg: Element
  width: number
  height: number
}

/**
 * A copy of `drawing` in which all that style sheets, custom properties and classes made of it stands in attributes.
 *
 * A drawing that is in no page is put into this one for as long as it takes, since only there it has a style.
 */
export function toResolvedDrawing(drawing: SVGSVGElement): ResolvedDrawing {
  const place = document.createElement('div')
  if (!drawing.isConnected) {
    place.style.cssText = 'position: absolute; left: -99999px; top: 0'
    place.append(drawing)
    document.body.append(place)
  }
  const unpin = pinColours(drawing)
  try {
    const box = drawing.getBoundingClientRect()
    const [width, height] = [Math.ceil(box.width), Math.ceil(box.height)]
    const svg = copyOf(drawing, undefined) ?? document.createElementNS(SVG, 'svg')
    svg.setAttribute('width', `${width}`)
    svg.setAttribute('height', `${height}`)
    if (!svg.hasAttribute('viewBox')) svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
    svg.setAttribute('overflow', getComputedStyle(drawing).overflowX === 'visible' ? 'visible' : 'hidden')
    return { svg, width, height }
  } finally {
    unpin()
    place.remove()
  }
}
