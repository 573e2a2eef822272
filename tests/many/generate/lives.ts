import type { CorrectionCode, MissingReason, ReviewStep } from '../../../server/domain/words.ts'
import { isOpen } from './calendar.ts'
import { draw, perMille, pickBy } from './draw.ts'
import { CORRECTED_OF, FIRST_YEAR, LAST_YEAR, YEARS } from './size.ts'

// What becomes of a figure: each follows from the seed and its own place alone, so that it need not be kept.

/** One entered version of a figure, but for its value, and its way through the review. */
export interface Life {
  steps: readonly ReviewStep[]
  missingReason: MissingReason | null
  provisional: boolean
  breakBefore: boolean
  note: string | null
  correction: { code: CorrectionCode; reason: string } | null
}

const APPROVED: readonly ReviewStep[] = ['submitted', 'approved']
const RETURNED: readonly ReviewStep[] = ['submitted', 'returned']
const WITHDRAWN_ONCE: readonly ReviewStep[] = ['submitted', 'withdrawn', 'submitted', 'approved']

/** What has not come to its end, by the per mille of those that are entered for the last year. */
const UNDECIDED: readonly (readonly [number, readonly ReviewStep[]])[] = [
  [40, []],
  [60, ['submitted']],
  [30, RETURNED],
  [30, ['submitted', 'withdrawn']],
  [30, ['discarded']],
]

export const CORRECTIONS: readonly NonNullable<Life['correction']>[] = [
  { code: 'typing', reason: '录入错误' },
  { code: 'source-revised', reason: '来源修订' },
  { code: 'definition-changed', reason: '口径调整' },
]
const LATE = { code: 'late-return', reason: '迟报补报' } as const
const MISSING: readonly MissingReason[] = ['not-yet-published', 'not-applicable', 'not-collected']

const SLOT = 100
const STATE = 101
const GAP = 102
const REASON = 103
const FLAG = 104
const CORRECTION = 105
const SILENT = 106

/** Where figures are in their order, and how many are corrected. */
export interface Lot {
  seed: number
  corrected: number
}

/** One in nine is entered twice; which of the nine, is drawn. */
export function isCorrected({ seed, corrected }: Lot, cell: number): boolean {
  const nine = Math.floor(cell / CORRECTED_OF)
  return nine < corrected && cell % CORRECTED_OF === Math.floor(draw(seed, nine, SLOT) * CORRECTED_OF)
}

/** The first version of a figure. */
export function firstLife(lot: Lot, cell: number, year: number): Life {
  const { seed } = lot
  const silent = isSilent(seed, cell)
  const missing = silent || perMille(draw(seed, cell, GAP), 15)
  const flag = draw(seed, cell, FLAG)
  return {
    steps: firstSteps(lot, cell, year),
    missingReason: missing ? (silent ? 'not-collected' : pickBy(draw(seed, cell, REASON), MISSING)) : null,
    provisional: !missing && perMille(flag, year === LAST_YEAR ? 150 : 5),
    breakBefore: !missing && year > FIRST_YEAR && perMille(1 - flag, 4),
    note: perMille(draw(seed, cell, REASON), 20) ? '已核对' : null,
    correction: null,
  }
}

/** Of one series in fifty nothing is ever collected. */
const isSilent = (seed: number, cell: number): boolean => perMille(draw(seed, Math.floor(cell / YEARS), SILENT), 20)

function firstSteps(lot: Lot, cell: number, year: number): readonly ReviewStep[] {
  const state = draw(lot.seed, cell, STATE)
  if (isCorrected(lot, cell)) return perMille(state, 80) ? RETURNED : APPROVED
  if (year < LAST_YEAR) return perMille(state, 10) ? WITHDRAWN_ONCE : APPROVED
  let from = 0
  for (const [share, steps] of UNDECIDED) {
    if (perMille(state, (from += share))) return steps
  }
  return APPROVED
}

/** The second version of a figure that is entered twice: it corrects the first, or takes the place of one that was returned. */
export function secondLife(lot: Lot, cell: number, year: number): Life {
  const { seed } = lot
  const first = firstLife(lot, cell, year)
  const state = draw(seed, cell, CORRECTION)
  const waits = isOpen(year) && perMille(state, 150)
  const drawn = pickBy(draw(seed, cell, REASON), CORRECTIONS)
  const late = first.missingReason !== null || !perMille(state, 900)
  return {
    ...first,
    steps: waits ? (perMille(state, 70) ? [] : ['submitted']) : APPROVED,
    missingReason: isSilent(seed, cell) ? 'not-applicable' : null,
    provisional: false,
    correction: first.steps === RETURNED ? null : late ? LATE : drawn,
  }
}

export const wasApproved = ({ steps }: Life): boolean => steps.at(-1) === 'approved'
