import { useLocation } from 'preact-iso'
import type { TargetDetail } from '../../../../server/contract/target.ts'
import { CORRECTION_LABELS } from '../../../../server/domain/labels.ts'
import { CORRECTION_CODES } from '../../../../server/domain/words.ts'
import { send } from '../../../api.ts'
import { FormFoot } from '../../../components/form/FormFoot.tsx'
import { ReasonField } from '../../../components/form/ReasonField.tsx'
import { SelectField } from '../../../components/form/SelectField.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import { adminText } from '../../../i18n/admin.ts'
import { targetsText } from '../../../i18n/admin-targets.ts'
import { formText } from '../../../i18n/form.ts'
import { either, language, say, textOf } from '../../../i18n/language.ts'
import { targetText } from '../../../i18n/target.ts'
import { refresh } from '../../../state/use-fresh.ts'
import { toWording } from '../../target/wording.ts'
import { adminAddress } from '../address.ts'
import { told } from '../told.ts'
import { ChangePreview } from './ChangePreview.tsx'
import { EvidenceFields } from './EvidenceFields.tsx'
import { MilestoneList } from './MilestoneList.tsx'
import { contradictionsOf, malformedOf } from './promise-values.ts'
import { toldChanges } from './target-changes.ts'
import { lackingOfChange, promiseOf, type TargetValues, targetValuesOf } from './target-values.ts'
import type { TargetsData } from './targets-data.ts'

/** Revises a target: what it promises, what that rests on, and why; with what will be different before it is saved. */
export function TargetForm({ detail, data }: { detail: TargetDetail; data: TargetsData }) {
  const text = textOf(targetsText)
  const words = textOf(formText)
  const { route } = useLocation()
  const { indicator, id, revision } = detail
  const name = either(indicator.shortNameZh, indicator.shortNameEn)
  const plan = data.plans.find(({ code }) => code === detail.planCode)
  const region = data.regions.find(({ code }) => code === detail.regionCode)
  const wording = toWording(indicator, language.value, textOf(targetText))
  const toPromise = (values: TargetValues) => ({
    ...promiseOf(values, indicator),
    sourceFile: values.sourceFile.trim(),
  })
  const changesIn = (values: TargetValues): string[] => toldChanges(detail, toPromise(values), wording, text.changes)
  const isReadable = (values: TargetValues): boolean =>
    Object.keys({
      ...malformedOf(values.milestones, indicator, say),
      ...contradictionsOf(values.milestones, indicator, say),
    }).length === 0

  const form = useForm<TargetValues, void>({
    first: targetValuesOf(detail),
    contradictions: (values) => contradictionsOf(values.milestones, indicator, say),
    lacking: (values) => ({
      ...lackingOfChange(values, indicator, { ...words, say }),
      ...(isReadable(values) && changesIn(values).length === 0 && { nothing: text.nothingToSave }),
    }),
    send: async (values) => {
      await send<unknown>('PATCH', `/api/targets/${id}`, {
        ...toPromise(values),
        correctionCode: values.correctionCode,
        reason: values.reason.trim(),
        ifRevision: revision,
      })
    },
    onDone: () => {
      refresh()
      told.value = text.saved(name)
      route(adminAddress('targets', { plan: detail.planCode }))
    },
    onConflict: refresh,
  })
  const { values } = form
  const after = isReadable(values) ? toPromise(values) : undefined
  const lastYear = plan?.endYear ?? 2030
  return (
    <>
      <header class="lede">
        <p class="crumbs">
          <a href={adminAddress('targets', { plan: detail.planCode })}>{text.back}</a>
        </p>
        <h1>{text.editOf(name)}</h1>
        <p>
          {[region && either(region.nameZh, region.nameEn), plan && either(plan.titleZh, plan.titleEn)].join(' · ')}{' '}
          <a href={`/targets/${id}`}>{text.see}</a>
        </p>
      </header>
      <form class="form wide" noValidate onSubmit={form.submit}>
        <MilestoneList
          milestones={values.milestones}
          indicator={indicator}
          faultAt={form.faultAt}
          nextYear={String(lastYear)}
          onChange={(milestones) => form.change({ milestones })}
        />
        <EvidenceFields form={form} onChange={form.change} />
        <section class="section" aria-labelledby="why">
          <header>
            <h2 id="why">{text.why}</h2>
          </header>
          <div class="form-part">
            <SelectField
              label={text.code}
              hint={text.codeHint}
              value={values.correctionCode}
              none={textOf(adminText).chooseNone}
              options={CORRECTION_CODES.map((code) => ({ value: code, name: say(CORRECTION_LABELS[code]) }))}
              fault={form.faultAt('correctionCode')}
              onChoose={(correctionCode) => form.change({ correctionCode })}
            />
            <ReasonField
              value={values.reason}
              hint={text.reasonHint}
              fault={form.faultAt('reason')}
              onInput={(reason) => form.change({ reason })}
            />
          </div>
        </section>
        <ChangePreview detail={detail} after={after} changes={after ? changesIn(values) : []} />
        <FormFoot form={form} act={text.save} leave={adminAddress('targets', { plan: detail.planCode })} />
      </form>
    </>
  )
}
