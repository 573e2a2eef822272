import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** A box in px of the drawing. */
export interface DrawnBox {
  left: number
  top: number
  right: number
  bottom: number
}

/** What stands in a chart that the browser drew. */
export interface DrawnChart {
  width: number
  height: number
  /** Words with the box of their letters, without the room above and below that a font keeps. */
  texts: (DrawnBox & { text: string })[]
  /** Whatever else is painted, as if nothing were cut off at the edge of the plot. */
  shapes: (DrawnBox & { fill: string; stroke: string })[]
  /** Between the first and the last line of the grid. */
  plot: DrawnBox
}

const DRAWN = `(() => {
  const box = document.querySelector('.chart .drawing')
  const svg = box?.querySelector('svg')
  return !!svg?.querySelector('text') && Math.abs(svg.viewBox.baseVal.width - box.clientWidth) < 1
})()`

/** Reads the chart of a target's page as it is drawn, once it is drawn for the width that it has. */
export async function readChart(page: Page): Promise<DrawnChart> {
  await expect.poll(() => page.evaluate<boolean>(DRAWN), { timeout: 20_000 }).toBe(true)
  return await page.evaluate(`(() => {
    const svg = document.querySelector('.chart .drawing svg')
    const toBox = (element) => {
      const { x, y, width, height } = element.getBBox()
      const { a, b, c, d, e, f } = element.getCTM()
      const base = svg.getCTM()
      const corners = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]]
        .map(([px, py]) => [(a * px + c * py + e - base.e) / base.a, (b * px + d * py + f - base.f) / base.d])
      const [xs, ys] = [corners.map(([px]) => px), corners.map(([, py]) => py)]
      return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
    }
    const texts = [...svg.querySelectorAll('text')].filter((one) => one.textContent.trim() !== '').map((one) => {
      const box = toBox(one)
      const middle = (box.top + box.bottom) / 2
      const half = parseFloat(getComputedStyle(one).fontSize) / 2
      return { ...box, top: middle - half, bottom: middle + half, text: one.textContent }
    })
    const painted = [...svg.querySelectorAll('path, rect, polyline, polygon, circle, line')].filter((one) => {
      const { fill, stroke, strokeWidth } = getComputedStyle(one)
      return !one.closest('defs') && (fill !== 'none' || (stroke !== 'none' && parseFloat(strokeWidth) > 0))
    })
    const shapes = painted.map((one) => {
      const { fill, stroke } = getComputedStyle(one)
      return { ...toBox(one), fill, stroke }
    })
    const level = shapes.filter((one) => one.bottom - one.top < 0.5 && one.right - one.left > 100)
    const grid = level.filter((one) => one.left === level[0].left && one.right === level[0].right)
    return {
      width: svg.viewBox.baseVal.width,
      height: svg.viewBox.baseVal.height,
      texts,
      shapes,
      plot: {
        left: grid[0].left,
        right: grid[0].right,
        top: Math.min(...grid.map((one) => one.top)),
        bottom: Math.max(...grid.map((one) => one.bottom)),
      },
    }
  })()`)
}

/** The value axis as it is labelled: what each px says. */
export interface ReadAxis {
  low: number
  high: number
  step: number
  /** Where in px a value stands. */
  y: (value: number) => number
}

const TICK = /^(\u2212?)([\d,]+(?:\.\d+)?)( [万亿])?%?$/

/** The scale that a reader takes from the labels at the left. */
export function readAxis({ texts, plot }: DrawnChart): ReadAxis {
  const ticks = texts
    .filter((one) => one.right < plot.left && TICK.test(one.text))
    .map((one) => {
      const [, minus, digits = '', scale] = TICK.exec(one.text) ?? []
      const size = Number(digits.replaceAll(',', '')) * (scale === ' 亿' ? 1e8 : scale === ' 万' ? 1e4 : 1)
      return { value: minus ? -size : size, y: (one.top + one.bottom) / 2 }
    })
    .toSorted((a, b) => a.value - b.value)
  const [first, second, last] = [ticks[0], ticks[1], ticks.at(-1)]
  if (!first || !second || !last) throw new Error(`no value axis in ${texts.map((one) => one.text).join(' | ')}`)
  const perPx = (last.value - first.value) / (last.y - first.y)
  return {
    low: first.value,
    high: last.value,
    step: second.value - first.value,
    y: (value) => first.y + (value - first.value) / perPx,
  }
}

/** Pairs of words that lie on each other. */
export function overlapping({ texts }: DrawnChart): string[] {
  const meet = (a: DrawnBox, b: DrawnBox): boolean =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
  return texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => (meet(one, other) ? [`${one.text} on ${other.text}`] : [])),
  )
}

/** Words that are cut by the edge of the drawing, and marks that stand further outside of the plot than their size. */
export function outside({ texts, shapes, plot, width, height }: DrawnChart, { reach }: { reach: number }): string[] {
  const told = ({ left, top, right, bottom }: DrawnBox): string => [left, top, right, bottom].map(Math.round).join(' ')
  const cut = texts.filter(
    ({ left, top, right, bottom }) => left < -1 || top < -1 || right > width + 1 || bottom > height + 1,
  )
  const out = shapes.filter(
    ({ left, top, right, bottom }) =>
      left < plot.left - reach || right > plot.right + reach || top < plot.top - reach || bottom > plot.bottom + reach,
  )
  return [
    ...cut.map((one) => `“${one.text}” ${told(one)}`),
    ...out.map((one) => `${one.fill} ${one.stroke} ${told(one)}`),
  ]
}
