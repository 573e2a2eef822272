import type { Indicator, Region } from '../../../server/contract/reference.ts'
import type { Actor } from '../../../server/audit/record.ts'
import type { ReviewStep } from '../../../server/domain/words.ts'
import type { EnteredFigure } from '../../../server/observations/rows.ts'
import type { Moments, SheetName } from './calendar.ts'
import type { Chain } from './chain.ts'
import type { InForce } from './in-force.ts'
import { firstLife, isCorrected, type Life, type Lot, secondLife } from './lives.ts'
import { REPORTERS, REVIEWERS } from './prologue.ts'
import { type Sink, toRow } from './sink.ts'
import { FIRST_YEAR, YEARS } from './size.ts'
import { measureOf, type Series, valueOf } from './values.ts'

/** What all sheets are filled from. */
export interface Ground {
  lot: Lot
  /** Of all organisations. */
  cells: number
  /** Those that the demo does not have. */
  regions: readonly Region[]
  reporting: readonly Region[]
  indicators: readonly Indicator[]
}

const SOURCES = ['统计年报', '科技统计', '部门报表'] as const
const COMMENT = '请核实来源'

/** The figures of the indicator `at` and an organisation; where they are not enough for all, the last indicator lacks some. */
export const seriesOf = (
  { lot, reporting }: Ground,
  organisation: number,
  indicator: Indicator,
  at: number,
): Series => ({
  seed: lot.seed,
  number: at * reporting.length + organisation,
  indicator,
})

/** Where a figure stands among all. */
export const cellOf = ({ number }: Series, year: number): number => number * YEARS + year - FIRST_YEAR

/** One entered version of a figure, and what becomes of it. */
export interface Version {
  cell: number
  figure: EnteredFigure
  life: Life
}

/** Where all that is written goes. */
export interface Books {
  chain: Chain
  sink: Sink
  inForce: InForce
}

/** Enters the figures of a sheet, submits them and decides on them. Answers how many were entered. */
export function fillSheet(ground: Ground, sheet: SheetName, moments: Moments, { chain, sink, inForce }: Books): number {
  const [reporter, reviewer] = actorsOf(sheet.organisation)
  const entered: (readonly [Version, seq: number])[] = []
  for (const [at, indicator] of ground.indicators.entries()) {
    const version = versionOf(ground, sheet, indicator, at)
    if (version === undefined) continue
    const seq = chain.enter(moments.entered, reporter, version.figure)
    sink.add('observation_revision', toRow(seq, version.figure, indicator.kind))
    entered.push([version, seq])
  }
  for (const [stepOf, moment] of PHASES) {
    for (const [version, seq] of entered) {
      const step = stepOf(version.life.steps)
      if (step === undefined) continue
      const actor = step === 'approved' || step === 'returned' ? reviewer : reporter
      const comment = step === 'returned' ? COMMENT : null
      const line = chain.step(moments[moment], actor, ACTIONS[step], seq, comment)
      sink.add('observation_step', [line, seq, step, comment])
      if (step === 'approved') inForce.approve(version, seq, line)
    }
  }
  return entered.length
}

/** The figure of an indicator in a sheet, and what becomes of it; undefined where there is none. */
export function versionOf(
  ground: Ground,
  { organisation, year, revision }: SheetName,
  indicator: Indicator,
  at: number,
): Version | undefined {
  const { lot, cells, reporting } = ground
  const series = seriesOf(ground, organisation, indicator, at)
  const cell = cellOf(series, year)
  if (cell >= cells || (revision === 2 && !isCorrected(lot, cell))) return undefined
  const life = revision === 1 ? firstLife(lot, cell, year) : secondLife(lot, cell, year)
  const { missingReason, provisional, breakBefore, note, correction } = life
  const figure: EnteredFigure = {
    regionCode: reporting[organisation]?.code ?? '',
    indicatorCode: indicator.code,
    year,
    measure: measureOf(series, year),
    revision,
    value: missingReason === null ? valueOf(series, year, revision === 2) : null,
    missingReason,
    provisional,
    breakBefore,
    source: SOURCES[at % SOURCES.length] ?? null,
    note,
    correction,
    sample: true,
  }
  return { cell, figure, life }
}

/** Who enters and who decides for an organisation. */
export const actorsOf = (organisation: number): [reporter: Actor, reviewer: Actor] => [
  oneOf(REPORTERS, organisation),
  oneOf(REVIEWERS, organisation),
]

function oneOf(actors: readonly Actor[], at: number): Actor {
  const actor = actors[at % actors.length]
  if (actor === undefined) throw new RangeError('nobody acts')
  return actor
}

const ACTIONS: Readonly<Record<ReviewStep, string>> = {
  submitted: 'observation.submit',
  withdrawn: 'observation.withdraw',
  approved: 'observation.approve',
  returned: 'observation.return',
  discarded: 'observation.discard',
}

/** Which step is taken when. */
const PHASES: readonly (readonly [(steps: readonly ReviewStep[]) => ReviewStep | undefined, keyof Moments])[] = [
  [(steps) => steps[0], 'submitted'],
  [(steps) => (steps[1] === 'withdrawn' ? steps[1] : undefined), 'withdrawn'],
  [(steps) => steps[2], 'again'],
  [(steps) => (steps[1] === 'withdrawn' ? steps[3] : steps[1]), 'decided'],
]
