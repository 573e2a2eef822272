import { language, textOf } from '../../i18n/language.ts'
import { reportText } from '../../i18n/report.ts'
import { drawnOf } from '../compare/drawn.ts'
import { type Board, toShareBoard } from '../compare/panel-frame.ts'
import { PanelDrawing } from '../compare/PanelDrawing.tsx'
import { keyOf, type Years } from '../compare/rows.ts'
import { toldRow } from '../compare/told.ts'
import { nameOf, Standing } from './NameCell.tsx'
import { official } from './official.ts'
import type { Row } from './rows.ts'

interface Props {
  rows: readonly Row[]
  years: Years
}

/** How the way from baseline to target was covered year by year, each milestone in a small drawing on the same axis. */
export function Multiples({ rows, years }: Props) {
  const text = textOf(reportText)
  const compared = rows.map((row) => {
    const key = keyOf(row.target.id, row.progress.milestoneYear)
    return { ...row, key, years: years.get(key) ?? [] }
  })
  const board = toShareBoard(compared)
  const drawn = compared.filter((row) => drawnOf(row, board).plot !== null)
  if (drawn.length === 0) return null
  const left = rows.length - drawn.length
  return (
    <figure class="report-chart">
      <figcaption>{text.chart(1, text.chartTitle)}</figcaption>
      <ul>
        {drawn.map((row) => (
          <Small key={row.key} row={row} board={board} />
        ))}
      </ul>
      <p class="chart-note">
        {official(text.chartNote + (left > 0 ? text.sentences + text.notDrawn(left) : ''), language.value)}
      </p>
    </figure>
  )
}

interface SmallProps {
  row: Row & Parameters<typeof drawnOf>[0]
  board: Board
}

function Small({ row, board }: SmallProps) {
  const text = textOf(reportText)
  const { plot, words } = drawnOf(row, board)
  const name = official(text.named(nameOf(row), row.progress.milestoneYear), language.value)
  const { width, height } = board.frame
  return (
    <li>
      <p class="chart-name">
        {nameOf(row)}
        <span class="nowrap">{name.slice(nameOf(row).length)}</span>
      </p>
      {plot && (
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={toldRow(row, name)}>
          <PanelDrawing plot={plot} board={board} />
        </svg>
      )}
      <Standing row={row} />
      {words && <small>{words}</small>}
    </li>
  )
}
