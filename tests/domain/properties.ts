import fc from 'fast-check'
import { progress as contract } from '../../server/contract/progress.ts'
import { roundHalfAway, toFraction } from '../../server/domain/decimal.ts'
import { promisedMilestones } from '../../server/domain/milestones.ts'
import type { FigureText, ProgressInput } from '../../server/domain/model.ts'
import { progressOf } from '../../server/domain/progress.ts'
import type { Status } from '../../server/domain/words.ts'
import { GREATEST_RISE, legalInputs } from './legal-inputs.ts'
import { baselineOf, figure, milestone } from './pledge.ts'
import { promises, START } from './random-promises.ts'

// Laws of the method over random promises. A failure prints the seed and the path that replay it.

function withFigures(input: ProgressInput, change: (value: FigureText) => FigureText): ProgressInput {
  const { milestone: made } = input.promised
  const { baseline, value, valueHigh } = made
  return {
    ...input,
    figures: input.figures.map((row) => ({ ...row, value: change(row.value) })),
    promised: {
      ...input.promised,
      milestone: {
        ...made,
        value: value && change(value),
        valueHigh: valueHigh && change(valueHigh),
        baseline: baseline && { ...baseline, value: change(baseline.value) },
      },
    },
  }
}

/** What may not depend on the unit. */
function verdictOf(input: ProgressInput) {
  const { status, reason, flags, coveredShare, pathShare, projectedYear, projectionRefused, second } = progressOf(input)
  return { status, reason, flags, coveredShare, pathShare, projectedYear, projectionRefused, second: second?.status }
}

/** What may not depend on which way is up, either; a growth rate has no mirror image. */
function pathVerdictOf(input: ProgressInput) {
  const { flags, second: _second, ...verdict } = verdictOf(input)
  return { ...verdict, ownFlags: flags.filter((flag) => flag !== 'methods-disagree') }
}

const times = (factor: FigureText) => (value: FigureText) =>
  roundHalfAway(toFraction(value).mul(toFraction(factor)), 12)

function assertSame(a: object, b: object) {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)]
  if (one !== other) throw new Error(`${one} became ${other}`)
}

/** Tonnes or kilograms, households or ten thousand of them: another unit changes no verdict. */
export function assertAnotherUnitChangesNothing(numRuns: number): void {
  const factor = fc.constantFrom('0.0001', '0.3', '1.1', '7', '12.345', '10000')
  fc.assert(
    fc.property(promises, factor, (input, by) =>
      assertSame(verdictOf(input), verdictOf(withFigures(input, times(by)))),
    ),
    { numRuns },
  )
}

/** A rising promise mirrored into a falling one is judged alike. */
export function assertMirroringChangesNothing(numRuns: number): void {
  fc.assert(
    fc.property(promises, (input) => assertSame(pathVerdictOf(input), pathVerdictOf(mirrored(input)))),
    { numRuns },
  )
}

function mirrored(input: ProgressInput): ProgressInput {
  const turned = withFigures(input, times('-1'))
  const { milestone: made } = turned.promised
  const ends = made.comparator === 'between' ? { value: made.valueHigh, valueHigh: made.value } : {}
  const comparator = made.comparator === 'at-least' ? 'at-most' : made.comparator
  return {
    ...turned,
    indicator: { ...turned.indicator, better: 'lower' },
    promised: { ...turned.promised, milestone: { ...made, ...ends, comparator } },
  }
}

/** From worst to best, as far as two of them can be compared at all. */
const RANK: Record<Status, number> = {
  'no-data': 0,
  'not-assessable': 0,
  missed: 0,
  'moving-away': 1,
  'far-behind': 2,
  behind: 3,
  'on-track': 4,
  achieved: 5,
}

