import { useState } from 'preact/hooks'
import { Figure } from '../../components/Figure.tsx'
import { StatusWord } from '../../components/StatusWord.tsx'
import { MISSING, placesOf, toPercent } from '../../format.ts'
import { unitOf } from '../../goal.ts'
import { compareText } from '../../i18n/compare.ts'
import { language, textOf } from '../../i18n/language.ts'
import type { Naming } from './naming.ts'
import type { Group, Row } from './rows.ts'
import { shownFigure, type Told, toldFigure, toldGoal, toldInYear, toldReason } from './told.ts'

interface Props {
  groups: readonly Group[]
  naming: Naming
}

/** The same numbers as in the drawings, a line per target and year; made when it is asked for. */
export function FigureTable({ groups, naming }: Props) {
  const text = textOf(compareText)
  const [open, setOpen] = useState(false)
  const { columns } = text
  return (
    <details class="section cmp-figures" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.table}</summary>
      {open && (
        <table>
          <caption class="visually-hidden">{text.tableCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.year}</th>
              <th scope="col" class="number">
                {columns.value}
              </th>
              <th scope="col" class="number">
                {columns.covered}
              </th>
              <th scope="col" class="number">
                {columns.expected}
              </th>
              <th scope="col">{columns.status}</th>
            </tr>
          </thead>
          {groups.flatMap(({ code, rows }) =>
            rows.map((row) => (
              <RowLines
                key={row.key}
                row={row}
                name={code ? `${naming.group(code)} · ${naming.row(row)}` : naming.row(row)}
              />
            )),
          )}
        </table>
      )}
    </details>
  )
}

function RowLines({ row, name }: { row: Row; name: string }) {
  const text = textOf(compareText)
  const { indicator } = row.target
  const { baseline } = row.progress
  const base = baseline
    ? text.base(toldFigure({ value: baseline.value, derived: false }, indicator), baseline.year)
    : text.noBase
  const unit = unitOf(indicator, language.value)
  const all = row.years.flatMap((one) => [one, { value: one.expected, derived: true }])
  const places = Math.max(0, ...all.map((one) => placesOf(shownFigure(one, indicator))))
  const told = (one: Told) => ({ value: shownFigure(one, indicator), unit, places })
  const about = [...(indicator.kind === 'done' ? [] : [base]), toldGoal(row)].filter(Boolean)
  return (
    <tbody>
      <tr class="group">
        <th colSpan={5} scope="rowgroup">
          {text.boardUnit(name, unit)} <span class="aside">{about.join(text.comma)}</span>
        </th>
      </tr>
      {row.years.map((standing) => (
        <tr key={standing.year}>
          <th scope="row">{standing.year}</th>
          <td class="number">
            {indicator.kind === 'done' ? toldInYear(standing, indicator) : <Figure {...told(standing)} />}
            {standing.provisional && text.reason(text.provisional)}
          </td>
          <td class="number">{indicator.kind === 'done' ? MISSING : toPercent(standing.coveredShare)}</td>
          <td class="number">
            <Figure {...told({ value: standing.expected, derived: true })} />
          </td>
          <td>
            <StatusWord status={standing.status} size="small" />
            {toldReason(standing)}
          </td>
        </tr>
      ))}
      {row.years.length === 0 && (
        <tr>
          <td colSpan={4}>{text.noFigure}</td>
          <td>
            <StatusWord status={row.progress.status} size="small" />
            {toldReason(row.progress)}
          </td>
        </tr>
      )}
    </tbody>
  )
}
