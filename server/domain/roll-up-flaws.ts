import type { Kind, RollUp } from './words.ts'

/** What an indicator says of its roll-up. */
interface Declared {
  code: string
  kind: Kind
  rollUp: RollUp
  weightIndicatorCode: string | null
}

/** A field that does not fit the others, and the sentence that says why: see `FIELD_SENTENCES`. */
export interface RollUpFlaw {
  path: 'rollUp' | 'weightIndicatorCode'
  code:
    | 'roll-up-and-kind'
    | 'weight-needed'
    | 'weight-not-taken'
    | 'weight-of-itself'
    | 'weight-kind'
    | 'unknown-indicator'
}

/** Amounts: they add up, and can weigh others. A change in percent and what is built or not are none. */
export const isAmount = (kind: Kind): boolean => kind === 'level' || kind === 'cumulative' || kind === 'flow'

/**
 * What contradicts itself in how an indicator is declared to be rolled up; nothing where it is well declared.
 *
 * @param kindOf the kind of an indicator that is known, by its code
 * Source: METHOD.md, "Roll-ups"
 */
export function rollUpFlaws(
  { code, kind, rollUp, weightIndicatorCode }: Declared,
  kindOf: (code: string) => Kind | undefined,
): RollUpFlaw[] {
  const flaws: RollUpFlaw[] = []
  if (rollUp !== 'none' && !isAmount(kind)) flaws.push({ path: 'rollUp', code: 'roll-up-and-kind' })
  const weightFlaw = flawOfWeight({ code, rollUp, weightIndicatorCode }, kindOf)
  if (weightFlaw !== undefined) flaws.push({ path: 'weightIndicatorCode', code: weightFlaw })
  return flaws
}

function flawOfWeight(
  { code, rollUp, weightIndicatorCode }: Omit<Declared, 'kind'>,
  kindOf: (code: string) => Kind | undefined,
): RollUpFlaw['code'] | undefined {
  if (weightIndicatorCode === null) return rollUp === 'weighted-mean' ? 'weight-needed' : undefined
  if (rollUp !== 'weighted-mean') return 'weight-not-taken'
  if (weightIndicatorCode === code) return 'weight-of-itself'
  const kind = kindOf(weightIndicatorCode)
  if (kind === undefined) return 'unknown-indicator'
  return isAmount(kind) ? undefined : 'weight-kind'
}
