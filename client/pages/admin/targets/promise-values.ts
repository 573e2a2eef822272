import type { Indicator } from '../../../../server/contract/reference.ts'
import { FIELD_SENTENCES } from '../../../../server/domain/field-sentences.ts'
import { DEFAULT_TOLERANCE } from '../../../../server/domain/goal.ts'
import type { Label } from '../../../../server/domain/labels.ts'
import type { Baseline, Milestone } from '../../../../server/domain/model.ts'
import { flawsOf } from '../../../../server/domain/promise.ts'
import { PROMISE_FLAW_SENTENCES } from '../../../../server/domain/promise-sentences.ts'
import {
  type BaselineBasis,
  CANONICAL_FIGURE,
  type Comparator,
  COMPARATORS,
  type DeadlineBasis,
} from '../../../../server/domain/words.ts'
import type { Faults } from '../../../components/form/faults.ts'

/** What is typed of one milestone. */
export interface MilestoneValues {
  /** Tells one from another while they are added and taken away. */
  key: number
  year: string
  comparator: Comparator
  value: string
  valueHigh: string
  tolerance: string
  wordingZh: string
  deadlineBasis: DeadlineBasis
  basis: BaselineBasis | 'none'
  baseYear: string
  baseValue: string
  quote: string
  reason: string
}

type Promised = Pick<Indicator, 'kind' | 'better'>

/** What an administrator types, without what makes no difference to a number. */
export const toTyped = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\s,]/g, '')

/** The comparators that go with the better direction. */
export const comparatorsFor = ({ kind, better }: Promised): Comparator[] =>
  kind === 'done' ? ['at-least'] : COMPARATORS.filter((one) => one !== (better === 'higher' ? 'at-most' : 'at-least'))

export const toValues = (milestone: Milestone, key: number): MilestoneValues => {
  const { year, comparator, value, valueHigh, tolerance, wordingZh, deadlineBasis, baseline } = milestone
  return {
    key,
    year: String(year),
    comparator,
    value: value ?? '',
    valueHigh: valueHigh ?? '',
    tolerance: tolerance ?? DEFAULT_TOLERANCE,
    wordingZh: wordingZh ?? '',
    deadlineBasis,
    basis: baseline?.basis ?? 'none',
    baseYear: baseline ? String(baseline.year) : '',
    baseValue: baseline?.value ?? '',
    quote: baseline?.quote ?? '',
    reason: baseline?.reason ?? '',
  }
}

/** A further milestone; totals start where the first one starts. */
export const newMilestone = (
  indicator: Promised,
  year: string,
  like: MilestoneValues | undefined,
  key: number,
): MilestoneValues => ({
  key,
  year,
  comparator: comparatorsFor(indicator)[0] ?? 'at-least',
  value: '',
  valueHigh: '',
  tolerance: DEFAULT_TOLERANCE,
  wordingZh: '',
  deadlineBasis: 'printed',
  basis: like?.basis ?? 'none',
  baseYear: like?.baseYear ?? '',
  baseValue: like?.baseValue ?? '',
  quote: like?.quote ?? '',
  reason: like?.reason ?? '',
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** Whether the value of a baseline is given by its basis or its kind, and not typed. */
export const isZeroBase = ({ basis }: Pick<MilestoneValues, 'basis'>, { kind }: Promised): boolean =>
  basis === 'start-of-plan' || kind === 'change'

function toBaseline(values: MilestoneValues, indicator: Promised): Baseline | null {
  const { basis, baseYear, baseValue, quote, reason } = values
  if (basis === 'none') return null
  return {
    year: Number(toTyped(baseYear)),
    value: isZeroBase(values, indicator) ? '0' : toTyped(baseValue),
    basis,
    quote: basis === 'printed' ? orNull(quote) : null,
    reason: basis === 'adopted' ? orNull(reason) : null,
  }
}

/** The milestone as it is sent. Where it is not well formed, `malformedOf` says so. */
export function toMilestone(values: MilestoneValues, indicator: Promised): Milestone {
  const { year, comparator, value, valueHigh, tolerance, wordingZh, deadlineBasis } = values
  const isDone = indicator.kind === 'done'
  return {
    year: Number(toTyped(year)),
    comparator: isDone ? 'at-least' : comparator,
    value: isDone ? '1' : orNull(toTyped(value)),
    valueHigh: comparator === 'between' && !isDone ? orNull(toTyped(valueHigh)) : null,
    tolerance: comparator === 'about' && !isDone ? orNull(toTyped(tolerance)) : null,
    wordingZh: orNull(wordingZh),
    deadlineBasis,
    baseline: toBaseline(values, indicator),
  }
}

const YEAR = /^(19|20|21)[0-9]{2}$/
const isFigure = (text: string): boolean => CANONICAL_FIGURE.test(text) && text.replace(/[-.]/g, '').length <= 30

/** Years and figures that are none. */
export function malformedOf(
  values: readonly MilestoneValues[],
  indicator: Promised,
  say: (label: Label) => string,
): Faults {
  const faults: Record<string, string> = {}
  const figure = (path: string, text: string): void => {
    if (text !== '' && !isFigure(toTyped(text))) faults[path] = say(FIELD_SENTENCES.figure)
  }
  const year = (path: string, text: string): void => {
    if (!YEAR.test(toTyped(text))) faults[path] = say(FIELD_SENTENCES.year)
  }
  for (const [index, one] of values.entries()) {
    const at = `milestones.${index}`
    year(`${at}.year`, one.year)
    if (indicator.kind !== 'done') figure(`${at}.value`, one.value)
    if (one.comparator === 'between') figure(`${at}.valueHigh`, one.valueHigh)
    if (one.comparator === 'about') figure(`${at}.tolerance`, one.tolerance)
    if (one.basis === 'none') continue
    year(`${at}.baseline.year`, one.baseYear)
    if (isZeroBase(one, indicator)) continue
    if (one.baseValue.trim() === '') faults[`${at}.baseline.value`] = say(FIELD_SENTENCES.figure)
    else figure(`${at}.baseline.value`, one.baseValue)
  }
  return faults
}

/** What a target cannot promise, of what is well formed. */
export function contradictionsOf(
  values: readonly MilestoneValues[],
  indicator: Promised,
  say: (label: Label) => string,
): Faults {
  const malformed = Object.keys(malformedOf(values, indicator, say))
  const isWhole = (path: string): boolean => {
    const milestone = path.split('.').slice(0, 2).join('.')
    return !malformed.some((one) => milestone === 'milestones' || one.startsWith(`${milestone}.`))
  }
  const readable = values.map((one, index) =>
    toMilestone(
      isWhole(`milestones.${index}`) ? one : { ...one, value: '', valueHigh: '', tolerance: '', basis: 'none' },
      indicator,
    ),
  )
  return Object.fromEntries(
    flawsOf(readable, indicator.kind, indicator.better)
      .filter(({ path }) => isWhole(path))
      .toReversed()
      .map(({ path, code }) => [path, say(PROMISE_FLAW_SENTENCES[code])]),
  )
}
