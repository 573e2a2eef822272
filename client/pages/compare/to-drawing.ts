import { type ComponentChild, render } from 'preact'

/** What is described becomes a drawing that is in no page; null where it is none. */
export function toDrawing(described: ComponentChild): SVGSVGElement | null {
  const place = document.createElement('div')
  render(described, place)
  const made = place.firstElementChild
  return made instanceof SVGSVGElement ? made : null
}
