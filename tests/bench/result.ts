import type { Engine } from '../../server/db/dialect.ts'

/**
 * What a goal asks. `speed`: at least so many times as fast as the reference; `times`: at most so many times the reference;
 * `most`: at most so much, whatever the reference does.
 */
export interface Wanted {
  is: 'speed' | 'times' | 'most'
  value: number
  /** From so many figures on; below, there is no goal. */
  from?: number
}

/** What one measurement gave: run by run, each beside its reference, which was measured just after it. */
export interface Result {
  goal: number
  /** What was measured; with goal, figures and engine it names the row. */
  what: string
  figures: number
  engine: Engine
  /** `per second` is better when it is more, the others when they are less. */
  unit: 'ms' | 'per second' | 'MB'
  ours: number[]
  /** Null where there is nothing to measure beside it. */
  reference: { name: string; values: number[] } | null
  wanted: Wanted | null
  /** What has to be known beside the numbers. */
  note?: string
  /** Why there are no numbers. */
  failed?: string
}

/** The middle of some numbers, with the least and the most of them. */
export interface Spread {
  median: number
  min: number
  max: number
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN
  return { median: (lower + upper) / 2, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN }
}

/** The value of `values` below which 99 of 100 are. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/**
 * Run by run, how ours stands to the reference: for `times` how many times the reference, else how many times as fast;
 * undefined without a reference.
 */
export function ratiosOf({ unit, ours, reference, wanted }: Result): number[] | undefined {
  if (reference === null || ours.length === 0) return undefined
  const isMoreBetter = unit === 'per second'
  return ours.map((value, at) => {
    const other = reference.values[at] ?? Number.NaN
    return wanted?.is === 'times' || isMoreBetter ? value / other : other / value
  })
}

/** What takes longer in all is not measured as often as it should be, and the report says so. */
const PATIENCE_MS = 600_000

/** Runs ours and the reference in turn, so often; what disturbs the machine disturbs both. */
export async function alternate(
  runs: number,
  ours: (run: number) => Promise<number>,
  reference: (run: number) => Promise<number>,
  patienceMilliseconds = PATIENCE_MS,
): Promise<{ ours: number[]; reference: number[] }> {
  const taken = { ours: [] as number[], reference: [] as number[] }
  const begin = performance.now()
  for (let run = 0; run < runs; run += 1) {
    if (performance.now() - begin > patienceMilliseconds) break
    taken.ours.push(await ours(run))
    taken.reference.push(await reference(run))
  }
  return taken
}

/** Milliseconds that something takes. */
export async function timed(what: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await what()
  return performance.now() - begin
}
