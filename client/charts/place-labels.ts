// Where words go in a chart, decided from boxes in px, so that no two of them overlap and they keep off the lines.

export type Spot = 'above' | 'below' | 'left' | 'right' | 'above-left' | 'above-right' | 'below-left' | 'below-right'

export interface LabelLine {
  text: string
  size: number
  bold: boolean
  colour: string
}

export interface Wish {
  id: string
  lines: readonly LabelLine[]
  x: number
  y: number
  /** In falling order of preference. */
  spots: readonly Spot[]
  /** Left out where there is no free spot; an essential one is moved until it has one. */
  essential: boolean
  /** Looked for further away, too; unlike an essential one it is left out where even there is no room. */
  movable?: boolean
  /** Left out rather than laid on a line. */
  clear?: boolean
  /** Distance from the anchor in px. */
  distance?: number
}

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

export interface PlacedLabel extends Box {
  id: string
  lines: readonly LabelLine[]
  align: 'left' | 'center' | 'right'
}

const LEADING = 1.3
const FULL_WIDTH = /[\u1100-\u11ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014]/u

/** How wide a text is, in px, by its letters: Han and full-width signs are square, the rest a little over half. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0
  for (const letter of text) ems += FULL_WIDTH.test(letter) ? 1 : /[A-Zmw%]/.test(letter) ? 0.72 : 0.56
  return ems * size * (bold ? 1.05 : 1)
}

const sizeOf = (lines: readonly LabelLine[]): { width: number; height: number } => ({
  width: Math.max(...lines.map((line) => textWidth(line.text, line.size, line.bold))),
  height: lines.reduce((sum, line) => sum + line.size * LEADING, 0),
})

const alignOf = (spot: Spot): PlacedLabel['align'] =>
  spot.endsWith('left') ? 'right' : spot.endsWith('right') ? 'left' : 'center'

function boxAt(wish: Wish, spot: Spot, shift = 0): Box {
  const { width, height } = sizeOf(wish.lines)
  const distance = wish.distance ?? 9
  const aside = spot.includes('-') ? distance * 0.5 : distance
  const left = spot.endsWith('left')
    ? wish.x - width - aside
    : spot.endsWith('right')
      ? wish.x + aside
      : wish.x - width / 2
  const top = spot.startsWith('above')
    ? wish.y - height - distance
    : spot.startsWith('below')
      ? wish.y + distance
      : wish.y - height / 2
  return { left, top: top + shift, width, height }
}

const overlap = (a: Box, b: Box, gap = 3): boolean =>
  a.left < b.left + b.width + gap &&
  b.left < a.left + a.width + gap &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height

const inside = (box: Box, bounds: Box): boolean =>
  box.left >= bounds.left &&
  box.top >= bounds.top &&
  box.left + box.width <= bounds.left + bounds.width &&
  box.top + box.height <= bounds.top + bounds.height

/** How far a label that is not essential may be moved: further away it would seem to be about something else. */
const NEAR = 32
const SHIFTS = [0, -16, 16, -32, 32, -48, 48, -72, 72]

/**
 * A place for each wish, the first ones first.
 *
 * @param obstacles points of the drawn lines; a label keeps off them where it can
 * @param taken boxes that are not free, such as the labels in the margin
 */
export function placeLabels(
  wishes: readonly Wish[],
  obstacles: readonly (readonly [number, number])[],
  bounds: Box,
  taken: readonly Box[] = [],
): PlacedLabel[] {
  const placed: PlacedLabel[] = []
  for (const wish of wishes) {
    let best: { cost: number; label: PlacedLabel } | undefined
    for (const shift of SHIFTS.filter((one) => wish.essential || Math.abs(one) <= (wish.movable ? NEAR : 0))) {
      for (const [rank, spot] of wish.spots.entries()) {
        const box = boxAt(wish, spot, shift)
        if (!inside(box, bounds)) continue
        if ([...taken, ...placed].some((other) => overlap(box, other))) continue
        const hits = obstacles.filter(
          ([x, y]) => x > box.left - 2 && x < box.left + box.width + 2 && y > box.top && y < box.top + box.height,
        ).length
        if (wish.clear && hits > 0) continue
        const cost = hits * 8 + rank + Math.abs(shift) * 0.25
        if (!best || cost < best.cost)
          best = { cost, label: { id: wish.id, lines: wish.lines, align: alignOf(spot), ...box } }
      }
    }
    if (best) placed.push(best.label)
  }
  return placed
}

/** Labels of one margin: each at its mark's height where it can be, apart where they would touch. */
export function stackLabels(wishes: readonly Wish[], bounds: Box, gap = 4): PlacedLabel[] {
  const sorted = wishes.map((wish) => ({ wish, box: boxAt(wish, 'right') })).toSorted((a, b) => a.wish.y - b.wish.y)
  let free = bounds.top
  for (const { box } of sorted) {
    box.top = Math.max(box.top, free)
    free = box.top + box.height + gap
  }
  let floor = bounds.top + bounds.height
  for (const { box } of sorted.toReversed()) {
    box.top = Math.min(box.top, floor - box.height)
    floor = box.top - gap
  }
  return sorted.map(({ wish, box }) => ({ id: wish.id, lines: wish.lines, align: 'left' as const, ...box }))
}

/** Points every few px along a line, for `placeLabels`. */
export function alongLine(corners: readonly (readonly [number, number])[], every = 6): [number, number][] {
  const points: [number, number][] = []
  for (const [index, [x, y]] of corners.entries()) {
    const next = corners[index + 1]
    if (!next) {
      points.push([x, y])
      break
    }
    const steps = Math.max(1, Math.ceil(Math.hypot(next[0] - x, next[1] - y) / every))
    for (let step = 0; step < steps; step++) {
      points.push([x + ((next[0] - x) * step) / steps, y + ((next[1] - y) * step) / steps])
    }
  }
  return points
}
