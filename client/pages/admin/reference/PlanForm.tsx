import { useLocation } from 'preact-iso'
import type { Plan, Region } from '../../../../server/contract/reference.ts'
import { send } from '../../../api.ts'
import { FormFoot } from '../../../components/form/FormFoot.tsx'
import { ReasonField } from '../../../components/form/ReasonField.tsx'
import { SelectField } from '../../../components/form/SelectField.tsx'
import { TextField } from '../../../components/form/TextField.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import { adminText } from '../../../i18n/admin.ts'
import { referenceText } from '../../../i18n/admin-reference.ts'
import { formText } from '../../../i18n/form.ts'
import { either, say, textOf } from '../../../i18n/language.ts'
import { refresh } from '../../../state/use-fresh.ts'
import { adminAddress } from '../address.ts'
import { told } from '../told.ts'
import { lackingOfPlan, NEW_PLAN, planContradictions, type PlanValues, toPlan } from './plan-values.ts'

/** A new plan, from which targets can be recorded. */
export function PlanForm({ regions }: { regions: readonly Region[] }) {
  const text = textOf(referenceText).plans
  const words = textOf(formText)
  const { route } = useLocation()
  const form = useForm<PlanValues, Plan>({
    first: NEW_PLAN,
    contradictions: (values) => planContradictions(values, say),
    lacking: (values) => lackingOfPlan(values, { ...words, say }),
    send: (values) => send<Plan>('POST', '/api/plans', toPlan(values)),
    onDone: ({ titleZh, titleEn }) => {
      refresh()
      told.value = text.created(either(titleZh, titleEn))
      route(adminAddress('plans'))
    },
  })
  const { values } = form
  const field = (name: keyof PlanValues) => ({
    value: values[name],
    fault: form.faultAt(name),
    onInput: (typed: string) => form.change({ [name]: typed }),
  })
  return (
    <>
      <header class="lede">
        <h1>{text.addTitle}</h1>
      </header>
      <form class="form" noValidate onSubmit={form.submit}>
        <TextField {...field('titleZh')} label={text.titleZh} hint={text.titleZhHint} hasFocus />
        <TextField {...field('titleEn')} label={text.titleEn} />
        <TextField {...field('code')} kind="code" label={text.code} hint={text.codeHint} />
        <div class="form-row">
          <TextField
            {...field('documentNumber')}
            label={text.documentNumber}
            hint={text.documentNumberHint}
            isOptional
          />
          <TextField {...field('issuerZh')} label={text.issuer} isOptional />
        </div>
        <SelectField
          label={text.region}
          hint={text.regionHint}
          value={values.regionCode}
          none={textOf(adminText).chooseNone}
          options={regions.map(({ code, nameZh, nameEn }) => ({ value: code, name: either(nameZh, nameEn) }))}
          fault={form.faultAt('regionCode')}
          onChoose={(regionCode) => form.change({ regionCode })}
        />
        <div class="form-row">
          <TextField {...field('issuedYear')} kind="year" label={text.issuedYear} />
          <TextField {...field('startYear')} kind="year" label={text.startYear} hint={text.startHint} isOptional />
          <TextField {...field('endYear')} kind="year" label={text.endYear} />
        </div>
        <TextField {...field('sourceFile')} kind="code" label={text.source} hint={text.sourceHint} />
        <ReasonField {...field('reason')} hint={text.reasonHint} />
        <FormFoot form={form} act={text.create} leave={adminAddress('plans')} />
      </form>
    </>
  )
}
