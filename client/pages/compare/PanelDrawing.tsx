import { type PanelShape, type Place, toPanelShape, toScales } from './panel-geometry.ts'
import type { Board } from './panel-frame.ts'
import type { Plot } from './plot.ts'

interface Props {
  plot: Plot
  board: Board
}

/** Ink is what happened, the accent what was promised. Years stand at the ends, values at the axis, both at least 12 px. */
export function PanelDrawing({ plot, board }: Props) {
  const { frame, axis, ticks, told } = board
  const span = board.span ?? plot
  const { y } = toScales(frame, axis, span)
  const shape = toPanelShape(plot, frame, axis, span)
  return (
    <g class="cmp-drawing">
      {ticks.map(({ at, label, strong }) => (
        <g key={at}>
          <line class={strong ? 'axis' : 'grid'} x1={frame.left} x2={frame.right} y1={y(at)} y2={y(at)} />
          <text x={frame.left - 5} y={y(at) + 4} text-anchor="end">
            {label}
          </text>
        </g>
      ))}
      <text x={frame.left} y={frame.height - 4}>
        {span.first}
      </text>
      <text x={frame.right} y={frame.height - 4} text-anchor="end">
        {span.last}
      </text>
      <Promised shape={shape} />
      <Observed shape={shape} />
      {shape.beyond.map((mark) => (
        <Beyond key={mark.side} {...mark} told={told(mark.at)} board={board} />
      ))}
    </g>
  )
}

function Promised({ shape: { path, start, goal } }: { shape: PanelShape }) {
  return (
    <>
      {path && <line class="path" x1={path.from.x} y1={path.from.y} x2={path.to.x} y2={path.to.y} />}
      {start && <rect class="start" x={start.x - 2.5} y={start.y - 2.5} width="5" height="5" />}
      <path class="goal" d={`M${goal.x} ${goal.y - 4.5}l4.5 4.5-4.5 4.5-4.5-4.5z`} />
    </>
  )
}

function Observed({ shape: { lines, points } }: { shape: PanelShape }) {
  return (
    <>
      {lines.map(({ from, to }) => (
        <line class="observed" key={`${from.x} ${from.y}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      ))}
      {points.map(({ x, y, year, hollow, last }) => (
        <circle class={hollow ? 'point hollow' : 'point'} key={year} cx={x} cy={y} r={last ? 3.75 : 2.25} />
      ))}
    </>
  )
}

interface BeyondProps extends Place {
  side: 'above' | 'below'
  told: string
  board: Board
}

/** A wedge at the edge that points on, and the number beside it. */
function Beyond({ x, y, side, told, board: { frame } }: BeyondProps) {
  const up = side === 'above' ? -1 : 1
  const atEnd = x > (frame.left + frame.right) / 2
  return (
    <g class="beyond">
      <path d={`M${x - 4} ${y + up * 5}h8l-4 ${up * 5}z`} />
      <text x={x + (atEnd ? -8 : 8)} y={side === 'above' ? y - 4 : y + 4} text-anchor={atEnd ? 'end' : 'start'}>
        {told}
      </text>
    </g>
  )
}
