import { useLocation } from 'preact-iso'
import { getPlans, getRegions, getTargets } from '../../../api.ts'
import { referenceText } from '../../../i18n/admin-reference.ts'
import { either, textOf } from '../../../i18n/language.ts'
import { Trouble } from '../../../layout/Trouble.tsx'
import { Waiting } from '../../../layout/Waiting.tsx'
import { useFresh } from '../../../state/use-fresh.ts'
import { adminAddress } from '../address.ts'
import { PlanForm } from './PlanForm.tsx'
import { ColumnHeads } from '../../../components/ColumnHeads.tsx'

const load = async (signal: AbortSignal) => {
  const [plans, regions, targets] = await Promise.all([getPlans(signal), getRegions(signal), getTargets({}, signal)])
  return { plans, regions, targets: targets.items }
}

export function PlansPart() {
  const text = textOf(referenceText).plans
  const { query } = useLocation()
  const answer = useFresh('admin plans', load)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const { plans, regions, targets } = answer.value
  if (query['new']) return <PlanForm regions={regions} />
  const regionNames = new Map(regions.map(({ code, nameZh, nameEn }) => [code, either(nameZh, nameEn)]))
  const { columns } = text
  return (
    <>
      <header class="lede with-act">
        <div>
          <h1>{text.lede(plans.length, targets.length)}</h1>
          <p>{text.lead}</p>
        </div>
        <a class="button main" href={adminAddress('plans', { new: '1' })}>
          {text.add}
        </a>
      </header>
      <table class="desk-table" role="table">
        <caption class="visually-hidden">{text.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <ColumnHeads
              columns={['title', 'region', 'issued', 'period', 'targets']}
              titles={columns}
              numbers={['targets']}
            />
          </tr>
        </thead>
        <tbody role="rowgroup">
          {plans.map((plan) => (
            <tr key={plan.code} role="row">
              <th role="rowheader" scope="row">
                {either(plan.titleZh, plan.titleEn)}
                <small>
                  <code>{plan.code}</code>
                  {plan.documentNumber !== null && ` · ${plan.documentNumber}`}
                </small>
              </th>
              <td role="cell" data-label={columns.region}>
                {regionNames.get(plan.regionCode) ?? plan.regionCode}
              </td>
              <td role="cell" data-label={columns.issued}>
                {plan.issuedYear}
              </td>
              <td role="cell" data-label={columns.period}>
                {text.period(plan.startYear, plan.endYear)}
              </td>
              <td role="cell" class="number" data-label={columns.targets}>
                <a href={adminAddress('targets', { plan: plan.code })}>
                  {targets.filter(({ planCode }) => planCode === plan.code).length}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
