import { toHexColour } from './hex-colour.ts'

/** What a style sheet may say of a drawing: as an attribute it is understood wherever the file is opened. */
interface Trait {
  name: string
  /** What it is where nobody says anything, as `valueOf` tells it. */
  initial: string
  inherited: boolean
  /** Place and size: what the drawing itself says holds. */
  geometry: boolean
}

const listOf = (lines: readonly string[], inherited: boolean, geometry = false): Trait[] =>
  lines.map((line) => {
    const [name = '', initial = ''] = line.split(': ')
    return { name, initial, inherited, geometry }
  })

const TRAITS: readonly Trait[] = [
  ...listOf(
    [
      'fill: #000000',
      'fill-opacity: 1',
      'fill-rule: nonzero',
      'clip-rule: nonzero',
      'stroke: none',
      'stroke-opacity: 1',
      'stroke-width: 1',
      'stroke-dasharray: none',
      'stroke-dashoffset: 0',
      'stroke-linecap: butt',
      'stroke-linejoin: miter',
      'stroke-miterlimit: 4',
      'paint-order: normal',
      'shape-rendering: auto',
      'visibility: visible',
      'font-family: ',
      'font-size: ',
      'font-weight: 400',
      'font-style: normal',
      'letter-spacing: normal',
      'text-anchor: start',
      'dominant-baseline: auto',
    ],
    true,
  ),
  ...listOf(['opacity: 1', 'vector-effect: none'], false),
  ...listOf(
    [
      'transform: none',
      'clip-path: none',
      'mask: none',
      'filter: none',
      'x: 0',
      'y: 0',
      'width: auto',
      'height: auto',
      'cx: 0',
      'cy: 0',
      'r: 0',
      'rx: auto',
      'ry: auto',
    ],
    false,
    true,
  ),
]

/** A computed value as an attribute has it: colours as `#rrggbb` with their share in the opacity, lengths without px. */
function valueOf(style: CSSStyleDeclaration, name: string): string {
  const value = style.getPropertyValue(name)
  if (name === 'fill-opacity' || name === 'stroke-opacity') {
    const paint = toHexColour(style.getPropertyValue(name.replace('-opacity', '')))
    return `${Number(value) * (paint?.alpha ?? 1)}`
  }
  if (name === 'fill' || name === 'stroke') return toHexColour(value)?.hex ?? toReference(value)
  return toReference(value.replace(/(\d)px\b/g, '$1'))
}

const toReference = (value: string): string => value.replace(/url\("(#[^"]+)"\)/g, 'url($1)')

/**
 * Writes what the style sheets make of an element into its copy, as far as it is not what the element above hands down.
 *
 * @param above the style of the element that the copy stands in, if any
 */
export function inlineTraits(copy: Element, style: CSSStyleDeclaration, above: CSSStyleDeclaration | undefined): void {
  for (const { name, initial, inherited, geometry } of TRAITS) {
    if (geometry && copy.hasAttribute(name)) continue
    const value = valueOf(style, name)
    const given = inherited && above ? valueOf(above, name) : initial
    if (value === given || value === '') copy.removeAttribute(name)
    else copy.setAttribute(name, value)
  }
}
