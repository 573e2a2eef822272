import { toFraction } from './decimal.ts'
import { inProse } from './telling.ts'
import type { Baseline, Measured, MilestoneGoal } from './model.ts'
import type { Comparator } from './words.ts'

const magnitude = (text: string) => text.replace('-', '')
/** 18%, 20 家, 5: a sign of percent follows its number directly. */
const withUnit = (text: string, unit: string) =>
  unit === '' || unit.startsWith('%') || unit.startsWith('‰') ? `${text}${unit}` : `${text} ${unit}`

/** 45 家, 1.0%, and for `change` 下降 7.81%. */
export function amountZh(text: string, { kind, unitZh }: Measured): string {
  return kind === 'change' ? changeZh(text) : withUnit(inProse(text), unitZh)
}

/** A fall is told once: 下降 18%, not 下降 −18%. */
function changeZh(text: string): string {
  if (toFraction(text).equals(0)) return '持平'
  return `${text.startsWith('-') ? '下降' : '增长'} ${magnitude(text)}%`
}

/** 5 家, and points where the unit is a percentage. */
export function distanceZh(text: string, { kind, unitZh }: Measured): string {
  return kind === 'change' || unitZh === '%' ? `${text} 个百分点` : withUnit(text, unitZh)
}

/** 2030 年不低于 100 家; 2025 年比 2020 年下降不低于 18%. */
export function promiseZh(goal: MilestoneGoal, baseline: Baseline | null, indicator: Measured): string {
  const { year, value } = goal
  if (value === null) return `${year} 年（未给出数值）`
  if (indicator.kind === 'done') return `${year} 年建成`
  if (indicator.kind !== 'change') return `${year} 年${levelZh(goal, value, indicator)}`
  return `${year} 年${baseline ? `比 ${baseline.year} 年` : ''}${promisedChangeZh(goal, value, indicator)}`
}

function levelZh({ comparator, valueHigh }: MilestoneGoal, value: string, { better, unitZh }: Measured): string {
  const amount = withUnit(inProse(value), unitZh)
  switch (comparator) {
    case 'about':
      return ` ${amount}左右`
    case 'between':
      return ` ${withUnit(`${inProse(value)}—${inProse(valueHigh ?? value)}`, unitZh)}`
    case 'more-than':
      return `${better === 'higher' ? '超过' : '低于'} ${amount}`
    case 'at-most':
      return `不高于 ${amount}`
    case 'at-least':
      return `不低于 ${amount}`
  }
}

type Bounded = Exclude<Comparator, 'about' | 'between'>

function promisedChangeZh({ comparator, valueHigh }: MilestoneGoal, value: string, { better }: Measured): string {
  if (comparator === 'about') return toFraction(value).equals(0) ? '大致持平' : `${changeZh(value)}左右`
  if (comparator === 'between') return changeBetweenZh(value, valueHigh ?? value)
  const sign = toFraction(value).compare(0)
  if (sign === 0) {
    const words: Record<Bounded, string> = {
      'at-most': '不上升',
      'at-least': '不下降',
      'more-than': better === 'higher' ? '有所增长' : '有所下降',
    }
    return words[comparator]
  }
  // A bound from below on the size of a rise is one from above on the size of a fall.
  const isFloor = comparator === 'more-than' ? better === 'higher' : comparator === 'at-least'
  const isMore = isFloor === sign > 0
  const strict = isMore ? '超过' : '小于'
  const bound = isMore ? '不低于' : '不超过'
  return `${sign > 0 ? '增长' : '下降'}${comparator === 'more-than' ? strict : bound} ${magnitude(value)}%`
}

function changeBetweenZh(low: string, high: string): string {
  if (toFraction(low).gte(0)) return `增长 ${low}%—${high}%`
  if (toFraction(high).lte(0)) return `下降 ${magnitude(high)}%—${magnitude(low)}%`
  return `在下降 ${magnitude(low)}%与增长 ${high}%之间`
}

export const yearsZh = (from: number, to: number): string => (from === to ? `${to} 年` : `${from}—${to} 年`)
