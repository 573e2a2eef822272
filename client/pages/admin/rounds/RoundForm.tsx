import { useLocation } from 'preact-iso'
import type { RoundAnswer } from '../../../../server/contract/round.ts'
import { ROUND_KINDS } from '../../../../server/domain/words.ts'
import { getIndicators, send } from '../../../api.ts'
import { CheckList } from '../../../components/form/CheckList.tsx'
import { DayField } from '../../../components/form/DayField.tsx'
import { FormFoot } from '../../../components/form/FormFoot.tsx'
import { RadioList } from '../../../components/form/RadioList.tsx'
import { ReasonField } from '../../../components/form/ReasonField.tsx'
import { TextField } from '../../../components/form/TextField.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import { roundsText } from '../../../i18n/admin-rounds.ts'
import { formText } from '../../../i18n/form.ts'
import { either, language, say, textOf } from '../../../i18n/language.ts'
import { roundText } from '../../../i18n/round.ts'
import { daysBetween } from '../../../../server/domain/days.ts'
import { isDay } from '../../../round-days.ts'
import { useAnswer } from '../../../state/use-answer.ts'
import { refresh } from '../../../state/use-fresh.ts'
import { adminAddress } from '../address.ts'
import { told } from '../told.ts'
import { alreadyOpen, contradictionsOf, lackingOf, newRoundValues, termsOf, valuesOf } from './round-terms.ts'
import type { FormData } from './rounds-data.ts'

/** Opens a round, or changes one: then its kind and year stay what they are. */
export function RoundForm({ data, round }: { data: FormData; round?: RoundAnswer }) {
  const text = textOf(roundsText)
  const words = textOf(formText)
  const { route } = useLocation()
  const indicators = useAnswer('indicators', getIndicators)
  const { today } = data
  const regionCodes = data.regions.map(({ code }) => code)
  const form = useForm({
    first: round ? valuesOf(round) : newRoundValues(today, regionCodes),
    contradictions: (values) => contradictionsOf(values, say),
    lacking: (values) => lackingOf(values, round !== undefined, { ...words, say }),
    send: (values) =>
      round
        ? send<RoundAnswer>('PATCH', `/api/rounds/${round.id}`, { ...termsOf(values), ifRevision: round.revision })
        : send<RoundAnswer>('POST', '/api/rounds', {
            ...termsOf(values),
            kind: values.kind,
            year: Number(values.year),
          }),
    onDone: (saved) => {
      refresh()
      const title = textOf(roundText).title(saved.year, saved.kind)
      told.value = round ? text.doneChanged(title) : text.doneOpened(title, saved.closesOn)
      route(adminAddress('rounds'))
    },
    onConflict: refresh,
  })
  const { values } = form
  const title = textOf(roundText).title(Number(values.year) || 0, values.kind)
  const joint = language.value === 'en' ? ', ' : '、'
  return (
    <>
      <header class="lede">
        <h1>{round ? text.changeTitle(title) : text.newTitle}</h1>
      </header>
      <form class="form" noValidate onSubmit={form.submit}>
        {!round && (
          <>
            <RadioList
              legend={text.kind}
              value={values.kind}
              options={ROUND_KINDS.map((kind) => ({
                value: kind,
                name: text.kinds[kind][0],
                hint: text.kinds[kind][1],
              }))}
              fault={form.faultAt('kind')}
              onChoose={(kind) => form.change({ kind })}
            />
            <TextField
              kind="year"
              label={text.year}
              hint={text.yearHint}
              value={values.year}
              fault={form.faultAt('year')}
              onInput={(year) => form.change({ year })}
            />
          </>
        )}
        <CheckList
          legend={text.regions}
          chosen={values.regionCodes}
          options={data.regions.map(({ code, nameZh, nameEn }) => ({ value: code, name: either(nameZh, nameEn) }))}
          fault={form.faultWithin('regionCodes')}
          onChoose={(codes) => form.change({ regionCodes: codes })}
        />
        <RadioList
          legend={text.scope}
          value={values.scope}
          options={(['targets', 'some'] as const).map((scope) => ({
            value: scope,
            name: text.scopes[scope][0],
            hint: text.scopes[scope][1],
          }))}
          onChoose={(scope) => form.change({ scope })}
        />
        {values.scope === 'some' && (
          <CheckList
            legend={text.indicators}
            chosen={values.indicatorCodes}
            options={(indicators.state === 'ready' ? indicators.value : []).map((one) => ({
              value: one.code,
              name: either(one.shortNameZh, one.shortNameEn),
              aside: either(one.unitZh, one.unitEn),
            }))}
            fault={form.faultWithin('indicatorCodes')}
            onChoose={(codes) => form.change({ indicatorCodes: codes })}
          />
        )}
        <div class="form-row">
          <DayField
            label={text.opensOn}
            value={values.opensOn}
            fault={form.faultAt('opensOn')}
            onInput={(day) => form.change({ opensOn: day })}
          />
          <DayField
            label={text.closesOn}
            hint={text.closesOnHint}
            value={values.closesOn}
            fault={form.faultAt('closesOn')}
            onInput={(day) => form.change({ closesOn: day })}
          />
        </div>
        <ReasonField
          value={values.reason}
          fault={form.faultAt('reason')}
          isOptional={!round}
          {...(!round && { hint: text.optionalReason })}
          onInput={(reason) => form.change({ reason })}
        />
        {!round &&
          alreadyOpen(values, data.rounds, today).map(({ round: other, shared }) => (
            <p key={other.id} class="notice">
              {text.already(title, shared.map(data.regionName).join(joint), other.closesOn)}
              <a href={adminAddress('rounds', { extend: String(other.id) })}>{text.alreadyExtend}</a>
              {language.value === 'en' ? '.' : '。'}
            </p>
          ))}
        {isDay(values.opensOn) && isDay(values.closesOn) && values.closesOn >= values.opensOn && !round && (
          <p class="plan-told">
            {text.plan(
              values.regionCodes.length,
              title,
              values.opensOn,
              values.closesOn,
              daysBetween(values.opensOn, values.closesOn) + 1,
            )}
          </p>
        )}
        <FormFoot form={form} act={round ? text.save : text.act} leave={adminAddress('rounds')} />
      </form>
    </>
  )
}
