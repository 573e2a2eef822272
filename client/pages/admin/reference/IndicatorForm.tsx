import { useLocation } from 'preact-iso'
import type { Indicator, Theme } from '../../../../server/contract/reference.ts'
import { KIND_LABELS, ROLL_UP_LABELS } from '../../../../server/domain/detail-labels.ts'
import { isAmount } from '../../../../server/domain/roll-up-flaws.ts'
import { DIRECTIONS, KINDS, ROLL_UPS } from '../../../../server/domain/words.ts'
import { send } from '../../../api.ts'
import { FormFoot } from '../../../components/form/FormFoot.tsx'
import { RadioList } from '../../../components/form/RadioList.tsx'
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
import {
  indicatorContradictions,
  indicatorValuesOf,
  type IndicatorValues,
  lackingOfIndicator,
  NEW_INDICATOR,
  toIndicator,
  toIndicatorChange,
} from './indicator-values.ts'

interface Props {
  themes: readonly Theme[]
  /** All of them: what one can be weighed by. */
  indicators: readonly Indicator[]
  /** The one that is corrected; absent, it is a new one. */
  indicator?: Indicator
}

/** An indicator, every field explained. What figures rest on is asked of a new one only: it never changes. */
export function IndicatorForm({ themes, indicators, indicator }: Props) {
  const text = textOf(referenceText).indicators
  const words = textOf(formText)
  const { route } = useLocation()
  const form = useForm<IndicatorValues, Indicator>({
    first: indicator ? indicatorValuesOf(indicator) : NEW_INDICATOR,
    contradictions: (values) => indicatorContradictions(values, say),
    lacking: (values) => lackingOfIndicator(values, { ...words, decimalsFault: text.decimalsFault, say }),
    send: (values) =>
      indicator
        ? send<Indicator>('PATCH', `/api/indicators/${indicator.code}`, toIndicatorChange(values))
        : send<Indicator>('POST', '/api/indicators', toIndicator(values)),
    onDone: ({ nameZh, nameEn }) => {
      refresh()
      told.value = (indicator ? text.saved : text.created)(either(nameZh, nameEn))
      route(adminAddress('indicators'))
    },
  })
  const { values } = form
  const field = (name: keyof IndicatorValues) => ({
    value: values[name],
    fault: form.faultAt(name),
    onInput: (typed: string) => form.change({ [name]: typed }),
  })
  const isDone = values.kind === 'done'
  const weights = indicators.filter(({ code, kind }) => isAmount(kind) && code !== indicator?.code)
  return (
    <>
      <header class="lede">
        <h1>{indicator ? text.editTitle(either(indicator.shortNameZh, indicator.shortNameEn)) : text.addTitle}</h1>
        <p>{text.lead}</p>
      </header>
      <form class="form" noValidate onSubmit={form.submit}>
        <div class="form-row">
          <TextField {...field('nameZh')} label={text.nameZh} hint={text.nameZhHint} hasFocus />
          <TextField {...field('nameEn')} label={text.nameEn} />
        </div>
        <div class="form-row">
          <TextField {...field('shortNameZh')} label={text.shortZh} hint={text.shortHint} />
          <TextField {...field('shortNameEn')} label={text.shortEn} />
        </div>
        {!indicator && (
          <>
            <TextField {...field('code')} kind="code" label={text.code} hint={text.codeHint} />
            <RadioList
              legend={text.kind}
              value={values.kind}
              options={KINDS.map((kind) => ({ value: kind, name: say(KIND_LABELS[kind]), hint: text.kinds[kind] }))}
              fault={form.faultAt('kind')}
              onChoose={(kind) => form.change({ kind })}
            />
          </>
        )}
        {!isDone && (
          <>
            {!indicator && (
              <>
                <RadioList
                  legend={text.better}
                  value={values.better}
                  options={DIRECTIONS.map((one) => ({ value: one, name: text.betters[one] }))}
                  fault={form.faultAt('better')}
                  onChoose={(better) => form.change({ better })}
                />
                <div class="form-row">
                  <TextField {...field('unitZh')} label={text.unitZh} hint={text.unitHint} />
                  <TextField {...field('unitEn')} label={text.unitEn} />
                </div>
              </>
            )}
            <div class="form-row">
              <TextField {...field('decimals')} kind="year" label={text.decimals} hint={text.decimalsHint} />
              <TextField {...field('min')} kind="figure" label={text.min} hint={text.minHint} isOptional />
              <TextField {...field('max')} kind="figure" label={text.max} hint={text.maxHint} isOptional />
            </div>
          </>
        )}
        <SelectField
          label={text.theme}
          value={values.theme}
          none={textOf(adminText).chooseNone}
          options={themes.map(({ code, nameZh, nameEn }) => ({ value: code, name: either(nameZh, nameEn) }))}
          fault={form.faultAt('theme')}
          onChoose={(theme) => form.change({ theme })}
        />
        <TextField {...field('definitionZh')} lines={3} label={text.definitionZh} hint={text.definitionHint} />
        <TextField {...field('definitionEn')} lines={3} label={text.definitionEn} />
        <TextField {...field('sourceZh')} label={text.source} hint={text.sourceHint} isOptional />
        {isAmount(values.kind) && (
          <RadioList
            legend={text.rollUp}
            value={values.rollUp}
            options={ROLL_UPS.map((one) => ({ value: one, name: say(ROLL_UP_LABELS[one]), hint: text.rollUps[one] }))}
            fault={form.faultAt('rollUp')}
            onChoose={(rollUp) => form.change({ rollUp })}
          />
        )}
        {isAmount(values.kind) && values.rollUp === 'weighted-mean' && (
          <SelectField
            label={text.weight}
            hint={text.weightHint}
            value={values.weightIndicatorCode}
            none={textOf(adminText).chooseNone}
            options={weights.map(({ code, nameZh, nameEn }) => ({ value: code, name: either(nameZh, nameEn) }))}
            fault={form.faultAt('weightIndicatorCode')}
            onChoose={(weightIndicatorCode) => form.change({ weightIndicatorCode })}
          />
        )}
        <ReasonField {...field('reason')} hint={text.reasonHint} />
        <FormFoot form={form} act={indicator ? text.save : text.create} leave={adminAddress('indicators')} />
      </form>
    </>
  )
}
