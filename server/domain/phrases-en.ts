import { toFraction } from './decimal.ts'
import { inProse } from './telling.ts'
import type { Baseline, Measured, MilestoneGoal } from './model.ts'
import { unitAfterEn } from './units-en.ts'
import type { Comparator } from './words.ts'

const magnitude = (text: string) => text.replace('-', '')
/** 18%, 20 enterprises, 5: a sign of percent follows its number directly. */
const withUnit = (text: string, unit: string) =>
  unit === '' || unit.startsWith('%') || unit.startsWith('‰') ? `${text}${unit}` : `${text} ${unitAfterEn(text, unit)}`

/** 45 enterprises, 1.0%, and for `change` a fall of 7.81%. */
export function amountEn(text: string, { kind, unitEn }: Measured): string {
  return kind === 'change' ? changeEn(text) : withUnit(inProse(text), unitEn)
}

/** A fall is told once: a fall of 18%, not of −18%. */
function changeEn(text: string, about = ''): string {
  if (toFraction(text).equals(0)) return 'no change'
  return `a ${text.startsWith('-') ? 'fall' : 'rise'} of ${about}${magnitude(text)}%`
}

/** 5 enterprises, and points where the unit is a percentage. */
export function distanceEn(text: string, { kind, unitEn }: Measured): string {
  return kind === 'change' || unitEn === '%' ? `${text} percentage points` : withUnit(text, unitEn)
}

/** at least 100 enterprises by 2030; a fall of at least 18% from 2020 to 2025. */
export function promiseEn(goal: MilestoneGoal, baseline: Baseline | null, indicator: Measured): string {
  const { year, value } = goal
  if (value === null) return `no number, by ${year}`
  if (indicator.kind === 'done') return `built by ${year}`
  if (indicator.kind !== 'change') return `${levelEn(goal, value, indicator)} by ${year}`
  return `${promisedChangeEn(goal, value, indicator)} ${baseline ? `from ${baseline.year} to` : 'by'} ${year}`
}

function levelEn({ comparator, valueHigh }: MilestoneGoal, value: string, { better, unitEn }: Measured): string {
  const amount = withUnit(inProse(value), unitEn)
  switch (comparator) {
    case 'about':
      return `about ${amount}`
    case 'between':
      return withUnit(`${inProse(value)} to ${inProse(valueHigh ?? value)}`, unitEn)
    case 'more-than':
      return `${better === 'higher' ? 'more' : 'less'} than ${amount}`
    case 'at-most':
      return `at most ${amount}`
    case 'at-least':
      return `at least ${amount}`
  }
}

type Bounded = Exclude<Comparator, 'about' | 'between'>

function promisedChangeEn({ comparator, valueHigh }: MilestoneGoal, value: string, { better }: Measured): string {
  if (comparator === 'about') return changeEn(value, 'about ')
  if (comparator === 'between') return changeBetweenEn(value, valueHigh ?? value)
  const sign = toFraction(value).compare(0)
  if (sign === 0) {
    const words: Record<Bounded, string> = {
      'at-most': 'no rise',
      'at-least': 'no fall',
      'more-than': better === 'higher' ? 'a rise' : 'a fall',
    }
    return words[comparator]
  }
  // A bound from below on the size of a rise is one from above on the size of a fall.
  const isFloor = comparator === 'more-than' ? better === 'higher' : comparator === 'at-least'
  const isMore = isFloor === sign > 0
  const strict = isMore ? 'more than' : 'less than'
  const bound = isMore ? 'at least' : 'at most'
  return `a ${sign > 0 ? 'rise' : 'fall'} of ${comparator === 'more-than' ? strict : bound} ${magnitude(value)}%`
}

function changeBetweenEn(low: string, high: string): string {
  if (toFraction(low).gte(0)) return `a rise of ${low}% to ${high}%`
  if (toFraction(high).lte(0)) return `a fall of ${magnitude(high)}% to ${magnitude(low)}%`
  return `between a fall of ${magnitude(low)}% and a rise of ${high}%`
}

export const yearsEn = (from: number, to: number): string => (from === to ? `${to}` : `${from}–${to}`)

/** 2021; 2021 and 2022; 2021, 2022 and 2024. */
export function listEn(years: readonly number[]): string {
  return years.length < 2 ? years.join() : `${years.slice(0, -1).join(', ')} and ${years.at(-1)}`
}
