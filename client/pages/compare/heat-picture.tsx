import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { textWidth } from '../../charts/place-labels.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { compareText } from '../../i18n/compare.ts'
import { say, textOf } from '../../i18n/language.ts'
import { wrapText } from '../../charts/wrap-text.ts'
import { placeLegend } from '../../pictures/legend.tsx'
import { type HeatCell, marksOf, toCells } from './heat.ts'
import type { Naming } from './naming.ts'
import type { Group, Row } from './rows.ts'
import { toDrawing } from './to-drawing.ts'

const ROW = 28
const CELL = 44
const NAME = 300
const LINE = 18

/** The map as a drawing: the same cells as the table, a legend below; null without rows. */
export function toHeatDrawing(
  groups: readonly Group[],
  years: readonly number[],
  naming: Naming,
): SVGSVGElement | null {
  const width = NAME + years.length * CELL
  let top = ROW
  const lines = groups.flatMap(({ code, rows }) => {
    const title = code ? wrapText(naming.group(code), width, (part) => textWidth(part, 14, true)) : []
    const heading = title.map((group, index) => ({ y: (top += index > 0 ? LINE : ROW) - ROW, group, row: null }))
    return [...heading, ...rows.map((row) => ({ y: (top += ROW) - ROW, group: '', row }))]
  })
  if (lines.length === 0) return null
  const legend = toLegend(groups, years, width, top + 14)
  return toDrawing(
    <svg class="cmp-picture" width={width} height={legend.bottom} viewBox={`0 0 ${width} ${legend.bottom}`}>
      {years.map((year, index) => (
        <text key={year} x={NAME + (index + 0.5) * CELL} y="18" text-anchor="middle">
          {year}
        </text>
      ))}
      {lines.map(({ y, group, row }) =>
        row === null ? (
          <text class="heading" key={group} x="0" y={y + 20}>
            {group}
          </text>
        ) : (
          <g key={row.key} transform={`translate(0 ${y})`}>
            <Line row={row} name={naming.row(row)} years={years} />
          </g>
        ),
      )}
      {legend.marks}
    </svg>,
  )
}

function Line({ row, name, years }: { row: Row; name: string; years: readonly number[] }) {
  const [first = '', more] = wrapText(name, NAME - 20, (part) => textWidth(part, 13))
  return (
    <>
      <text class="said" x="0" y="19">
        {more === undefined ? first : `${first}…`}
      </text>
      {toCells(row, years).map((cell, index) => (
        <g key={cell.year} transform={`translate(${NAME + index * CELL} 0)`}>
          <Cell cell={cell} />
        </g>
      ))}
    </>
  )
}

function Cell({ cell: { standing, turned } }: { cell: HeatCell }) {
  if (standing === null) {
    return (
      <text x={CELL / 2} y="19" text-anchor="middle">
        ·
      </text>
    )
  }
  return (
    <>
      <g class={`status-${standing.status}`}>
        <rect class="tint" x="1" y="1" width={CELL - 2} height={ROW - 2} />
      </g>
      {turned && <rect class="turn" x="0" y="1" width="3" height={ROW - 2} />}
      <g transform={`translate(${CELL / 2 - 8} ${ROW / 2 - 8})`}>
        <StatusIcon status={standing.status} />
      </g>
    </>
  )
}

/** The marks that occur, one beside the other as far as there is room. */
function toLegend(groups: readonly Group[], years: readonly number[], width: number, from: number) {
  const occurs = marksOf(groups, years)
  const text = textOf(compareText)
  const marks = [
    ...occurs.statuses.map((status) => ({
      word: say(STATUS_LABELS[status]),
      mark: <StatusIcon status={status} size="small" />,
    })),
    ...(occurs.turned
      ? [{ word: text.legendTurn, mark: <rect class="turn" x="5" y="0" width="3" height="14" /> }]
      : []),
    ...(occurs.none
      ? [
          {
            word: text.legendNone,
            mark: (
              <text x="5" y="12">
                ·
              </text>
            ),
          },
        ]
      : []),
  ]
  return placeLegend(marks, width, from)
}
