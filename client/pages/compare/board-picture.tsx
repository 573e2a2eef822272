import { STATUS_LABELS, STATUS_REASON_LABELS } from '../../../server/domain/labels.ts'
import { textWidth } from '../../charts/place-labels.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { say } from '../../i18n/language.ts'
import { wrapText } from '../../charts/wrap-text.ts'
import { drawnOf } from './drawn.ts'
import type { Naming } from './naming.ts'
import { PanelDrawing } from './PanelDrawing.tsx'
import type { Board } from './panel-frame.ts'
import type { Group, Row } from './rows.ts'
import { toDrawing } from './to-drawing.ts'
import { toldGoal, toldLatest } from './told.ts'

const GAP = 24
const LINE = 18
const NAME_LINES = 2
const HEADING = 34
/** Below its drawing and the lines there, before the next row of drawings. */
const BELOW = 22
const MIN_WIDTH = 420

const wrapped = (text: string, width: number, size: number, bold = false): string[] =>
  wrapText(text, width, (part) => textWidth(part, size, bold))

/** All panels that are shown, as one drawing with their names and statuses; null where nothing is shown. */
export function toBoardDrawing(groups: readonly Group[], naming: Naming, board: Board): SVGSVGElement | null {
  const { width, height } = board.frame
  const columns = board.span === null ? 5 : 4
  const cell = { width: width + GAP, height: NAME_LINES * LINE + height + LINE + BELOW }
  const most = Math.min(columns, Math.max(0, ...groups.map(({ rows }) => rows.length)))
  const wide = Math.max(cell.width * most - GAP, MIN_WIDTH)
  let top = 0
  const placed = groups.map(({ code, rows }) => {
    const title = code === '' ? [] : wrapped(naming.group(code), wide, 14, true)
    const from = top
    if (title.length > 0) top += HEADING + (title.length - 1) * LINE
    const lines = inLines(rows, columns).map((line) => {
      const y = top
      top += cell.height + Math.max(...line.map((row) => saidBelow(row, board).length)) * LINE
      return { y, line }
    })
    return { code, title, from, lines }
  })
  if (top === 0) return null
  const size = { width: wide, height: top }
  return toDrawing(
    <svg class="cmp-picture" {...size} viewBox={`0 0 ${size.width} ${size.height}`}>
      {placed.map(({ code, title, from, lines }) => (
        <g key={code}>
          {title.map((part, index) => (
            <text class="heading" key={part} x="0" y={from + 20 + index * LINE}>
              {part}
            </text>
          ))}
          {lines.flatMap(({ y, line }) =>
            line.map((row, index) => (
              <g key={row.key} transform={`translate(${index * cell.width} ${y})`}>
                <Cell row={row} name={[naming.over(row), naming.row(row)].filter(Boolean).join(' · ')} board={board} />
              </g>
            )),
          )}
        </g>
      ))}
    </svg>,
  )
}

const inLines = (rows: readonly Row[], columns: number): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / columns) }, (_, index) =>
    rows.slice(index * columns, (index + 1) * columns),
  )

/** Under the status: the reason, the latest figure, the promise and what else is to be known of the drawing. */
function saidBelow(row: Row, board: Board): string[] {
  const { plot, words } = drawnOf(row, board)
  const hasFigure = row.target.indicator.kind !== 'done' && row.progress.latest !== null
  return [
    row.progress.reason ? say(STATUS_REASON_LABELS[row.progress.reason]) : '',
    hasFigure ? toldLatest(row) : '',
    toldGoal(row, hasFigure) ?? '',
    plot && words ? words : '',
  ].flatMap((line) => (line ? wrapped(line, board.frame.width, 12) : []))
}

function Cell({ row, name, board }: { row: Row; name: string; board: Board }) {
  const { width, height } = board.frame
  const { plot, words } = drawnOf(row, board)
  const title = wrapped(name, width, 13, true).slice(0, NAME_LINES)
  const foot = NAME_LINES * LINE + height + 16
  return (
    <>
      {title.map((line, index) => (
        <text class="name" key={line} x="0" y={(NAME_LINES - title.length + index) * LINE + 13}>
          {line}
        </text>
      ))}
      <g transform={`translate(0 ${NAME_LINES * LINE})`}>
        {plot ? (
          <PanelDrawing plot={plot} board={board} />
        ) : (
          wrapped(words ?? '', width, 12).map((line, index) => (
            <text key={line} x="0" y={height / 2 + index * LINE}>
              {line}
            </text>
          ))
        )}
      </g>
      <g transform={`translate(0 ${foot - 12})`}>
        <StatusIcon status={row.progress.status} size="small" />
      </g>
      <text class="said" x="20" y={foot}>
        {say(STATUS_LABELS[row.progress.status])}
      </text>
      {saidBelow(row, board).map((line, index) => (
        <text key={line} x="0" y={foot + (index + 1) * LINE}>
          {line}
        </text>
      ))}
    </>
  )
}
