import type { RoundAnswer } from '../../../../server/contract/round.ts'
import { FIELD_SENTENCES } from '../../../../server/domain/field-sentences.ts'
import type { Label } from '../../../../server/domain/labels.ts'
import type { RoundKind } from '../../../../server/domain/words.ts'
import { type Faults, toFaults } from '../../../components/form/faults.ts'
import { plusDays } from '../../../../server/domain/days.ts'
import { isDay } from '../../../round-days.ts'

/** What is typed of a round. */
export interface RoundValues {
  kind: RoundKind
  year: string
  regionCodes: readonly string[]
  /** Whether it asks for the indicators of the regions' targets, or for some. */
  scope: 'targets' | 'some'
  indicatorCodes: readonly string[]
  opensOn: string
  closesOn: string
  reason: string
}

/** How long a round lasts unless someone says otherwise. */
const USUAL_DAYS = 30
const EXTENSION_DAYS = 14

/** A round for last year's figures of everyone, from today on. */
export const newRoundValues = (today: string, regionCodes: readonly string[]): RoundValues => ({
  kind: 'annual',
  year: String(Number(today.slice(0, 4)) - 1),
  regionCodes,
  scope: 'targets',
  indicatorCodes: [],
  opensOn: today,
  closesOn: plusDays(today, USUAL_DAYS),
  reason: '',
})

export const valuesOf = ({ kind, year, regionCodes, indicatorCodes, opensOn, closesOn }: RoundAnswer): RoundValues => ({
  kind,
  year: String(year),
  regionCodes,
  scope: indicatorCodes === null ? 'targets' : 'some',
  indicatorCodes: indicatorCodes ?? [],
  opensOn,
  closesOn,
  reason: '',
})

/** Two weeks after the day on which it closes, or from today where that has passed. */
export const extendedDay = ({ closesOn }: Pick<RoundAnswer, 'closesOn'>, today: string): string =>
  plusDays(closesOn > today ? closesOn : today, EXTENSION_DAYS)

interface Words {
  needed: string
  neededSome: string
  say: (label: Label) => string
}

export function lackingOf(values: RoundValues, isReasonNeeded: boolean, { needed, neededSome, say }: Words): Faults {
  const { year, regionCodes, scope, indicatorCodes, opensOn, closesOn, reason } = values
  const isYear = /^(19|20|21)\d{2}$/.test(year.trim())
  return toFaults({
    year: !isYear && say(FIELD_SENTENCES.year),
    regionCodes: regionCodes.length === 0 && neededSome,
    indicatorCodes: scope === 'some' && indicatorCodes.length === 0 && neededSome,
    opensOn: !isDay(opensOn) && say(FIELD_SENTENCES.day),
    closesOn: !isDay(closesOn) && say(FIELD_SENTENCES.day),
    reason: isReasonNeeded && reason.trim() === '' && needed,
  })
}

export const contradictionsOf = ({ opensOn, closesOn }: RoundValues, say: Words['say']): Faults =>
  toFaults({
    closesOn: isDay(opensOn) && isDay(closesOn) && closesOn < opensOn && say(FIELD_SENTENCES['closes-before-opens']),
  })

/** What is sent: the terms, without what only an opening says. */
export const termsOf = ({ regionCodes, scope, indicatorCodes, opensOn, closesOn, reason }: RoundValues) => ({
  regionCodes,
  indicatorCodes: scope === 'targets' ? null : indicatorCodes,
  opensOn,
  closesOn,
  ...(reason.trim() !== '' && { reason: reason.trim() }),
})

/** The rounds for the same figures that are not over yet; the regions that they share with what is typed. */
export const alreadyOpen = (values: RoundValues, rounds: readonly RoundAnswer[], today: string) =>
  rounds.flatMap((round) => {
    const shared = round.regionCodes.filter((code) => values.regionCodes.includes(code))
    const isSame = round.kind === values.kind && String(round.year) === values.year.trim() && round.closesOn >= today
    return isSame && shared.length > 0 ? [{ round, shared }] : []
  })
