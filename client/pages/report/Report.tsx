import { toYearInShanghai } from '../../format.ts'
import { either, language, textOf } from '../../i18n/language.ts'
import { reportText } from '../../i18n/report.ts'
import { milestoneYears } from '../overview/judged.ts'
import { Attention } from './Attention.tsx'
import { DataSection } from './DataSection.tsx'
import { Notes } from './Notes.tsx'
import { toDocumentDay } from './official.ts'
import { Overall } from './Overall.tsx'
import { type ReportQuery, reportAddress } from './query.ts'
import type { ReportData, Subjects } from './report-data.ts'
import { ReportTools } from './ReportTools.tsx'
import { toAttention } from './rows.ts'
import { toParts, toStages } from './stages.ts'
import { FIRST_TABLE, Standing } from './Standing.tsx'
import type { Subject } from './subject.ts'

interface Props {
  data: ReportData
  query: ReportQuery
  subject: Subject
  subjects: Subjects
}

/** The document as it is read and printed, under the tools that are not part of it. */
export function Report({ data, query, subject, subjects }: Props) {
  const text = textOf(reportText)
  const stages = toStages(data.targets, query.milestone, toYearInShanghai(data.asOf))
  const names = partNames(data, subject)
  const parts = toParts(stages, ({ planCode, indicator }) => (subject.kind === 'region' ? planCode : indicator.theme), [
    ...names.keys(),
  ])
  const isSample = data.targets.some(({ sample }) => sample)
  return (
    <>
      <ReportTools query={query} subjects={subjects} years={milestoneYears(data.targets)} />
      <article class={isSample ? 'report of-samples' : 'report'}>
        {isSample && <p class="report-mark screen-only">{text.sample}</p>}
        <header class="report-head">
          <h1>{subject.title}</h1>
          <p>{text.asOf(toDocumentDay(data.asOf, language.value))}</p>
        </header>
        {stages.length === 0 ? (
          <>
            <p>{text.nothing}</p>
            <p>{text.nothingNote}</p>
            <p class="screen-only">
              <a href={reportAddress({ ...query, milestone: 'all' })}>{text.allStages}</a>
            </p>
          </>
        ) : (
          <>
            <Overall data={data} query={query} subject={subject} stages={stages} />
            <Attention rows={toAttention(stages.flatMap(({ rows }) => rows))} asOf={query.asOf} />
            <Standing parts={parts} names={names} years={data.years} asOf={query.asOf} />
            <DataSection data={data} stages={stages} table={FIRST_TABLE + parts.length} />
            <Notes data={data} stages={stages} isSample={isSample} />
          </>
        )}
      </article>
    </>
  )
}

/** A region's targets are told by plan, a plan's by theme. */
function partNames({ plans, themes }: ReportData, { kind }: Subject): Map<string, string> {
  const { planHeading } = textOf(reportText)
  return new Map(
    kind === 'region'
      ? plans.map(({ code, titleZh, titleEn }) => [code, planHeading(either(titleZh, titleEn))])
      : themes.map(({ code, nameZh, nameEn }) => [code, either(nameZh, nameEn)]),
  )
}
