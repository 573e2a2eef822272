import { BASELINE_BASES } from '../../../../server/domain/words.ts'
import { SelectField } from '../../../components/form/SelectField.tsx'
import { TextField } from '../../../components/form/TextField.tsx'
import { unitOf } from '../../../goal.ts'
import { targetsText } from '../../../i18n/admin-targets.ts'
import { language, textOf } from '../../../i18n/language.ts'
import type { MilestoneProps } from './milestone-props.ts'
import { isZeroBase } from './promise-values.ts'

/** From where a milestone is measured, and what that rests on. */
export function BaselineFields({ values, indicator, faultAt, onChange }: MilestoneProps) {
  const text = textOf(targetsText)
  const { basis } = values
  return (
    <>
      <div class="form-row">
        <SelectField
          label={text.basis}
          value={basis}
          options={(['none', ...BASELINE_BASES] as const).map((one) => ({ value: one, name: text.bases[one] }))}
          fault={faultAt('baseline')}
          onChoose={(chosen) => chosen && onChange({ basis: chosen })}
        />
        {basis !== 'none' && (
          <TextField
            kind="year"
            label={text.baseYear}
            value={values.baseYear}
            fault={faultAt('baseline.year')}
            onInput={(baseYear) => onChange({ baseYear })}
          />
        )}
        {basis !== 'none' && !isZeroBase(values, indicator) && (
          <TextField
            kind="figure"
            label={text.baseValue}
            unit={unitOf(indicator, language.value)}
            value={values.baseValue}
            fault={faultAt('baseline.value')}
            onInput={(baseValue) => onChange({ baseValue })}
          />
        )}
      </div>
      {basis === 'printed' && (
        <TextField
          label={text.baseQuote}
          lines={2}
          value={values.quote}
          fault={faultAt('baseline.quote')}
          onInput={(quote) => onChange({ quote })}
        />
      )}
      {basis === 'adopted' && (
        <TextField
          label={text.baseReason}
          lines={2}
          value={values.reason}
          fault={faultAt('baseline.reason')}
          onInput={(reason) => onChange({ reason })}
        />
      )}
    </>
  )
}
