import { useLocation } from 'preact-iso'
import { textOf } from '../../i18n/language.ts'
import { reportText } from '../../i18n/report.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { type ReportQuery, toReportQuery } from './query.ts'
import { Report } from './Report.tsx'
import { ReportChoice } from './ReportChoice.tsx'
import { loadReport, loadSubjects, type Subjects } from './report-data.ts'
import { findSubject, type Subject } from './subject.ts'
import '../compare/compare.css'
import './report.css'
import './report-tables.css'
import './report-print.css'

/** 进展通报 of a region or plan: a document to read here and to print; without either, what there is to choose from. */
export function ReportPage() {
  const query = toReportQuery(useLocation().query)
  const subjects = useAnswer('report subjects', loadSubjects)
  const known = subjects.state === 'ready' ? subjects.value : undefined
  const subject = known && findSubject(query, known)
  useTitle(subject?.title ?? textOf(reportText).title)
  if (subjects.state === 'loading') return <Waiting slow={subjects.slow} />
  if (subjects.state === 'problem') return <Trouble problem={subjects.problem} retry={subjects.retry} />
  if (subject === undefined) return <ReportChoice query={query} subjects={subjects.value} />
  return <ReportOf query={query} subject={subject} subjects={subjects.value} />
}

function ReportOf({ query, subject, subjects }: { query: ReportQuery; subject: Subject; subjects: Subjects }) {
  const { region, plan, milestone, asOf } = query
  const answer = useAnswer(`report ${region} ${plan} ${milestone} ${asOf}`, (signal) => loadReport(query, signal))
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  return <Report data={answer.value} query={query} subject={subject} subjects={subjects} />
}
