import { either, language, textOf } from '../../i18n/language.ts'
import { reportText } from '../../i18n/report.ts'
import { Heading } from './Heading.tsx'
import { official } from './official.ts'
import type { ReportData } from './report-data.ts'
import type { Stage } from './stages.ts'

interface Props {
  data: ReportData
  stages: readonly Stage[]
  isSample: boolean
}

/** 五、说明: how it was judged, by which version, where to check it, and what it rests on. */
export function Notes({ data, stages, isSample }: Props) {
  const text = textOf(reportText)
  const method = stages[0]?.rows[0]?.progress.method
  const own = new Set(data.targets.map(({ planCode }) => planCode))
  const sources = data.plans
    .filter(({ code }) => own.has(code))
    .map(({ titleZh, titleEn, documentNumber }) => text.source(either(titleZh, titleEn), documentNumber ?? ''))
  return (
    <section>
      <Heading number={5}>{text.headings.notes}</Heading>
      <p>
        {text.method.join(text.sentences)}
        {text.sentences}
        {method && official(text.version(text.methodName, method.version), language.value)}
      </p>
      <p>
        {text.check}
        <span class="address">{`${location.origin}/method`}</span>
        {text.end}
      </p>
      <p>{text.sources + sources.join(language.value === 'en' ? '; ' : '、') + text.sourcesEnd}</p>
      <p>{official(text.program(data.version), language.value)}</p>
      {isSample && <p class="sample-note">{text.sampleNote}</p>}
    </section>
  )
}
