import type { ValueScale } from './axis-scale.ts'

/** The drawing area in px and the way from data to it. */
export interface PlotFrame {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  xMin: number
  xMax: number
  scale: ValueScale
  narrow: boolean
  x: (year: number) => number
  y: (value: number) => number
}

export function toPlotFrame(box: Omit<PlotFrame, 'x' | 'y'>): PlotFrame {
  const across = box.width - box.left - box.right
  const down = box.height - box.top - box.bottom
  return {
    ...box,
    x: (year) => box.left + ((year - box.xMin) / (box.xMax - box.xMin)) * across,
    y: (value) => box.top + ((box.scale.max - value) / (box.scale.max - box.scale.min)) * down,
  }
}
