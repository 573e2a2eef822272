import type { CompositeMilestone } from '../../../server/contract/composite.ts'
import { textWidth } from '../../charts/place-labels.ts'
import { compositeText } from '../../i18n/composite.ts'
import { either, textOf } from '../../i18n/language.ts'
import { wrapText } from '../../charts/wrap-text.ts'
import { toDrawing } from '../compare/to-drawing.ts'
import { toNearAxis } from './mean-geometry.ts'
import { MeanShapes } from './MeanMark.tsx'
import type { Chosen } from './composite-data.ts'
import { shareText } from './share-text.ts'

const NAME = 260
const AXIS = 300
const WIDTH = NAME + AXIS + 170
const HEAD = 24

/** Those of whose weights the mean is. */
export const toMoves = (milestones: readonly CompositeMilestone[]): CompositeMilestone[] =>
  milestones.filter(({ moved }) => moved !== null)

/** A line per target: between which values its weight alone moves the mean. Null where there is no mean. */
export function toMovedDrawing({ mean, range, milestones }: Chosen): SVGSVGElement | null {
  const text = textOf(compositeText)
  if (mean === null || range === null) return null
  const axis = toNearAxis(range.lowest.mean, range.highest.mean, AXIS)
  let top = HEAD
  const rows = toMoves(milestones).map((milestone) => {
    const lines = wrapText(either(milestone.nameZh, milestone.nameEn), NAME - 12, (part) => textWidth(part, 13))
    const row = { milestone, lines, y: top }
    top += Math.max(lines.length * 18 + 8, 28)
    return row
  })
  return toDrawing(
    <svg class="composite-picture" width={WIDTH} height={top} viewBox={`0 0 ${WIDTH} ${top}`}>
      <text class="head" x={NAME} y="12">
        {`${text.asSet} ${shareText(mean)} · ${text.movedFrom(axis.from.toFixed(1), axis.to.toFixed(1))}`}
      </text>
      {rows.map(({ milestone: { targetId, moved }, lines, y }) => {
        const means = [mean, moved?.halved, moved?.doubled, moved?.leftOut].filter((one) => typeof one === 'number')
        const [lowest, highest] = [Math.min(...means), Math.max(...means)]
        return (
          <g key={targetId} transform={`translate(0 ${y})`}>
            {lines.map((line, at) => (
              <text key={line} class="said" x="0" y={15 + at * 18}>
                {line}
              </text>
            ))}
            <g transform={`translate(${NAME} 0)`}>
              <MeanShapes axis={axis} mean={mean} lowest={lowest} highest={highest} />
              <text x={AXIS + 10} y="14">
                {`${shareText(lowest)} ${text.to} ${shareText(highest)}`}
              </text>
            </g>
          </g>
        )
      })}
    </svg>,
  )
}
