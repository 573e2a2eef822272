import { digitsOf, MOST_DIGITS, shiftPoint, toCanonical } from './decimal-text.ts'
import type { FigureText } from './model.ts'
import { diagnose, type Refusal } from './typed-figure-refusals.ts'
import { readUnit } from './typed-figure-units.ts'
import { readBuilt, toHalfWidth, toMissing, trimmed } from './typed-figure-text.ts'
import type { Wanted } from './typed-figure-wanted.ts'
import type { MissingReason } from './words.ts'

/**
 * What was done to a typed text to make a figure of it, so that it can be shown before it is taken. `plain-form` is zeros
 * and points only (007, .5, 5.); `scale` changed the number for 万 or 亿; `built` made 1 or 0 of a word.
 */
export type Conversion = 'half-width' | 'separators' | 'plus-sign' | 'plain-form' | 'unit' | 'scale' | 'built'

/** One clear number. `typed` is the text without white space around it, `value` the canonical figure. */
export interface ReadFigure {
  is: 'figure'
  typed: string
  value: FigureText
  conversions: Conversion[]
}

/** A sign or a word that stands where there is no number. Without a suggestion only who typed it can say why. */
export interface ReadMissing {
  is: 'missing'
  typed: string
  suggestion: MissingReason | null
}

export type TypedFigure = ReadFigure | ReadMissing | { is: 'blank' } | Refusal

/** Sign, grouped or plain whole part, digits after the point, and whatever follows. Longer texts are no figures. */
const NUMBER =
  /^([+-]?)( *)(?:([1-9][0-9]{0,2}([, '])[0-9]{3}(?:\4[0-9]{3})*)|([0-9]*))(?:(\.)([0-9]*))?(?![0-9]) *(.*)$/s
const LONGEST = 200

/**
 * What a figure means as people type or paste it: one clear number, a sign that there is none, nothing, or a text that is
 * not one clear number and is refused with its reason.
 *
 * A missing sign is never 0. The unit decides what may stand behind the number: the own unit is dropped, 万 and 亿 are
 * calculated where the unit counts or measures something, and every other unit is refused.
 */
export function readTypedFigure(text: string, wanted: Wanted): TypedFigure {
  const typed = trimmed(text)
  if (typed === '') return { is: 'blank' }
  // With the flag u only a surrogate that stands alone matches.
  if (/[\0\uD800-\uDFFF]/u.test(typed)) return { is: 'refused', code: 'unreadable', typed }
  const half = toHalfWidth(typed)
  const suggestion = toMissing(half)
  if (suggestion !== undefined) return { is: 'missing', typed, suggestion }
  if (wanted.kind === 'done') {
    const built = readBuilt(half)
    if (!built) return { is: 'refused', code: 'choose-built', typed }
    return { is: 'figure', typed, value: built, conversions: typed === built ? [] : ['built'] }
  }
  if (half.length > LONGEST)
    return { is: 'refused', code: /^[0-9,.' -]+$/.test(half) ? 'too-long' : 'not-a-number', typed }
  return readNumber(typed, half, wanted) ?? diagnose(typed, half, wanted, readPart)
}

/** A part of a typed text as a figure, for a suggestion. */
function readPart(text: string, wanted: Wanted): FigureText | null {
  const read = readNumber(text, text, wanted)
  return read?.is === 'figure' ? read.value : null
}

/** A number with nothing or with the own unit behind it; undefined where that is not what the text is. */
function readNumber(typed: string, half: string, wanted: Wanted): ReadFigure | Refusal | undefined {
  const match = NUMBER.exec(half)
  if (!match) return undefined
  const [, sign = '', gap = '', grouped = '', , plain = '', point = '', fraction = '', behind = ''] = match
  const whole = grouped.replace(/[^0-9]/g, '') || plain
  if (whole + fraction === '') return undefined
  const unit = readUnit(behind, wanted)
  if (unit === undefined) return undefined
  const asTyped = toCanonical(sign === '-', whole, fraction)
  const value = shiftPoint(asTyped, unit.shift)
  if (digitsOf(value) > MOST_DIGITS) return { is: 'refused', code: 'too-long', typed }
  const minus = sign === '-' ? sign : ''
  const conversions: [boolean, Conversion][] = [
    [/[\uFF01-\uFF5E]/.test(typed), 'half-width'],
    [grouped !== '', 'separators'],
    [sign === '+', 'plus-sign'],
    [asTyped !== minus + gap + whole + point + fraction, 'plain-form'],
    [unit.shift === 0 && behind !== '', 'unit'],
    [unit.shift !== 0, 'scale'],
  ]
  return { is: 'figure', typed, value, conversions: conversions.flatMap(([done, name]) => (done ? name : [])) }
}
