import type { MilestoneGoal } from '../../../server/domain/model.ts'
import { withoutSign } from '../../format.ts'

/** So much of a plan's sentence is quoted whole. */
const SHORT = 42

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The number as a plan prints it, with its unit: “20 家”, “10 余家”, “8—10 个”. */
function printed({ value, valueHigh }: MilestoneGoal, unitZh: string): RegExp | undefined {
  // Without a unit the 1 of what is to be built would be found in any 10 of the sentence.
  if (value === null || unitZh === '') return undefined
  const number = [value, valueHigh]
    .flatMap((one) => (one === null ? [] : [escaped(withoutSign(one))]))
    .join('\\s*[—–-]\\s*')
  return new RegExp(`(?<![0-9.])${number}\\s*[余多]?\\s*${escaped(unitZh.slice(0, 1))}`)
}

/**
 * The part of the plan's own sentence that makes the promise: the phrase with the promised number, between dots of
 * omission; the whole sentence where it is short, or where no single phrase holds the number.
 */
export function toShortQuote(quote: string, goal: MilestoneGoal, unitZh: string): string {
  const number = printed(goal, unitZh)
  if (quote.length <= SHORT || number === undefined) return quote
  const phrases = quote.split(/(?<=[，；。、])/)
  const [phrase, another] = phrases.filter((one) => number.test(one))
  if (phrase === undefined || another !== undefined) return quote
  const index = phrases.indexOf(phrase)
  const before = index > 0 ? '……' : ''
  const after = index < phrases.length - 1 ? '……' : ''
  return before + phrase.replace(/[，；。、]$/, '') + after
}
