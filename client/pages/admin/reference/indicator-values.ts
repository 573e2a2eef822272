import type { Indicator } from '../../../../server/contract/reference.ts'
import { toFraction } from '../../../../server/domain/decimal.ts'
import { FIELD_SENTENCES } from '../../../../server/domain/field-sentences.ts'
import { isAmount } from '../../../../server/domain/roll-up-flaws.ts'
import { type Better, CANONICAL_FIGURE, type Kind, type RollUp } from '../../../../server/domain/words.ts'
import { type Faults, toFaults } from '../../../components/form/faults.ts'
import { toTyped } from '../targets/promise-values.ts'
import { isBlank, orNull, SLUG, type Words } from './text-values.ts'

/** What is typed of a new indicator. */
export interface IndicatorValues {
  code: string
  nameZh: string
  nameEn: string
  shortNameZh: string
  shortNameEn: string
  kind: Kind
  better: Better
  unitZh: string
  unitEn: string
  decimals: string
  theme: string
  min: string
  max: string
  definitionZh: string
  definitionEn: string
  sourceZh: string
  rollUp: RollUp
  /** Empty where nothing weighs. */
  weightIndicatorCode: string
  reason: string
}

export const NEW_INDICATOR: IndicatorValues = {
  code: '',
  nameZh: '',
  nameEn: '',
  shortNameZh: '',
  shortNameEn: '',
  kind: 'level',
  better: 'higher',
  unitZh: '',
  unitEn: '',
  decimals: '0',
  theme: '',
  min: '0',
  max: '',
  definitionZh: '',
  definitionEn: '',
  sourceZh: '',
  rollUp: 'none',
  weightIndicatorCode: '',
  reason: '',
}

const NAMES = ['nameZh', 'nameEn', 'shortNameZh', 'shortNameEn', 'definitionZh', 'definitionEn', 'reason'] as const

const figureFault = (text: string, say: Words['say']): string | false =>
  !isBlank(text) && !CANONICAL_FIGURE.test(toTyped(text)) && say(FIELD_SENTENCES.figure)

export const lackingOfIndicator = (
  values: IndicatorValues,
  { needed, neededChoice, decimalsFault, say }: Words & { decimalsFault: string },
): Faults => {
  const { code, kind, unitZh, unitEn, decimals, theme, min, max, rollUp, weightIndicatorCode } = values
  return toFaults({
    ...Object.fromEntries(NAMES.map((name) => [name, isBlank(values[name]) && needed])),
    code: !SLUG.test(code.trim()) && say(FIELD_SENTENCES.slug),
    unitZh: kind !== 'done' && isBlank(unitZh) && needed,
    unitEn: kind !== 'done' && isBlank(unitEn) && needed,
    decimals: !/^([0-9]|10)$/.test(toTyped(decimals)) && decimalsFault,
    theme: theme === '' && neededChoice,
    weightIndicatorCode:
      isAmount(kind) &&
      rollUp === 'weighted-mean' &&
      weightIndicatorCode === '' &&
      say(FIELD_SENTENCES['weight-needed']),
    min: kind !== 'done' && figureFault(min, say),
    max: kind !== 'done' && figureFault(max, say),
  })
}

export const indicatorContradictions = ({ kind, min, max }: IndicatorValues, say: Words['say']): Faults => {
  const [low, high] = [toTyped(min), toTyped(max)]
  if (kind === 'done' || !CANONICAL_FIGURE.test(low) || !CANONICAL_FIGURE.test(high)) return {}
  return toFaults({ max: !toFraction(high).gt(toFraction(low)) && say(FIELD_SENTENCES['bounds-upside-down']) })
}

/**
 * As it is sent. What is built or not has no unit, and to be built is better; a change can fall below any bound. Only
 * amounts are rolled up, and only a weighted mean has what weighs.
 */
export const toIndicator = (values: IndicatorValues) => {
  const isDone = values.kind === 'done'
  const rollUp = isAmount(values.kind) ? values.rollUp : 'none'
  const texts = Object.fromEntries(NAMES.map((name) => [name, values[name].trim()]))
  return {
    ...texts,
    code: values.code.trim(),
    kind: values.kind,
    better: isDone ? 'higher' : values.better,
    unitZh: isDone ? '' : values.unitZh.trim(),
    unitEn: isDone ? '' : values.unitEn.trim(),
    decimals: isDone ? 0 : Number(toTyped(values.decimals)),
    theme: values.theme,
    min: isDone ? '0' : orNull(toTyped(values.min)),
    max: isDone ? '1' : orNull(toTyped(values.max)),
    sourceZh: orNull(values.sourceZh),
    rollUp,
    weightIndicatorCode: rollUp === 'weighted-mean' ? orNull(values.weightIndicatorCode) : null,
  }
}

/** What of an indicator can be corrected; what figures rest on cannot. */
export const toIndicatorChange = (values: IndicatorValues) => {
  const { code: _code, kind, better: _better, unitZh: _unitZh, unitEn: _unitEn, ...change } = toIndicator(values)
  const { decimals: _decimals, min: _min, max: _max, ...ofBuilt } = change
  return kind === 'done' ? ofBuilt : change
}

export const indicatorValuesOf = (indicator: Indicator): IndicatorValues => ({
  ...indicator,
  decimals: String(indicator.decimals),
  min: indicator.min ?? '',
  max: indicator.max ?? '',
  sourceZh: indicator.sourceZh ?? '',
  weightIndicatorCode: indicator.weightIndicatorCode ?? '',
  reason: '',
})
