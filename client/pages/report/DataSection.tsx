import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { either, language, say, textOf } from '../../i18n/language.ts'
import { reportText } from '../../i18n/report.ts'
import { targetText } from '../../i18n/target.ts'
import { toWording } from '../target/wording.ts'
import { toDataState } from './data-state.ts'
import { Freshness } from './Freshness.tsx'
import { Heading, Subheading } from './Heading.tsx'
import { nameOf } from './NameCell.tsx'
import { official } from './official.ts'
import type { ReportData } from './report-data.ts'
import type { Row } from './rows.ts'
import type { Stage } from './stages.ts'

interface Props {
  data: ReportData
  stages: readonly Stage[]
  /** The number of its table. */
  table: number
}

/** 四、数据情况: what must be known of the figures and promises behind all this. */
export function DataSection({ data, stages, table }: Props) {
  const text = textOf(reportText)
  const state = toDataState(data.targets, stages)
  const names = (rows: readonly Row[]): string[] =>
    rows.map((row) => text.named(nameOf(row), row.progress.milestoneYear))
  const gaps = [
    { kind: 'awaiting', rows: state.awaiting, say: text.awaiting },
    { kind: 'provisional', rows: state.provisional, say: text.provisional },
    { kind: 'missing', rows: state.missing, say: text.missing },
    { kind: 'incomplete', rows: state.incomplete, say: text.incomplete },
    { kind: 'outdated', rows: state.outdated, say: text.outdated },
  ].filter(({ rows }) => rows.length > 0)
  return (
    <section>
      <Heading number={4}>{text.headings.data}</Heading>
      <Subheading number={1}>{text.fresh}</Subheading>
      <p>{official(text.latestYears(state.latestYears), language.value)}</p>
      <Freshness data={data} />
      <Subheading number={2}>{text.gaps}</Subheading>
      {gaps.length === 0 && <p>{text.noGaps}</p>}
      {gaps.map((gap) => (
        <p key={gap.kind}>{official(gap.say(names(gap.rows)), language.value)}</p>
      ))}
      <Subheading number={3}>{text.conflicts}</Subheading>
      {state.conflicting.length === 0 && <p>{text.noConflicts}</p>}
      {state.conflicting.map(({ id, indicator, conflicts }) => (
        <p key={id}>
          {text.conflict(
            either(indicator.shortNameZh, indicator.shortNameEn),
            conflicts.map(({ noteZh, noteEn }) => either(noteZh, noteEn)).join(text.sentences),
          )}
        </p>
      ))}
      <Subheading number={4}>{text.moved}</Subheading>
      {state.moved.length === 0 ? <p>{text.noMoved}</p> : <MovedTable rows={state.moved} number={table} />}
    </section>
  )
}

/** What was promised before and after, and how it would stand by what was promised first. */
function MovedTable({ rows, number }: { rows: readonly Row[]; number: number }) {
  const text = textOf(reportText)
  const { before, after, would, is } = text.movedColumns
  return (
    <table class="report-table moved" role="table">
      <caption>{text.table(number, text.movedTitle)}</caption>
      <thead>
        <tr role="row">
          {[text.columns.target, before, after, would, is].map((head) => (
            <th key={head} scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { target, progress } = row
          const { original } = progress
          const { goal, said } = toWording(target.indicator, language.value, textOf(targetText))
          const told = (of: typeof progress.milestone, from: typeof progress.baseline): string =>
            official(
              text.promised(
                of.year,
                goal(of),
                from && target.indicator.kind !== 'done' ? text.from(from.year, said(from.value)) : '',
              ),
              language.value,
            )
          return (
            original && (
              <tr key={`${target.id} ${progress.milestoneYear}`} role="row">
                <th scope="row" role="rowheader" class="name">
                  {nameOf(row)}
                </th>
                <td role="cell" data-label={before}>
                  {told(original.milestone, original.baseline)}
                </td>
                <td role="cell" data-label={after}>
                  {told(progress.milestone, progress.baseline)}
                </td>
                <td role="cell" data-label={would}>
                  {say(STATUS_LABELS[original.status])}
                </td>
                <td role="cell" data-label={is}>
                  {say(STATUS_LABELS[progress.status])}
                </td>
              </tr>
            )
          )
        })}
      </tbody>
    </table>
  )
}
