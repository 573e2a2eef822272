import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Target } from '../../../../server/contract/target.ts'
import { mentionsAll } from '../../../../server/domain/search.ts'
import { ColumnHeads } from '../../../components/ColumnHeads.tsx'
import { Limited } from '../../../components/Limited.tsx'
import { adminText } from '../../../i18n/admin.ts'
import { targetsText } from '../../../i18n/admin-targets.ts'
import { either, language, textOf } from '../../../i18n/language.ts'
import { targetText } from '../../../i18n/target.ts'
import { toWording } from '../../target/wording.ts'
import { adminAddress } from '../address.ts'
import { SearchLine } from '../SearchLine.tsx'
import type { TargetsData } from './targets-data.ts'

/** All targets, by plan, with a way to revise each. */
export function TargetTable({ data, plan }: { data: TargetsData; plan: string }) {
  const text = textOf(targetsText)
  const words = textOf(adminText)
  const { route } = useLocation()
  const [q, setQ] = useState('')
  const plans = new Map(data.plans.map(({ code, titleZh, titleEn }) => [code, either(titleZh, titleEn)]))
  const regions = new Map(data.regions.map(({ code, nameZh, nameEn }) => [code, either(nameZh, nameEn)]))
  const shown = data.targets.filter((target) => {
    const names = [plans.get(target.planCode) ?? '', regions.get(target.regionCode) ?? '']
    return (plan === '' || target.planCode === plan) && mentionsAll(target, names, q)
  })
  const { columns } = text
  return (
    <>
      <SearchLine q={q} onSearch={setQ} shown={shown.length} all={data.targets.length}>
        <select
          aria-label={words.plan}
          value={plan}
          onChange={(event) => route(adminAddress('targets', { plan: event.currentTarget.value }), true)}
        >
          <option value="">{words.allPlans}</option>
          {[...plans].map(([code, title]) => (
            <option key={code} value={code}>
              {title}
            </option>
          ))}
        </select>
      </SearchLine>
      <Limited rows={shown}>
        {(rows) => (
          <table class="desk-table" role="table">
            <caption class="visually-hidden">{text.caption}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <ColumnHeads columns={['name', 'milestones', 'plan']} titles={columns} />
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map((target) => (
                <tr key={target.id} role="row">
                  <th role="rowheader" scope="row">
                    <a href={adminAddress('targets', { target: target.id })}>
                      {either(target.indicator.shortNameZh, target.indicator.shortNameEn)}
                    </a>
                    <small>
                      <code>{target.id}</code>
                    </small>
                  </th>
                  <td role="cell" data-label={columns.milestones}>
                    <Milestones target={target} />
                  </td>
                  <td role="cell" data-label={columns.plan}>
                    <span>
                      {plans.get(target.planCode) ?? target.planCode}
                      <small>{regions.get(target.regionCode) ?? target.regionCode}</small>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Limited>
    </>
  )
}

function Milestones({ target }: { target: Target }) {
  const text = textOf(targetsText)
  const { goal } = toWording(target.indicator, language.value, textOf(targetText))
  const isRevised = (year: number): boolean =>
    target.progress.some(({ milestoneYear, flags }) => milestoneYear === year && flags.includes('target-revised'))
  return (
    <ul>
      {target.milestones.map((milestone) => (
        <li key={milestone.year}>
          <span class="together">
            <span class="aside">{text.milestoneYear(milestone.year)}</span> {goal(milestone)}
          </span>{' '}
          {isRevised(milestone.year) && <span class="tag">{text.revised}</span>}
        </li>
      ))}
    </ul>
  )
}
