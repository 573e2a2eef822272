import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { TakeAlong } from '../../components/TakeAlong.tsx'
import { compareText } from '../../i18n/compare.ts'
import { say, textOf } from '../../i18n/language.ts'
import { targetAddress } from '../../state/address.ts'
import { csvAddress, type View } from './address.ts'
import type { Names } from './compare-data.ts'
import { HeatLegend } from './HeatLegend.tsx'
import { type HeatCell, heatYears, latestTurn, toCells } from './heat.ts'
import { toHeatDrawing } from './heat-picture.tsx'
import { type Naming, toNaming } from './naming.ts'
import type { PictureWords } from './picture-words.ts'
import type { Group, Row } from './rows.ts'
import { toldCell } from './told-cell.ts'

/** A map of so many rows fits a screen, and stays in sight beside the drawings. */
const STAYS = 20

interface Props {
  groups: readonly Group[]
  view: View
  names: Names
  words: PictureWords
}

/** In which year did it turn: the status of every target by year, with a bar where it is another than before. */
export function HeatMap({ groups, view, names, words }: Props) {
  const text = textOf(compareText)
  const { years, older } = heatYears(groups)
  const naming = toNaming(groups, view, names)
  const rows = groups.flatMap((group) => group.rows)
  const turn = latestTurn(rows)
  return (
    <section class={rows.length <= STAYS ? 'section cmp-heat stays' : 'section cmp-heat'}>
      <header>
        <h2>{text.heat}</h2>
        <p class="aside small">{text.heatNote}</p>
      </header>
      {years.length === 0 ? (
        <p>{text.heatEmpty}</p>
      ) : (
        <>
          <p class="small">
            {turn ? text.heatTurn(turn.year, turn.count) : text.heatNone}
            {older && text.sentences + text.heatOlder}
          </p>
          <HeatLegend groups={groups} years={years} />
          <table>
            <caption class="visually-hidden">{text.heatCaption}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span class="visually-hidden">{text.heatTarget}</span>
                </th>
                {years.map((year) => (
                  <th key={year} scope="col">
                    {year}
                  </th>
                ))}
              </tr>
            </thead>
            {groups.map((group) => (
              <HeatGroup key={group.code} group={group} years={years} naming={naming} asOf={view.asOf} />
            ))}
          </table>
          <TakeAlong
            name={words.file('heat')}
            title={`${words.scope}${text.colon}${text.heat}`}
            notes={[text.heatNote, ...words.notes.slice(-2)]}
            drawing={() => toHeatDrawing(groups, years, naming)}
            csv={csvAddress(view)}
          />
        </>
      )}
    </section>
  )
}

interface GroupProps {
  group: Group
  years: readonly number[]
  naming: Naming
  asOf: string
}

function HeatGroup({ group: { code, rows }, years, naming, asOf }: GroupProps) {
  return (
    <tbody>
      {code && (
        <tr class="group">
          <th colSpan={years.length + 1} scope="rowgroup">
            {naming.group(code)}
          </th>
        </tr>
      )}
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">
            <a class="plain" href={targetAddress(row.target.id, row.progress.milestoneYear, asOf || undefined)}>
              {naming.row(row)}
            </a>
          </th>
          {toCells(row, years).map((cell) => (
            <Cell key={cell.year} row={row} cell={cell} name={naming.row(row)} />
          ))}
        </tr>
      ))}
    </tbody>
  )
}

function Cell({ row, cell, name }: { row: Row; cell: HeatCell; name: string }) {
  const told = toldCell(row, cell, name)
  if (cell.standing === null) {
    return (
      <td class="none">
        <span aria-hidden="true">·</span>
        <span class="visually-hidden">{told}</span>
      </td>
    )
  }
  const { status } = cell.standing
  return (
    <td class={`status-${status}${cell.turned ? ' turned' : ''}`} title={say(STATUS_LABELS[status])}>
      <StatusIcon status={status} />
      <span class="visually-hidden">{told}</span>
    </td>
  )
}
