import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { language, say, textOf } from '../../i18n/language.ts'
import { reportText } from '../../i18n/report.ts'
import { WORST_FIRST } from '../../../server/domain/attention.ts'
import { countByStatus } from '../overview/judged.ts'
import { toAttentionSentence } from './attention-sentence.ts'
import { placesOfRows } from './column-places.ts'
import { GapCell, GoalCell, LatestCell, PerYearCell, ProjectedCell, UnitCell } from './FigureCells.tsx'
import { Heading } from './Heading.tsx'
import { NameCell, nameOf } from './NameCell.tsx'
import { official } from './official.ts'
import type { Row } from './rows.ts'
import { toShortQuote } from './short-quote.ts'

interface Props {
  rows: readonly Row[]
  asOf: string
}

/** 二、需要重点关注的目标: the numbers in a table, then a paragraph for each. */
export function Attention({ rows, asOf }: Props) {
  const text = textOf(reportText)
  return (
    <section>
      <Heading number={2}>{text.headings.attention}</Heading>
      {rows.length === 0 ? (
        <p>{text.attentionNone}</p>
      ) : (
        <>
          <p>{official(text.attention(countByStatus(rows), rows.length, WORST_FIRST), language.value)}</p>
          <AttentionTable rows={rows} asOf={asOf} />
          <ol class="report-items">
            {rows.map((row, index) => (
              <AttentionItem key={`${row.target.id} ${row.progress.milestoneYear}`} row={row} number={index + 1} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function AttentionItem({ row, number }: { row: Row; number: number }) {
  const text = textOf(reportText)
  const { target, progress } = row
  const quote = toShortQuote(target.quote, progress.milestone, target.indicator.unitZh)
  const [before = '', after = ''] = text.quote('\n').split('\n')
  return (
    <li>
      <b>
        {`${number}. ${text.attentionName(nameOf(row), progress.milestoneYear, say(STATUS_LABELS[progress.status]))}`}
      </b>
      {before}
      <q lang="zh-CN">{quote.replace(/。$/, '')}</q>
      {after}
      {toAttentionSentence(row, language.value)}
      {text.sentences}
      {text.owner(target.ownerZh)}
    </li>
  )
}

function AttentionTable({ rows, asOf }: Props) {
  const text = textOf(reportText)
  const { columns } = text
  const places = placesOfRows(rows)
  const heads = [columns.target, columns.unit, columns.latest, columns.goal, columns.gap, columns.perYear]
  return (
    <table class="report-table attention" role="table">
      <caption>{text.table(2, text.attentionTitle)}</caption>
      <thead>
        <tr role="row">
          {[columns.number, ...heads, columns.projected, columns.owner].map((head) => (
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
            <NameCell row={row} asOf={asOf} withStatus />
            <UnitCell row={row} label={columns.unit} />
            <LatestCell row={row} places={places} label={columns.latest} />
            <GoalCell row={row} places={places} label={columns.goal} />
            <GapCell row={row} places={places} label={columns.gap} />
            <PerYearCell row={row} places={places} label={columns.perYear} />
            <ProjectedCell row={row} label={columns.projected} />
            <td role="cell" data-label={columns.owner}>
              {row.target.ownerZh ?? text.notPrinted}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
