import { COMPARATOR_LABELS } from '../../../../server/domain/labels.ts'
import { DEADLINE_BASES } from '../../../../server/domain/words.ts'
import { SelectField } from '../../../components/form/SelectField.tsx'
import { TextField } from '../../../components/form/TextField.tsx'
import { unitOf } from '../../../goal.ts'
import { targetsText } from '../../../i18n/admin-targets.ts'
import { language, say, textOf } from '../../../i18n/language.ts'
import { BaselineFields } from './BaselineFields.tsx'
import type { MilestoneProps } from './milestone-props.ts'
import { comparatorsFor } from './promise-values.ts'

interface Props extends MilestoneProps {
  /** It was added just now. */
  hasFocus: boolean
  onRemove: (() => void) | undefined
}

/** One milestone: what is promised by the end of a year, and from where it is measured. */
export function MilestoneFields({ onRemove, hasFocus, ...props }: Props) {
  const text = textOf(targetsText)
  const { values, indicator, faultAt, onChange } = props
  const comparators = comparatorsFor(indicator)
  return (
    <fieldset class="milestone-fields">
      <legend>{text.milestone(values.year)}</legend>
      <div class="form-row">
        <TextField
          kind="year"
          label={text.year}
          value={values.year}
          fault={faultAt('year')}
          onInput={(year) => onChange({ year })}
          hasFocus={hasFocus}
        />
        {indicator.kind === 'done' ? (
          <p class="built">{text.built}</p>
        ) : (
          <>
            <SelectField
              label={text.comparator}
              value={values.comparator}
              options={[...new Set([...comparators, values.comparator])].map((one) => ({
                value: one,
                name: say(COMPARATOR_LABELS[one]),
              }))}
              fault={faultAt('comparator')}
              onChoose={(comparator) => comparator && onChange({ comparator })}
            />
            <GoalFigures {...props} />
          </>
        )}
      </div>
      <div class="form-row">
        {indicator.kind !== 'done' && (
          <TextField
            label={text.wording}
            hint={text.wordingHint}
            isOptional
            value={values.wordingZh}
            fault={faultAt('wordingZh')}
            onInput={(wordingZh) => onChange({ wordingZh })}
          />
        )}
        <SelectField
          label={text.deadlineBasis}
          value={values.deadlineBasis}
          options={DEADLINE_BASES.map((one) => ({ value: one, name: text.deadlines[one] }))}
          fault={faultAt('deadlineBasis')}
          onChoose={(deadlineBasis) => deadlineBasis && onChange({ deadlineBasis })}
        />
      </div>
      {indicator.kind !== 'done' && <BaselineFields {...props} />}
      {onRemove && (
        <p>
          <button type="button" class="button quiet" aria-label={text.removeOf(values.year)} onClick={onRemove}>
            {text.remove}
          </button>
        </p>
      )}
    </fieldset>
  )
}

function GoalFigures({ values, indicator, faultAt, onChange }: MilestoneProps) {
  const text = textOf(targetsText)
  const unit = unitOf(indicator, language.value)
  const isRange = values.comparator === 'between'
  return (
    <>
      <TextField
        kind="figure"
        label={isRange ? text.valueLow : text.value}
        {...(!isRange && { hint: text.valueHint })}
        unit={unit}
        isOptional={!isRange}
        value={values.value}
        fault={faultAt('value')}
        onInput={(value) => onChange({ value })}
      />
      {isRange && (
        <TextField
          kind="figure"
          label={text.valueHigh}
          unit={unit}
          value={values.valueHigh}
          fault={faultAt('valueHigh')}
          onInput={(valueHigh) => onChange({ valueHigh })}
        />
      )}
      {values.comparator === 'about' && (
        <TextField
          kind="figure"
          label={text.tolerance}
          hint={text.toleranceHint}
          value={values.tolerance}
          fault={faultAt('tolerance')}
          onInput={(tolerance) => onChange({ tolerance })}
        />
      )}
    </>
  )
}
