import type { Status } from '../../../server/domain/words.ts'
import { LARGE, MOST_SQUARES, SMALL, sizeOf, toSquares } from './squares-geometry.ts'

interface Props {
  count: number
  total: number
  status: Status
  isLarge: boolean
}

const BAR = 80

/** One small square per target, in one path; hollow where there is no judgement. Decoration: the number stands beside it. */
export function Squares({ count, total, status, isLarge }: Props) {
  const layout = isLarge ? LARGE : SMALL
  const isHollow = status === 'no-data' || status === 'not-assessable'
  const className = `squares status-${status}${isHollow ? ' hollow' : ''}`
  if (total > MOST_SQUARES) {
    return (
      <svg class={className} width={BAR} height={layout.size} aria-hidden="true">
        <rect x={0.5} y={0.5} width={Math.max((count / total) * BAR - 1, 0)} height={layout.size - 1} />
      </svg>
    )
  }
  const inset = isHollow ? 0.5 : 0
  const side = layout.size - 2 * inset
  return (
    <svg class={className} {...sizeOf(count, layout)} aria-hidden="true">
      <path
        d={toSquares(count, layout)
          .map(({ x, y }) => `M${x + inset} ${y + inset}h${side}v${side}h${-side}z`)
          .join('')}
      />
    </svg>
  )
}
