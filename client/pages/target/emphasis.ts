import type { Milestone } from '../../../server/domain/model.ts'

/** A stretch of a plan's sentence; `strong` where it is a number that this target is made of. */
export interface Stretch {
  text: string
  strong: boolean
}

const NUMBER_WORDS =
  /(?:力争|突破|超过|达到|约)?[0-9][0-9,.]*(?:\s*[—–~～-]\s*[0-9][0-9,.]*)?\s*(?:%|％|‰|万|亿|年|个|家|项|余|名|人|件|吨|元)*(?:以上|左右|以下)?/g
const NUMBERS = /[0-9]+(?:\.[0-9]+)?/g

/** The plan's words with the numbers of this target's milestones marked, so that the promise is found in a long sentence. */
export function toStretches(quote: string, milestones: readonly Milestone[]): Stretch[] {
  const wanted = new Set<number>()
  for (const { value, valueHigh, year } of milestones) {
    for (const figure of [value, valueHigh]) if (figure !== null) wanted.add(Math.abs(Number(figure)))
    wanted.add(year)
  }
  const stretches: Stretch[] = []
  let from = 0
  for (const match of quote.matchAll(NUMBER_WORDS)) {
    const numbers = match[0].replaceAll(',', '').match(NUMBERS)?.map(Number) ?? []
    if (!numbers.some((number) => wanted.has(number))) continue
    if (match.index > from) stretches.push({ text: quote.slice(from, match.index), strong: false })
    stretches.push({ text: match[0], strong: true })
    from = match.index + match[0].length
  }
  if (from < quote.length) stretches.push({ text: quote.slice(from), strong: false })
  return stretches
}
