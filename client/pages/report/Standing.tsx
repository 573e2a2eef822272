import { FLAG_LABELS, STATUS_REASON_LABELS } from '../../../server/domain/labels.ts'
import { language, say, textOf } from '../../i18n/language.ts'
import { reportText } from '../../i18n/report.ts'
import type { Years } from '../compare/rows.ts'
import { placesOfRows } from './column-places.ts'
import { BaselineCell, GoalCell, LatestCell, ShareCell, UnitCell } from './FigureCells.tsx'
import { Heading, Subheading } from './Heading.tsx'
import { Multiples } from './Multiples.tsx'
import { NameCell, Standing as StandingWord } from './NameCell.tsx'
import { official } from './official.ts'
import type { Row } from './rows.ts'
import type { Part } from './stages.ts'

/** Counts and attention have the two before. */
export const FIRST_TABLE = 3

interface Props {
  parts: readonly Part[]
  /** What plans or themes are called. */
  names: ReadonlyMap<string, string>
  years: Years
  /** As the address has it: links keep it. */
  asOf: string
}

/** 三、各项目标进展: every milestone, by plan for a region and by theme for a plan. */
export function Standing({ parts, names, years, asOf }: Props) {
  const text = textOf(reportText)
  const rows = parts.flatMap((part) => part.rows)
  return (
    <section>
      <Heading number={3}>{text.headings.standing}</Heading>
      <p>{official(text.standing(rows.length), language.value)}</p>
      {parts.map(({ code, rows: own }, index) => {
        const name = names.get(code) ?? code
        return (
          <section key={code}>
            <Subheading number={index + 1}>{name}</Subheading>
            <StandingTable rows={own} number={FIRST_TABLE + index} name={name} asOf={asOf} />
          </section>
        )
      })}
      <Multiples rows={rows} years={years} />
    </section>
  )
}

/** What must be said beside the status. */
const remarksOf = ({ progress }: Row): string =>
  [
    ...(progress.reason ? [say(STATUS_REASON_LABELS[progress.reason])] : []),
    ...progress.flags.map((flag) => say(FLAG_LABELS[flag])),
  ].join(textOf(reportText).listSeparator)

function StandingTable({ rows, number, name, asOf }: { rows: Row[]; number: number; name: string; asOf: string }) {
  const text = textOf(reportText)
  const { columns } = text
  const places = placesOfRows(rows)
  const heads = [columns.target, columns.unit, columns.baseline, columns.latest, columns.goal, columns.share]
  return (
    <table class="report-table every" role="table">
      <caption>{text.table(number, text.standingTitle(name))}</caption>
      <thead>
        <tr role="row">
          {[columns.number, ...heads, columns.status, columns.notes].map((head) => (
            <th key={head} scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${row.target.id} ${row.progress.milestoneYear}`} role="row">
            <td role="cell" class="index">
              {index + 1}
            </td>
            <NameCell row={row} asOf={asOf} />
            <UnitCell row={row} label={columns.unit} />
            <BaselineCell row={row} places={places} label={columns.baseline} />
            <LatestCell row={row} places={places} label={columns.latest} />
            <GoalCell row={row} places={places} label={columns.goal} />
            <ShareCell row={row} label={columns.share} />
            <td role="cell" class="status" data-label={columns.status}>
              <StandingWord row={row} />
            </td>
            <td role="cell" class="remarks" data-label={columns.notes}>
              {remarksOf(row)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