/** Who improves the latest figure never gets a worse status for it. */
export function assertBetterIsNeverWorse(numRuns: number): void {
  fc.assert(
    fc.property(promises, fc.integer({ min: 1, max: 2000 }), (input, more) => {
      const before = progressOf(input)
      const better = input.figures.map((row) =>
        row.year === before.latest?.year
          ? { ...row, value: roundHalfAway(toFraction(row.value).add(more, 1000), 3) }
          : row,
      )
      const after = progressOf({ ...input, figures: better })
      if (RANK[after.status] < RANK[before.status]) throw new Error(`${before.status} became ${after.status}`)
    }),
    { numRuns },
  )
}

const cutOffs = fc.constantFrom<[FigureText, Status, Status]>(
  ['0.95', 'on-track', 'behind'],
  ['0.6', 'behind', 'far-behind'],
  ['0', 'far-behind', 'moving-away'],
)

/** At a cut-off the status is the better one, and the least bit below it the worse one, whatever the numbers. */
export function assertCutOffsHoldExactly(numRuns: number): void {
  const scene = fc.record({
    from: fc.integer({ min: -5000, max: 5000 }),
    // Divisible by every span of years, so that the path's values are decimals; the share of the path is below 1.
    way: fc.integer({ min: 1, max: 900 }).map((units) => units * 2520),
    places: fc.integer({ min: 0, max: 20 }),
    span: fc.integer({ min: 2, max: 10 }),
    elapsed: fc.integer({ min: 1, max: 9 }),
  })
  fc.assert(
    fc.property(scene, cutOffs, ({ from, way, places, span, elapsed }, [share, at, below]) => {
      fc.pre(elapsed < span)
      const scale = 10n ** BigInt(places)
      const text = (units: ReturnType<typeof toFraction>) => roundHalfAway(units.div(scale), places + 30)
      const start = toFraction(String(from))
      const onCutOff = start.add(toFraction(String(way)).mul(elapsed, span).mul(toFraction(share)))
      const statusAt = (value: FigureText) =>
        progressOf({
          indicator: { kind: 'level', better: 'higher', unitZh: '', unitEn: '', decimals: 0 },
          promised: {
            milestone: milestone({
              year: START + span,
              value: text(start.add(way)),
              baseline: baselineOf([START, text(start)]),
            }),
            baselineSeq: 1,
          },
          original: null,
          figures: [figure({ year: START + elapsed, value })],
          nowYear: START + elapsed,
        }).status
      const bit = toFraction('1').div(10n ** 25n)
      const statuses = [statusAt(text(onCutOff)), statusAt(text(onCutOff.sub(bit)))]
      if (statuses[0] !== at || statuses[1] !== below) throw new Error(`${statuses.join(' and ')} around ${share}`)
    }),
    { numRuns },
  )
}

/** Any figures that the API takes are judged, in finite numbers, canonical figures and whole sentences. */
export function assertAnswersEveryLegalInput(numRuns: number): void {
  fc.assert(
    fc.property(legalInputs, (input) => {
      const answer = progressOf(input)
      contract.parse(answer)
      const words = answer.explanationZh + answer.explanationEn
      if (/NaN|Infinity|undefined|null/.test(words)) throw new Error(words)
    }),
    { numRuns, examples: [[GREATEST_RISE]] },
  )
}

/** A promise of one level and one figure, from `START` on. */
function levelOf(
  [from, to, figureText]: readonly [FigureText, FigureText, FigureText],
  [span, elapsed]: readonly [number, number],
): ProgressInput {
  const better = toFraction(to).gt(toFraction(from)) ? 'higher' : 'lower'
  const year = START + span
  return {
    indicator: { kind: 'level', better, unitZh: '', unitEn: '', decimals: 0 },
    promised: {
      milestone: milestone({
        year,
        value: to,
        comparator: better === 'higher' ? 'at-least' : 'at-most',
        baseline: baselineOf([START, from]),
      }),
      baselineSeq: 1,
    },
    original: null,
    figures: [figure({ year: START + elapsed, value: figureText })],
    nowYear: START + elapsed,
  }
}

