import { MISSING_REASON_LABELS } from '../../../server/domain/labels.ts'
import type { FigureText, Milestone } from '../../../server/domain/model.ts'
import { Figure } from '../../components/Figure.tsx'
import { isZero, toRounded } from '../../format.ts'
import { toGoalFigure } from '../../goal.ts'
import { say } from '../../i18n/language.ts'
import type { Columns } from './columns.ts'
import type { FigureRow } from './figure-rows.ts'
import { toPrinted, type Wording } from './wording.ts'

/** A derived figure with the places of its table. */
export const short = (figure: FigureText | null, places: number): FigureText | null =>
  figure === null ? null : toRounded(figure, places)

interface Props {
  row: FigureRow
  milestone: Milestone
  places: number
  derivedPlaces: number
  columns: Columns
  /** What the chart draws of the milestone's year besides the target. */
  aside: readonly string[]
  wording: Wording
}

/** What one year says: entered, on the scale of the milestone, against the path, and where it is from. */
export function YearRow({ row, milestone, places, derivedPlaces, columns, aside, wording }: Props) {
  const { text, indicator } = wording
  const { kind } = indicator
  const words = text.table
  const shared = { places, unit: wording.unit }
  const figure = row.derived ? short(row.figure, derivedPlaces) : row.figure
  const classes = [row.isGoal && 'is-goal', `is-${row.role}`].filter(Boolean).join(' ')
  return (
    <tr role="row" class={classes}>
      <th role="rowheader" scope="row">
        {row.year}
      </th>
      {columns.entered && (
        <td role="cell" class="number" data-label={columns.entered}>
          <Entered row={row} base={milestone.baseline?.year} places={places} wording={wording} />
        </td>
      )}
      <td role="cell" class="number own" data-label={columns.figure}>
        {kind === 'done' && figure !== null ? (
          isZero(figure) ? (
            text.timeline.no
          ) : (
            text.timeline.yes
          )
        ) : (
          <Figure value={figure} {...shared} />
        )}
      </td>
      {columns.promised && (
        <td role="cell" class="number promised" data-label={columns.promised}>
          {row.role === 'baseline' ? (
            <span class="aside">{words.baseline}</span>
          ) : row.isGoal ? (
            <GoalFigure milestone={milestone} places={places} wording={wording} />
          ) : (
            columns.difference && <Figure value={short(row.path, derivedPlaces)} {...shared} />
          )}
        </td>
      )}
      {columns.difference && (
        <td role="cell" class="number" data-label={columns.difference}>
          <Figure value={short(row.difference, derivedPlaces)} {...shared} signed />
        </td>
      )}
      <td role="cell" class="state">
        <State row={row} milestone={milestone} wording={wording} />
      </td>
      <td role="cell" class="source">
        <Sources row={row} wording={wording} />
        {row.isGoal && aside.map((one) => <Told key={one}>{one}</Told>)}
      </td>
    </tr>
  )
}

/** The promised number under the figures, at their decimal point; an interval and what has no number as they are said. */
function GoalFigure({ milestone, places, wording }: Pick<Props, 'milestone' | 'places' | 'wording'>) {
  const { value, comparator } = milestone
  if (value !== null && comparator !== 'between') return <Figure value={value} places={places} unit={wording.unit} />
  const told = toGoalFigure(milestone, wording.indicator, wording.language)
  return <span class="nowrap">{told ?? wording.text.unquantified}</span>
}

/** What was entered, where the figure on the milestone's scale is made of it. */
function Entered({
  row,
  base,
  places,
  wording,
}: {
  row: FigureRow
  base: number | undefined
  places: number
  wording: Wording
}) {
  const { text } = wording
  const style = { places, unit: wording.unit }
  // A figure against the base year is the figure itself and stands in its own column.
  const entered = row.entered.filter(({ measure }) => measure !== `since:${base}`)
  if (row.role === 'baseline' || (entered.length === 0 && row.entered.length > 0)) return null
  if (entered.length === 0) return <Figure value={null} {...style} />
  return entered.map(({ measure, value }) => (
    <span class="entered" key={measure}>
      {measure.startsWith('since:') && <small>{text.table.sinceYear(measure.slice('since:'.length))} </small>}
      <Figure value={value} {...style} />
    </span>
  ))
}

function State({ row, milestone, wording }: { row: FigureRow; milestone: Milestone; wording: Wording }) {
  const { text } = wording
  const words = text.table
  const parts: string[] = []
  const printed = wording.indicator.kind === 'done' ? '' : toPrinted(milestone)
  if (row.role === 'baseline') parts.push(milestone.baseline?.basis === 'printed' ? words.printed : words.baseline)
  if (row.role === 'missing' && row.observations.length === 0) parts.push(words.missing)
  if (row.role === 'ahead') parts.push(row.isOver ? words.notYet : words.ahead)
  for (const one of row.observations) {
    if (one.missingReason) parts.push(say(MISSING_REASON_LABELS[one.missingReason]))
  }
  if (row.observations.some((one) => one.value !== null)) parts.push(words.approved)
  if (row.derived) parts.push(words.derived)
  if (row.isGoal) parts.push(printed ? words.goalPrinted(printed) : words.goal)
  return (
    <>
      {wording.language === 'en' ? listedEn([...new Set(parts)]) : [...new Set(parts)].join('，')}
      {row.observations.some((one) => one.provisional) && <span class="tag">{words.provisional}</span>}
      {row.observations.some((one) => one.sample) && <span class="tag">{text.sample}</span>}
    </>
  )
}

/** “Approved, target”: one capital letter. */
const listedEn = ([first = '', ...others]: readonly string[]): string =>
  [first, ...others.map((part) => part.charAt(0).toLowerCase() + part.slice(1))].join(', ')

function Sources({ row, wording }: { row: FigureRow; wording: Wording }) {
  const words = wording.text.table
  const texts = row.observations.flatMap((one) => [
    one.source,
    one.note,
    one.breakBefore ? words.breakBefore : null,
    one.revision > 1 ? words.corrected(one.revision - 1) : null,
  ])
  return [...new Set(texts.flatMap((one) => one ?? []))].map((one) => <Told key={one}>{one}</Told>)
}

function Told({ children }: { children: string }) {
  return <span class="told">{children}</span>
}
