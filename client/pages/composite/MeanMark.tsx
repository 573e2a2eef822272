import { type Axis, toMark } from './mean-geometry.ts'

interface Props {
  axis: Axis
  mean: number
  lowest: number
  highest: number
}

export const MARK_HEIGHT = 20

/** The mean as a point on its range; 0 a tick, 1, what was promised, in the accent. Its number stands beside it. */
export function MeanShapes({ axis, mean, lowest, highest }: Props) {
  const mark = toMark(axis, mean, lowest, highest)
  const [start, end] = [mark.range.from, Math.max(mark.range.to, mark.range.from + 1)]
  return (
    <g class="mean-mark">
      <line class="axis" x1="0" x2={axis.width} y1="10" y2="10" />
      {mark.zero !== null && <line class="zero" x1={mark.zero} x2={mark.zero} y1="4" y2="16" />}
      {mark.one !== null && <line class="one" x1={mark.one} x2={mark.one} y1="2" y2="18" />}
      <rect class="range" x={start} y="7" width={end - start} height="6" />
      {mark.isCut && <path class="range" d={`M${start} 5l-6 5 6 5z`} />}
      <circle class="mean" cx={mark.mean} cy="10" r="4.5" />
    </g>
  )
}

export function MeanMark({ label, ...mark }: Props & { label: string }) {
  const { width } = mark.axis
  return (
    <svg width={width} height={MARK_HEIGHT} viewBox={`0 0 ${width} ${MARK_HEIGHT}`} role="img" aria-label={label}>
      <MeanShapes {...mark} />
    </svg>
  )
}
