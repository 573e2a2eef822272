import { either, textOf } from '../../i18n/language.ts'
import { reportText } from '../../i18n/report.ts'
import { formalRegion } from '../entry/formal-region.ts'
import { type ReportQuery, reportAddress } from './query.ts'
import type { Subjects } from './report-data.ts'

interface Props {
  query: ReportQuery
  subjects: Subjects
}

/** Every region and plan that a report can be about; says so where the address named another. */
export function ReportChoice({ query, subjects }: Props) {
  const text = textOf(reportText)
  const unknown = query.plan || query.region
  const lists = [
    {
      title: text.regions,
      links: subjects.regions.map(({ code, nameZh, nameEn }) => ({
        href: reportAddress({ ...query, region: code, plan: '' }),
        name: either(formalRegion(code, nameZh), nameEn),
      })),
    },
    {
      title: text.plans,
      links: subjects.plans.map(({ code, titleZh, titleEn }) => ({
        href: reportAddress({ ...query, region: '', plan: code }),
        name: either(`《${titleZh}》`, titleEn),
      })),
    },
  ]
  return (
    <div class="report-choice">
      <div class="lede">
        <h1>{text.choose}</h1>
        <p>{text.chooseNote}</p>
      </div>
      {unknown && <p role="alert">{text.unknown(unknown)}</p>}
      <div class="report-lists">
        {lists.map(({ title, links }) => (
          <section key={title} class="section">
            <h2>{title}</h2>
            <ul>
              {links.map(({ href, name }) => (
                <li key={href}>
                  <a href={href}>{name}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}