/** A yearly growth of exactly the cut-off's part of the promised one is not below it, in any unit; a little less is. */
export function assertGrowthCutOffsHold(numRuns: number): void {
  const scene = fc.record({
    from: fc.integer({ min: 1, max: 5000 }),
    // Promised growth a year, in twentieths: from −90 % to +200 %.
    twentieths: fc.integer({ min: -18, max: 40 }).filter((rate) => rate !== 0),
    span: fc.integer({ min: 2, max: 10 }),
    elapsed: fc.integer({ min: 1, max: 9 }),
    unit: fc.constantFrom('0.0001', '0.3', '1', '7', '12.345'),
  })
  fc.assert(
    fc.property(scene, cutOffs, ({ from, twentieths, span, elapsed, unit }, [share, at, below]) => {
      fc.pre(elapsed < span)
      const start = toFraction(String(from)).mul(toFraction(unit))
      const rate = toFraction(String(twentieths)).div(20)
      const after = (years: number, part: FigureText, less: number) =>
        roundHalfAway(
          start.mul(
            rate
              .mul(toFraction(part).sub(less, 10n ** 9n))
              .add(1)
              .pow(years),
          ),
          200,
        )
      const statusAt = (less: number) =>
        progressOf(
          levelOf([roundHalfAway(start, 200), after(span, '1', 0), after(elapsed, share, less)], [span, elapsed]),
        ).second?.status
      const statuses = [statusAt(0), statusAt(1)]
      if (statuses[0] !== at || statuses[1] !== below) throw new Error(`${statuses.join(' and ')} around ${share}`)
    }),
    { numRuns },
  )
}

/** Where baseline and deadline are a year apart, growth is the line: the methods give one ratio and one status. */
export function assertOneYearIsJudgedAlike(numRuns: number): void {
  const level = fc.integer({ min: 1, max: 10_000 })
  const shares = fc.oneof(
    fc.constantFrom('0.95', '0.6', '0', '0.94999999999999999999', '-0.0000000000000001'),
    fc.constant(null),
  )
  fc.assert(
    fc.property(level, level, level, shares, (from, to, any, share) => {
      fc.pre(from !== to)
      const start = toFraction(String(from))
      const reached = share === null ? toFraction(String(any)) : start.add(toFraction(share).mul(to - from))
      const answer = progressOf(levelOf([String(from), String(to), roundHalfAway(reached, 30)], [1, 1]))
      const isOnPath = answer.status !== 'achieved' && answer.status !== 'missed'
      const isSame = answer.second?.ratio === answer.pathShare && (!isOnPath || answer.second?.status === answer.status)
      if (!isSame || answer.flags.includes('methods-disagree')) throw new Error(JSON.stringify(answer))
    }),
    { numRuns },
  )
}

/** Whatever a target promised first is still in force, or a milestone says that the target was revised. */
export function assertNoPromiseVanishes(numRuns: number): void {
  const promise = fc.tuple(fc.integer({ min: 2024, max: 2030 }), fc.constantFrom('50', '100'))
  const revision = fc
    .uniqueArray(promise, { selector: ([year]) => year, minLength: 1, maxLength: 4 })
    .map((rows) => rows.map(([year, value]) => milestone({ year, value })))
  fc.assert(
    fc.property(fc.array(revision, { minLength: 1, maxLength: 4 }), (revisions) => {
      const tracked = promisedMilestones(revisions.map((milestones, at) => ({ seq: at + 1, milestones })))
      const inForce = new Set(tracked.map(({ promised }) => JSON.stringify(promised.milestone)))
      const kept = revisions[0]?.every((first) => inForce.has(JSON.stringify(first)))
      const isRevised = tracked.some(({ original }) => original !== null)
      if (!kept && !isRevised) throw new Error('a promise vanished')
      if (isRevised && revisions.every((one) => JSON.stringify(one) === JSON.stringify(revisions[0])))
        throw new Error('nothing was revised')
    }),
    { numRuns },
  )
}
