import { useLocation } from 'preact-iso'
import type { Target } from '../../../../server/contract/target.ts'
import { KIND_LABELS } from '../../../../server/domain/detail-labels.ts'
import { send } from '../../../api.ts'
import { FormFoot } from '../../../components/form/FormFoot.tsx'
import { ReasonField } from '../../../components/form/ReasonField.tsx'
import { SelectField } from '../../../components/form/SelectField.tsx'
import { TextField } from '../../../components/form/TextField.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import { adminText } from '../../../i18n/admin.ts'
import { targetsText } from '../../../i18n/admin-targets.ts'
import { formText } from '../../../i18n/form.ts'
import { either, say, textOf } from '../../../i18n/language.ts'
import { refresh } from '../../../state/use-fresh.ts'
import { adminAddress } from '../address.ts'
import { told } from '../told.ts'
import { EvidenceFields } from './EvidenceFields.tsx'
import { MilestoneList } from './MilestoneList.tsx'
import { contradictionsOf, newMilestone } from './promise-values.ts'
import { lackingOfNew, type NewTargetValues, promiseOf, suggestedId } from './target-values.ts'
import type { TargetsData } from './targets-data.ts'

const EMPTY: NewTargetValues = {
  planCode: '',
  regionCode: '',
  indicatorCode: '',
  id: '',
  isIdOwn: false,
  ownerZh: '',
  clause: '',
  quote: '',
  sourceFile: '',
  milestones: [],
  correctionCode: '',
  reason: '',
}

/** A promise that was not recorded yet, with the plan's own sentence. */
export function NewTargetForm({ data }: { data: TargetsData }) {
  const text = textOf(targetsText)
  const words = textOf(formText)
  const { chooseNone } = textOf(adminText)
  const { route } = useLocation()
  const indicatorOf = ({ indicatorCode }: NewTargetValues) => data.indicators.find(({ code }) => code === indicatorCode)
  const planOf = ({ planCode }: NewTargetValues) => data.plans.find(({ code }) => code === planCode)

  const form = useForm<NewTargetValues, Target>({
    first: EMPTY,
    contradictions: (values) => {
      const indicator = indicatorOf(values)
      return indicator ? contradictionsOf(values.milestones, indicator, say) : {}
    },
    lacking: (values) => lackingOfNew(values, indicatorOf(values), { ...words, say }),
    send: (values) => {
      const { planCode, regionCode, indicatorCode, id, sourceFile, reason } = values
      const indicator = indicatorOf(values)
      return send<Target>('POST', '/api/targets', {
        id: id.trim(),
        planCode,
        regionCode,
        indicatorCode,
        ...(indicator && promiseOf(values, indicator)),
        ...(sourceFile.trim() !== '' && { sourceFile: sourceFile.trim() }),
        reason: reason.trim(),
      })
    },
    onDone: ({ indicator, planCode }) => {
      refresh()
      told.value = text.created(either(indicator.shortNameZh, indicator.shortNameEn))
      route(adminAddress('targets', { plan: planCode }))
    },
  })
  const { values } = form

  /** What follows from a choice is filled in: region and file from the plan, the code from both. */
  const choose = (part: Partial<NewTargetValues>): void => {
    const next = { ...values, ...part }
    const plan = planOf(next)
    const indicator = indicatorOf(next)
    const isOtherPlan = plan !== undefined && plan !== planOf(values)
    const milestones =
      indicator && (next.milestones.length === 0 || indicator !== indicatorOf(values))
        ? [newMilestone(indicator, String(plan?.endYear ?? ''), undefined, 1)]
        : next.milestones
    form.change({
      ...part,
      ...(isOtherPlan && { regionCode: plan.regionCode, sourceFile: plan.sourceFile }),
      ...(!next.isIdOwn && { id: suggestedId(next) }),
      milestones,
    })
  }
  const indicator = indicatorOf(values)

  return (
    <>
      <header class="lede">
        <h1>{text.addTitle}</h1>
      </header>
      <form class="form wide" noValidate onSubmit={form.submit}>
        <div class="form-part">
          <SelectField
            label={text.plan}
            value={values.planCode}
            none={chooseNone}
            options={data.plans.map(({ code, titleZh, titleEn }) => ({ value: code, name: either(titleZh, titleEn) }))}
            fault={form.faultAt('planCode')}
            onChoose={(planCode) => choose({ planCode })}
          />
          <SelectField
            label={text.region}
            value={values.regionCode}
            none={chooseNone}
            options={data.regions.map(({ code, nameZh, nameEn }) => ({ value: code, name: either(nameZh, nameEn) }))}
            fault={form.faultAt('regionCode')}
            onChoose={(regionCode) => choose({ regionCode })}
          />
          <SelectField
            label={text.indicator}
            hint={
              <>
                {indicator &&
                  `${say(KIND_LABELS[indicator.kind])} · ${either(indicator.definitionZh, indicator.definitionEn)} `}
                {text.indicatorHint}
              </>
            }
            value={values.indicatorCode}
            none={chooseNone}
            options={data.indicators.map(({ code, nameZh, nameEn }) => ({ value: code, name: either(nameZh, nameEn) }))}
            fault={form.faultAt('indicatorCode')}
            onChoose={(indicatorCode) => choose({ indicatorCode })}
          />
          <TextField
            kind="code"
            label={text.id}
            hint={text.idHint}
            value={values.id}
            fault={form.faultAt('id')}
            onInput={(id) => form.change({ id, isIdOwn: id !== '' })}
          />
        </div>
        {indicator && (
          <MilestoneList
            milestones={values.milestones}
            indicator={indicator}
            faultAt={form.faultAt}
            nextYear={String(planOf(values)?.endYear ?? '')}
            onChange={(milestones) => form.change({ milestones })}
          />
        )}
        <EvidenceFields form={form} onChange={form.change} />
        <ReasonField
          value={values.reason}
          hint={text.reasonNew}
          fault={form.faultAt('reason')}
          onInput={(reason) => form.change({ reason })}
        />
        <FormFoot form={form} act={text.create} leave={adminAddress('targets')} />
      </form>
    </>
  )
}
