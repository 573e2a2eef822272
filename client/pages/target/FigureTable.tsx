import type { TargetDetail } from '../../../server/contract/target.ts'
import type { Milestone } from '../../../server/domain/model.ts'
import type { Drawn, TargetChartData } from '../../charts/chart-data.ts'
import { placesOf, toDate } from '../../format.ts'
import { observationsCsv } from './addresses.ts'
import { toColumns } from './columns.ts'
import { type FigureRow, toFigureRows } from './figure-rows.ts'
import { short, YearRow } from './YearRow.tsx'
import { placesForSum, type Wording } from './wording.ts'

interface Props {
  detail: TargetDetail
  chart: TargetChartData
  milestone: Milestone
  asOf: string | undefined
  wording: Wording
}

/**
 * The figures of the chart and everything that a chart cannot hold: what was entered, by whom published, with what note.
 *
 * The roles stand in the markup because the narrow version changes `display`, which drops them in some browsers.
 */
export function FigureTable({ detail, chart, milestone, asOf, wording }: Props) {
  const { text, indicator } = wording
  const { kind } = indicator
  const rows = toFigureRows(detail, chart, milestone)
  const derivedPlaces = derivedPlacesOf(rows, indicator.decimals)
  const places = placesFor(rows, milestone, derivedPlaces)
  const columns = toColumns(milestone, hasPath(chart), wording)
  const goalAsides = toGoalAsides(chart, wording)
  const base = milestone.baseline?.year
  const aside =
    kind === 'change' && base
      ? text.table.since(wording.unit, base)
      : kind === 'flow' && base
        ? text.table.sumSince(wording.unit, base)
        : wording.unit
  return (
    <section class="section">
      <header>
        <h2 id="figures">{text.table.title}</h2>
        {kind !== 'done' && <span class="aside small">{aside}</span>}
        <a
          class="more screen-only"
          href={observationsCsv(detail, asOf)}
          aria-label={text.table.downloadOf(text.table.title)}
        >
          {text.table.download}
        </a>
      </header>
      {detail.observations.length === 0 && <p class="aside">{text.table.none}</p>}
      <table role="table" class="figure-table" aria-labelledby="figures">
        <thead>
          <tr>
            <th scope="col">{text.table.year}</th>
            {columns.entered && <NumberHead text={columns.entered} unit={wording.unit} />}
            <NumberHead text={columns.figure} unit={wording.unit} />
            {columns.promised && <NumberHead text={columns.promised} unit={wording.unit} />}
            {columns.difference && <NumberHead text={columns.difference} unit={wording.differenceUnit} />}
            <th scope="col">{text.table.state}</th>
            <th scope="col">{text.table.source}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <YearRow
              key={`${row.year} ${row.role}`}
              row={row}
              milestone={milestone}
              places={places}
              derivedPlaces={derivedPlaces}
              columns={columns}
              aside={goalAsides}
              wording={wording}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What is drawn at the milestone's year besides the target, so that the table tells all that the chart shows. */
function toGoalAsides({ projection, former }: TargetChartData, { text, said }: Wording): string[] {
  const at = ({ figure }: Drawn): string => said(figure, true)
  return [
    projection && text.table.projected(at(projection.to), at(projection.slowest), at(projection.fastest)),
    former && text.table.former(said(former.figure), toDate(former.until)),
  ].flatMap((one) => one ?? [])
}

function NumberHead({ text, unit }: { text: string; unit: string }) {
  return (
    <th scope="col" class="number">
      {text}
      {unit && <small> {unit}</small>}
    </th>
  )
}

const hasPath = ({ chosen }: TargetChartData): boolean => chosen !== null && chosen.path.length > 0

/** Digits after the point that a column keeps free, so that all of it lines up. */
const placesFor = (rows: readonly FigureRow[], milestone: Milestone, derivedPlaces: number): number => {
  const shown = rows.flatMap((row) => [
    row.derived ? short(row.figure, derivedPlaces) : row.figure,
    short(row.path, derivedPlaces),
  ])
  return Math.min(4, Math.max(placesOf(milestone.value), ...shown.map(placesOf)))
}

/** How many places derived figures get, for the three numbers of each row to add up. */
const derivedPlacesOf = (rows: readonly FigureRow[], decimals: number): number =>
  Math.max(
    decimals,
    1,
    ...rows.map(({ figure, path, derived, difference }) =>
      figure !== null && path !== null && difference !== null ? placesForSum(figure, path, derived, decimals) : 0,
    ),
  )
