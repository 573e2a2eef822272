import type { MilestoneChoice } from '../../../server/domain/milestones.ts'
import { textWidth } from '../../charts/place-labels.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { compositeText } from '../../i18n/composite.ts'
import { textOf } from '../../i18n/language.ts'
import { wrapText } from '../../charts/wrap-text.ts'
import { toDrawing } from '../compare/to-drawing.ts'
import type { Group } from './composite-data.ts'
import { type Axis, toAxis } from './mean-geometry.ts'
import { MeanShapes } from './MeanMark.tsx'
import { toLegend } from './picture-legend.tsx'
import { StatusSegments } from './StatusShares.tsx'
import { toLabelPlaces, toSegments } from './segments.ts'
import { shareText } from './share-text.ts'

const NAME = 250
const BAR = { x: NAME + 16, width: 300 }
const KEPT = BAR.x + BAR.width + 24
const AXIS = 150
const HEAD = 24

/** The rows of a section as a drawing: name, bar of statuses, share on track, mean with its range. Null without rows. */
export function toGroupDrawing(
  groups: readonly Group[],
  nameOf: (code: string) => string,
  milestone: MilestoneChoice,
): SVGSVGElement | null {
  const { columns, noMilestone } = textOf(compositeText)
  const meanAt = KEPT + Math.max(textWidth(columns.kept, 12), 80) + 24
  const width = meanAt + AXIS + 90
  if (groups.length === 0) return null
  const axis = toAxis(
    groups.flatMap(({ range }) => (range ? [range.lowest.mean] : [])),
    AXIS,
  )
  let top = HEAD
  const rows = groups.map((group) => {
    const lines = wrapText(nameOf(group.code), NAME, (part) => textWidth(part, 13))
    const height = Math.max(lines.length * 18 + 12, 48)
    const row = { group, lines, y: top, height }
    top += height
    return row
  })
  const legend = toLegend(groups, width, top + 12)
  return toDrawing(
    <svg class="composite-picture" width={width} height={legend.bottom} viewBox={`0 0 ${width} ${legend.bottom}`}>
      {[
        [BAR.x, columns.statuses],
        [KEPT, columns.kept],
        [meanAt, columns.mean],
      ].map(([x, title]) => (
        <text key={title} class="head" x={x} y="12">
          {title}
        </text>
      ))}
      {rows.map(({ group, lines, y }) => (
        <g key={group.code} transform={`translate(0 ${y})`}>
          {lines.map((line, at) => (
            <text key={line} class="said" x="0" y={16 + at * 18}>
              {line}
            </text>
          ))}
          {group.total > 0 ? (
            <Numbers group={group} axis={axis} meanAt={meanAt} />
          ) : (
            <text x={BAR.x} y="16">
              {noMilestone[milestone === 'next' ? 'next' : 'year']}
            </text>
          )}
        </g>
      ))}
      {legend.marks}
    </svg>,
  )
}

function Numbers({ group, axis, meanAt }: { group: Group; axis: Axis; meanAt: number }) {
  const text = textOf(compositeText)
  const { statuses, kept, assessable, counted, mean, range } = group
  return (
    <>
      <g transform={`translate(${BAR.x} 4)`}>
        <StatusSegments statuses={statuses} width={BAR.width} />
        {toLabelPlaces(toSegments(statuses, BAR.width), BAR.width).map(({ status, x }) => (
          <g key={status} transform={`translate(${x} 14)`}>
            <StatusIcon status={status} size="small" />
            <text class="said" x="17" y="12">
              {statuses[status]}
            </text>
          </g>
        ))}
      </g>
      <text class="said" x={KEPT} y="16">
        {assessable === 0 ? text.noneAssessable : `${kept} / ${assessable}`}
      </text>
      {mean === null || range === null ? (
        <text x={meanAt} y="16">
          {text.noneCounted}
        </text>
      ) : (
        <g transform={`translate(${meanAt} 0)`}>
          <MeanShapes axis={axis} mean={mean} lowest={range.lowest.mean} highest={range.highest.mean} />
          <text class="said" x={AXIS + 8} y="15">
            {shareText(mean)}
          </text>
          <text x="0" y="34">
            {counted === 1 ? '' : `${shareText(range.lowest.mean)} ${text.to} ${shareText(range.highest.mean)}`}
          </text>
        </g>
      )}
    </>
  )
}
