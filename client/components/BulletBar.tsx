import type { Status } from '../../server/domain/words.ts'
import { BULLET, type Bullet } from './bullet-geometry.ts'

interface Props {
  bullet: Bullet
  status: Status
  /** What the bar says, in words: share covered and share due. */
  label: string
}

/** Baseline tick, bar in the status colour, ▾ where the path is, tick of the milestone in the accent. */
export function BulletBar({ bullet, status, label }: Props) {
  const { baselineAt, milestoneAt, fill, pathAt, beyond } = bullet
  return (
    <svg class="bullet" viewBox={`0 0 ${BULLET.width} 20`} role="img" aria-label={label}>
      <rect class="track" x={baselineAt} y="8" width={milestoneAt - baselineAt} height="7" />
      <g class={`status-${status}`}>
        <rect class="fill" x={fill.from} y="8" width={fill.to - fill.from} height="7" />
        {beyond === 'right' && <path class="fill" d={`M${fill.to} 6.5l4 5-4 5z`} />}
        {beyond === 'left' && <path class="fill" d={`M${fill.from} 6.5l-4 5 4 5z`} />}
      </g>
      <line class="baseline" x1={baselineAt} x2={baselineAt} y1="5" y2="18" />
      <line class="milestone" x1={milestoneAt} x2={milestoneAt} y1="4" y2="19" />
      {pathAt !== null && <path class="due" d={`M${pathAt - 4} .5h8l-4 6z`} />}
    </svg>
  )
}
