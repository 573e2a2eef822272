const RGBA = /^rgba?\((\d+(?:\.\d+)?), (\d+(?:\.\d+)?), (\d+(?:\.\d+)?)(?:, ([\d.]+))?\)$/
const SRGB = /^color\(srgb (-?[\d.e-]+) (-?[\d.e-]+) (-?[\d.e-]+)(?: \/ ([\d.]+))?\)$/

/** A computed colour as `#rrggbb` and its opacity 0–1, since other drawing programs know no more; undefined for `none`. */
export function toHexColour(colour: string): { hex: string; alpha: number } | undefined {
  const [rgb, share] = [RGBA.exec(colour), SRGB.exec(colour)]
  const match = rgb ?? share
  if (!match) return undefined
  const parts = match.slice(1, 4).map((part) => Math.round(Number(part) * (share ? 255 : 1)))
  const hex = parts.map((part) => Math.min(255, Math.max(0, part)).toString(16).padStart(2, '0')).join('')
  return { hex: `#${hex}`, alpha: match[4] === undefined ? 1 : Number(match[4]) }
}
