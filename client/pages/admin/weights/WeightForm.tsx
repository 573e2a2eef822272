import { useLocation } from 'preact-iso'
import type { Target } from '../../../../server/contract/target.ts'
import { DEFAULT_WEIGHT, isWeight } from '../../../../server/domain/composite.ts'
import { FIELD_SENTENCES } from '../../../../server/domain/field-sentences.ts'
import { send } from '../../../api.ts'
import { toFaults } from '../../../components/form/faults.ts'
import { FormFoot } from '../../../components/form/FormFoot.tsx'
import { ReasonField } from '../../../components/form/ReasonField.tsx'
import { TextField } from '../../../components/form/TextField.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import { weightsText } from '../../../i18n/admin-weights.ts'
import { formText } from '../../../i18n/form.ts'
import { either, say, textOf } from '../../../i18n/language.ts'
import { refresh } from '../../../state/use-fresh.ts'
import { adminAddress } from '../address.ts'
import { toTyped } from '../targets/promise-values.ts'
import { told } from '../told.ts'
import { WeightEffect } from './WeightEffect.tsx'
import { WeightHistory } from './WeightHistory.tsx'
import { revisionsOf, type WeightsData } from './weights-data.ts'

interface Values {
  weight: string
  reason: string
}

/** Sets what a target counts, with a reason; says before it is saved what becomes of the means. */
export function WeightForm({ target, data }: { target: Target; data: WeightsData }) {
  const text = textOf(weightsText)
  const words = textOf(formText)
  const { route } = useLocation()
  const { id, indicator, planCode, regionCode } = target
  const name = either(indicator.shortNameZh, indicator.shortNameEn)
  const plan = data.plans.find(({ code }) => code === planCode)
  const region = data.regions.find(({ code }) => code === regionCode)
  const revisions = revisionsOf(data, id)
  const inForce = revisions.at(-1)?.weight ?? DEFAULT_WEIGHT
  const form = useForm<Values, void>({
    first: { weight: inForce, reason: '' },
    lacking: ({ weight, reason }) =>
      toFaults({
        weight:
          (!isWeight(toTyped(weight)) && say(FIELD_SENTENCES.weight)) ||
          (toTyped(weight) === inForce && text.nothingToSave),
        reason: reason.trim() === '' && words.needed,
      }),
    send: async ({ weight, reason }) => {
      await send<unknown>('PUT', `/api/targets/${id}/weight`, {
        weight: toTyped(weight),
        reason: reason.trim(),
        ifRevision: revisions.length,
      })
    },
    onDone: () => {
      refresh()
      told.value = text.saved(name, toTyped(form.values.weight))
      route(adminAddress('weights', { plan: planCode }))
    },
    onConflict: refresh,
  })
  const { values } = form
  return (
    <>
      <header class="lede">
        <p class="crumbs">
          <a href={adminAddress('weights', { plan: planCode })}>{text.back}</a>
        </p>
        <h1>{text.editOf(name)}</h1>
        <p>
          {[region && either(region.nameZh, region.nameEn), plan && either(plan.titleZh, plan.titleEn)].join(' · ')}{' '}
          <a href={`/targets/${id}`}>{text.seeTarget}</a>
        </p>
      </header>
      <form class="form" noValidate onSubmit={form.submit}>
        <p class="plan-told">{text.now(inForce)}</p>
        <TextField
          kind="figure"
          label={text.weight}
          hint={text.weightHint}
          value={values.weight}
          fault={form.faultAt('weight')}
          onInput={(weight) => form.change({ weight })}
          hasFocus
        />
        <ReasonField
          value={values.reason}
          hint={text.reasonHint}
          fault={form.faultAt('reason')}
          onInput={(reason) => form.change({ reason })}
        />
        <WeightEffect target={target} weight={toTyped(values.weight)} plan={plan} region={region} />
        <FormFoot form={form} act={text.save} leave={adminAddress('weights', { plan: planCode })} />
      </form>
      {revisions.length > 0 && <WeightHistory revisions={revisions} />}
    </>
  )
}
