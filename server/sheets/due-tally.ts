import type { DueCount } from '../contract/due.ts'
import type { Round } from '../domain/rounds.ts'
import type { Ground } from '../observations/ground.ts'
import type { YearFigures } from '../observations/standing-rows.ts'
import { codesOf, isAnswered } from './due.ts'

/** What is asked of a region in one year, counted. Days do not matter to it. */
export interface YearTally {
  rounds: RoundTally[]
  /** Submitted figures that any of the rounds asks for. */
  waiting: number
}

interface RoundTally extends Pick<DueCount, 'asked' | 'missing' | 'draft' | 'returned' | 'submitted' | 'approved'> {
  round: Round
  /** The letters of the indicators that are to be entered or submitted. */
  owed: string
}

/** Counts what these rounds of one year ask of a region. */
export function countYear(
  rounds: readonly Round[],
  regionCode: string,
  ground: Ground,
  figures: YearFigures,
  letterOf: (indicatorCode: string) => string,
): YearTally {
  const asked = rounds.map((round) => ({ round, codes: codesOf({ round, regionCode }, ground) }))
  return {
    rounds: asked.map(({ round, codes }) => countRound(round, codes, figures, letterOf)),
    waiting: figures.pending.filter(
      ({ state, indicatorCode }) => state === 'submitted' && asked.some(({ codes }) => codes.has(indicatorCode)),
    ).length,
  }
}

function countRound(
  round: Round,
  codes: ReadonlySet<string>,
  figures: YearFigures,
  letterOf: (indicatorCode: string) => string,
): RoundTally {
  const entered = new Set(figures.pending.map(({ indicatorCode }) => indicatorCode))
  const tally = { round, asked: 0, missing: 0, draft: 0, returned: 0, submitted: 0, approved: 0, owed: '' }
  if (round.kind !== 'revision') {
    tally.asked = codes.size
    for (const code of codes) {
      const letter = letterOf(code)
      if (isAnswered(letter, figures, round)) tally.approved += 1
      else if (!entered.has(code)) {
        tally.missing += 1
        tally.owed += letter
      }
    }
  }
  for (const { indicatorCode, state } of figures.pending) {
    if (!codes.has(indicatorCode)) continue
    tally[state] += 1
    const letter = letterOf(indicatorCode)
    if (state !== 'submitted' && !tally.owed.includes(letter)) tally.owed += letter
  }
  return tally
}

/** How many figures are to be entered or submitted. */
export const leftOf = ({ missing, draft, returned }: Pick<DueCount, 'missing' | 'draft' | 'returned'>): number =>
  missing + draft + returned
