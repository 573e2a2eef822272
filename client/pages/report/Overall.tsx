import type { Changes } from '../../../server/contract/changes.ts'
import { STATUSES } from '../../../server/domain/words.ts'
import { toShare } from '../../format.ts'
import { StatusIcon } from '../../components/StatusIcon.tsx'
import { either, language, say, textOf } from '../../i18n/language.ts'
import { reportText } from '../../i18n/report.ts'
import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import type { MilestoneChoice } from '../overview/filters.ts'
import { Heading } from './Heading.tsx'
import { official, toDocumentDay } from './official.ts'
import type { ReportQuery } from './query.ts'
import type { ReportData } from './report-data.ts'
import { countEvery } from './rows.ts'
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
        <p key={choice}>
          {official([text.stage(summary), toComposite(data, query, choice)].join(text.sentences), language.value)}
        </p>
      ))}
      {data.changes && <ChangesSince changes={data.changes} />}
      <CountTable stages={stages} />
    </section>
  )
}

/** How the milestones of a stage stand together, and what that leaves out. */
function toComposite({ composites }: ReportData, { region, plan }: ReportQuery, choice: MilestoneChoice): string {
  const text = textOf(reportText)
  const answer = composites.find(({ milestone }) => milestone === choice)
  const found = plan
    ? answer?.plans.find(({ code }) => code === plan)
    : answer?.regions.find(({ code }) => code === region)
  if (found === undefined) return ''
  const { total, assessable, kept, mean, counted, weighted } = found
  const told = [text.kept(assessable, kept, total - assessable)]
  if (mean !== null) told.push(text.mean(toShare(mean), counted, assessable - counted, weighted))
  return told.join(text.sentences)
}

/** What is known now and was not when the last round closed. */
function ChangesSince({ changes: { since, counts } }: { changes: Changes }) {
  const text = textOf(reportText)
  const { statuses, turnedTo, figuresAdded, figuresCorrected, targetsAdded, targetsRevised } = counts
  const others = [
    figuresAdded && text.figuresAdded(figuresAdded),
    figuresCorrected && text.figuresCorrected(figuresCorrected),
    targetsAdded && text.targetsAdded(targetsAdded),
    targetsRevised && text.targetsRevised(targetsRevised),
  ].filter((told) => told !== 0)
  const told = [statuses > 0 ? text.turned(statuses, turnedTo) : text.notTurned, ...others]
  const what = statuses === 0 && others.length === 0 ? text.nothingChanged : told.join(text.comma) + text.end
  return <p>{official(text.since(toDocumentDay(since, language.value)) + what, language.value)}</p>
}

function CountTable({ stages }: { stages: readonly Stage[] }) {
  const text = textOf(reportText)
  const totals = countEvery(stages.flatMap(({ rows }) => rows))
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
