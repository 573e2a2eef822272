import { useLocation } from 'preact-iso'
import type { RoundAnswer } from '../../../../server/contract/round.ts'
import { FIELD_SENTENCES } from '../../../../server/domain/field-sentences.ts'
import { send } from '../../../api.ts'
import { DayField } from '../../../components/form/DayField.tsx'
import { toFaults } from '../../../components/form/faults.ts'
import { FormFoot } from '../../../components/form/FormFoot.tsx'
import { ReasonField } from '../../../components/form/ReasonField.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import { roundsText } from '../../../i18n/admin-rounds.ts'
import { formText } from '../../../i18n/form.ts'
import { say, textOf } from '../../../i18n/language.ts'
import { roundText } from '../../../i18n/round.ts'
import { isDay } from '../../../round-days.ts'
import { refresh } from '../../../state/use-fresh.ts'
import { adminAddress } from '../address.ts'
import { told } from '../told.ts'
import { extendedDay } from './round-terms.ts'

/** A later closing day and why: two fields, and the first is filled in. */
export function ExtendForm({ round, today }: { round: RoundAnswer; today: string }) {
  const text = textOf(roundsText)
  const words = textOf(formText)
  const { route } = useLocation()
  const { id, year, kind, closesOn, revision } = round
  const title = textOf(roundText).title(year, kind)
  const form = useForm({
    first: { closesOn: extendedDay(round, today), reason: '' },
    contradictions: (values) =>
      toFaults({ closesOn: isDay(values.closesOn) && values.closesOn <= closesOn && text.notLater }),
    lacking: (values) =>
      toFaults({
        closesOn: !isDay(values.closesOn) && say(FIELD_SENTENCES.day),
        reason: values.reason.trim() === '' && words.needed,
      }),
    send: (values) =>
      send<RoundAnswer>('PATCH', `/api/rounds/${id}`, {
        closesOn: values.closesOn,
        reason: values.reason.trim(),
        ifRevision: revision,
      }),
    onDone: (changed) => {
      refresh()
      told.value = text.doneExtended(title, changed.closesOn)
      route(adminAddress('rounds'))
    },
    onConflict: refresh,
  })
  return (
    <form class="form inset" noValidate onSubmit={form.submit} aria-label={text.extendTitle(title)}>
      <p>{text.extendLead(closesOn)}</p>
      <div class="form-row">
        <DayField
          label={text.newDay}
          value={form.values.closesOn}
          fault={form.faultAt('closesOn')}
          onInput={(day) => form.change({ closesOn: day })}
        />
        <ReasonField
          value={form.values.reason}
          fault={form.faultAt('reason')}
          hint={text.reasonExample}
          onInput={(reason) => form.change({ reason })}
          hasFocus
        />
      </div>
      <FormFoot
        form={form}
        act={isDay(form.values.closesOn) ? text.extendTo(form.values.closesOn) : text.extend}
        leave={adminAddress('rounds')}
      />
    </form>
  )
}
