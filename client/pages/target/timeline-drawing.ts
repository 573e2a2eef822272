/** What is known of one year of something that is built or not. */
export interface TimelineYear {
  year: number
  state: 'yes' | 'no' | 'none'
  word: string
  /** The deadline's word, at its year. */
  due: string
}

const SVG = 'http://www.w3.org/2000/svg'
const STEP = 76
const HEIGHT = 96

const element = (name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement => {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, `${value}`)
  if (text !== '') made.textContent = text
  return made
}

const BOX = {
  yes: { fill: 'var(--ink)', stroke: 'var(--ink)', 'stroke-width': 2 },
  no: { fill: 'var(--paper)', stroke: 'var(--ink)', 'stroke-width': 2 },
  none: { fill: 'var(--paper)', stroke: 'var(--ink-3)', 'stroke-width': 1, 'stroke-dasharray': '3 3' },
} as const

function toYearParts({ year, state, word, due }: TimelineYear, index: number): SVGElement[] {
  const x = STEP * (index + 0.5)
  const label = { x, 'text-anchor': 'middle', 'font-size': 13 }
  const strong = { 'font-weight': 700, fill: 'var(--ink)' }
  return [
    element('text', { ...label, y: 14, ...(due ? strong : { fill: 'var(--ink-3)' }) }, `${year}`),
    element('rect', { x: x - 8, y: 30, width: 16, height: 16, ...BOX[state] }),
    ...(due
      ? [
          element('rect', {
            x: x - 13,
            y: 25,
            width: 26,
            height: 26,
            fill: 'none',
            stroke: 'var(--accent)',
            'stroke-width': 2,
          }),
        ]
      : []),
    element('text', { ...label, y: 70, ...(state === 'yes' ? strong : { fill: 'var(--ink-2)' }) }, word),
    ...(due ? [element('text', { ...label, y: 90, fill: 'var(--accent)' }, due)] : []),
  ]
}

/** The years of something that is built or not as one drawing, for a picture. */
export function toTimelineDrawing(years: readonly TimelineYear[]): SVGSVGElement {
  const width = STEP * years.length
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`)
  svg.setAttribute('width', `${width}`)
  svg.setAttribute('height', `${HEIGHT}`)
  svg.append(
    element('line', { x1: STEP / 2, x2: width - STEP / 2, y1: 38, y2: 38, stroke: 'var(--rule-2)' }),
    ...years.flatMap(toYearParts),
  )
  return svg
}
