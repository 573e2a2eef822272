import { STATUSES } from '../../../server/domain/words.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { either, language, say, textOf } from '../../i18n/language.ts'
import { reportText } from '../../i18n/report.ts'
import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { countByStatus } from '../overview/judged.ts'
import { Heading } from './Heading.tsx'
import { official, toDocumentDay } from './official.ts'
import { findTogether, toChangesSentence, toStageSentence } from './overall-sentences.ts'
import type { ReportQuery } from './query.ts'
import type { ReportData } from './report-data.ts'
import type { Stage } from './stages.ts'
import type { Subject } from './subject.ts'

interface Props {
  data: ReportData
  query: ReportQuery
  subject: Subject
  stages: readonly Stage[]
}

/** 一、总体情况: how many stand how, in sentences and in one table of counts. */
export function Overall({ data, query, subject, stages }: Props) {
  const text = textOf(reportText)
  const day = toDocumentDay(data.asOf, language.value)
  const own = new Set(data.targets.map(({ planCode }) => planCode))
  const plans = data.plans.filter(({ code }) => own.has(code)).map(({ titleZh, titleEn }) => either(titleZh, titleEn))
  const { length } = data.targets
  const scope =
    subject.kind === 'plan'
      ? text.scopeOfPlan(day, subject.name, length)
      : text.scopeOfRegion(day, subject.name, length, plans)
  return (
    <section>
      <Heading number={1}>{text.headings.overall}</Heading>
      <p>
        {official(
          query.milestone === 'all' ? scope : scope + text.sentences + text.only(query.milestone),
          language.value,
        )}
      </p>
      {stages.map(({ choice, summary }) => (
        <p key={choice}>{toStageSentence(summary, findTogether(data.composites, query, choice), language.value)}</p>
      ))}
      {data.changes && <p>{toChangesSentence(data.changes, language.value)}</p>}
      <CountTable stages={stages} />
    </section>
  )
}

function CountTable({ stages }: { stages: readonly Stage[] }) {
  const text = textOf(reportText)
  const totals = countByStatus(stages.flatMap(({ rows }) => rows))
  return (
    <table class="report-table counts-by-status" role="table">
      <caption>{text.table(1, text.countsTitle)}</caption>
      <thead>
        <tr role="row">
          <th scope="col" role="columnheader">
            {text.stageColumn}
          </th>
          {STATUSES.map((status) => (
            <th key={status} scope="col" role="columnheader">
              <StatusIcon status={status} size="small" />
              <span>{say(STATUS_LABELS[status])}</span>
            </th>
          ))}
          <th scope="col" role="columnheader">
            {text.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {stages.map(({ choice, summary }) => (
          <tr key={choice} role="row">
            <th scope="row" role="rowheader">
              {text.stageRow(choice)}
            </th>
            {STATUSES.map((status) => (
              <td key={status} role="cell" data-label={say(STATUS_LABELS[status])}>
                {summary.counts[status]}
              </td>
            ))}
            <td role="cell" data-label={text.total}>
              {summary.total}
            </td>
          </tr>
        ))}
        {stages.length > 1 && (
          <tr role="row" class="sum">
            <th scope="row" role="rowheader">
              {text.total}
            </th>
            {STATUSES.map((status) => (
              <td key={status} role="cell" data-label={say(STATUS_LABELS[status])}>
                {totals[status]}
              </td>
            ))}
            <td role="cell" data-label={text.total}>
              {stages.reduce((sum, { summary }) => sum + summary.total, 0)}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
