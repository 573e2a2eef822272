import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { mentionsAll } from '../../../../server/domain/search.ts'
import { DEFAULT_WEIGHT } from '../../../../server/domain/composite.ts'
import { ColumnHeads } from '../../../components/ColumnHeads.tsx'
import { Limited } from '../../../components/Limited.tsx'
import { adminText } from '../../../i18n/admin.ts'
import { weightsText } from '../../../i18n/admin-weights.ts'
import { either, textOf } from '../../../i18n/language.ts'
import { adminAddress } from '../address.ts'
import { SearchLine } from '../SearchLine.tsx'
import { WeightHistory } from './WeightHistory.tsx'
import { revisionsOf, type WeightsData } from './weights-data.ts'

/** All targets with their weights, by plan, with a way to set each. */
export function WeightTable({ data, plan }: { data: WeightsData; plan: string }) {
  const text = textOf(weightsText)
  const words = textOf(adminText)
  const { route } = useLocation()
  const [q, setQ] = useState('')
  const plans = new Map(data.plans.map(({ code, titleZh, titleEn }) => [code, either(titleZh, titleEn)]))
  const regions = new Map(data.regions.map(({ code, nameZh, nameEn }) => [code, either(nameZh, nameEn)]))
  const shown = data.targets.filter((target) => {
    const names = [plans.get(target.planCode) ?? '', regions.get(target.regionCode) ?? '']
    return (plan === '' || target.planCode === plan) && mentionsAll(target, names, q)
  })
  return (
    <>
      <SearchLine q={q} onSearch={setQ} shown={shown.length} all={data.targets.length}>
        <select
          aria-label={words.plan}
          value={plan}
          onChange={(event) => route(adminAddress('weights', { plan: event.currentTarget.value }), true)}
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
                <ColumnHeads columns={['name', 'weight', 'plan']} titles={text.columns} />
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map((target) => {
                const revisions = revisionsOf(data, target.id)
                const name = either(target.indicator.shortNameZh, target.indicator.shortNameEn)
                return (
                  <tr key={target.id} role="row">
                    <th role="rowheader" scope="row">
                      <a href={adminAddress('weights', { target: target.id })}>{name}</a>
                      <small>
                        <code>{target.id}</code>
                      </small>
                    </th>
                    <td role="cell" data-label={text.columns.weight}>
                      <span>
                        {revisions.length === 0 ? (
                          DEFAULT_WEIGHT
                        ) : (
                          <>
                            <b>{revisions.at(-1)?.weight}</b>
                            <WeightHistory revisions={revisions} />
                          </>
                        )}
                      </span>
                    </td>
                    <td role="cell" data-label={text.columns.plan}>
                      <span>
                        {plans.get(target.planCode) ?? target.planCode}
                        <small>{regions.get(target.regionCode) ?? target.regionCode}</small>
                      </span>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        )}
      </Limited>
    </>
  )
}
