import { useLocation } from 'preact-iso'
import { either, textOf } from '../../i18n/language.ts'
import { reportText } from '../../i18n/report.ts'
import { csvAddress } from '../../state/address.ts'
import { formalRegion } from '../entry/formal-region.ts'
import { type ReportQuery, reportAddress, toParams } from './query.ts'
import type { Subjects } from './report-data.ts'

interface Props {
  query: ReportQuery
  subjects: Subjects
  /** In which something is due. */
  years: readonly number[]
}

/** What the document is about, and how to take it along. Not on paper. */
export function ReportTools({ query, subjects, years }: Props) {
  const text = textOf(reportText)
  const { route } = useLocation()
  const chooseSubject = (value: string): void => {
    const [kind = '', code = ''] = value.split(' ')
    route(reportAddress({ ...query, region: kind === 'region' ? code : '', plan: kind === 'plan' ? code : '' }))
  }
  const chooseMilestone = (value: string): void =>
    route(reportAddress({ ...query, milestone: value === 'all' || value === 'next' ? value : Number(value) }))
  return (
    <search class="report-tools screen-only" aria-label={text.tools}>
      <label>
        <span>{text.subject}</span>
        <select
          value={query.plan ? `plan ${query.plan}` : `region ${query.region}`}
          onChange={(event) => chooseSubject(event.currentTarget.value)}
        >
          <optgroup label={text.regions}>
            {subjects.regions.map(({ code, nameZh, nameEn }) => (
              <option key={code} value={`region ${code}`}>
                {either(formalRegion(code, nameZh), nameEn)}
              </option>
            ))}
          </optgroup>
          <optgroup label={text.plans}>
            {subjects.plans.map(({ code, titleZh, titleEn }) => (
              <option key={code} value={`plan ${code}`}>
                {either(titleZh, titleEn)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <label>
        <span>{text.milestone}</span>
        <select value={String(query.milestone)} onChange={(event) => chooseMilestone(event.currentTarget.value)}>
          <option value="all">{text.all}</option>
          {withAsked(years, query.milestone).map((year) => (
            <option key={year} value={String(year)}>
              {text.year(year)}
            </option>
          ))}
          <option value="next">{text.next}</option>
        </select>
      </label>
      <a href={csvAddress('progress', toParams(query))}>{text.csv}</a>
      <button type="button" class="button main" onClick={() => print()}>
        {text.print}
      </button>
      <p class="small aside">{text.printHint}</p>
    </search>
  )
}

/** The year of the address is told even where nothing is due in it. */
const withAsked = (years: readonly number[], asked: ReportQuery['milestone']): number[] =>
  typeof asked === 'number' && !years.includes(asked) ? [...years, asked].toSorted((a, b) => a - b) : [...years]
