import type { Engine } from '../../server/db/dialect.ts'
import { ratiosOf, type Result, type Spread, spreadOf } from './result.ts'

/** How a ratio stands to the same ratio elsewhere: at another size, or on the other engine. */
export interface Derived {
  goal: number
  what: string
  figures: number
  engine: Engine
  ratio: Spread
  wanted: { is: 'speed' | 'times'; value: number; from?: number }
}

/** Only ratios hold from one run to another, so what is compared over runs is ratios to the same reference. */
export function derive(results: readonly Result[]): Derived[] {
  return results.flatMap((result) => [
    ...(result.goal === 1 ? perRow(results, result) : []),
    ...(result.goal === 3 || result.goal === 6 ? againstSmall(results, result) : []),
    ...(result.engine === 'postgres' ? onPostgres(results, result) : []),
  ])
}

function perRow(results: readonly Result[], result: Result): Derived[] {
  // What is only compared has no goal.
  if (result.reference === null || result.wanted === null || result.figures <= 100_000) return []
  const ratio = compare(find(results, { ...result, figures: 100_000 }), result)
  const what = 'time of a row, against 100,000 figures'
  return ratio ? [{ ...keyOf(result), what, ratio, wanted: { is: 'times', value: 1.5 } }] : []
}

function againstSmall(results: readonly Result[], result: Result): Derived[] {
  if (result.reference === null || result.figures <= 10_000) return []
  const ratio = compare(result, find(results, { ...result, figures: 10_000 }))
  const what = `${result.what}: rate against 10,000 figures`
  return ratio ? [{ ...keyOf(result), what, ratio, wanted: { is: 'speed', value: 0.9 } }] : []
}

function onPostgres(results: readonly Result[], result: Result): Derived[] {
  if (result.goal === 1 && result.reference !== null) {
    const ratios = ratiosOf(result)
    if (ratios === undefined) return []
    const what = 'whole CSV, against psql COPY'
    return [{ ...keyOf(result), goal: 8, what, ratio: spreadOf(ratios), wanted: { is: 'speed', value: 0.7 } }]
  }
  if (result.goal !== 3) return []
  const ratio = compare(result, find(results, { ...result, engine: 'sqlite' }))
  const what = `${result.what}: rate against SQLite`
  return ratio ? [{ ...keyOf(result), goal: 8, what, ratio, wanted: { is: 'speed', value: 0.5 } }] : []
}

const keyOf = ({ goal, figures, engine }: Result) => ({ goal, figures, engine })

const find = (results: readonly Result[], { goal, what, figures, engine }: Result): Result | undefined =>
  results.find((one) => one.goal === goal && one.what === what && one.figures === figures && one.engine === engine)

/** How often the ratio of `base` goes into that of `result`; the bounds are the widest that the runs allow. */
function compare(result: Result | undefined, base: Result | undefined): Spread | undefined {
  const ratios = result && ratiosOf(result)
  const others = base && ratiosOf(base)
  if (ratios === undefined || others === undefined) return undefined
  const one = spreadOf(ratios)
  const other = spreadOf(others)
  return { median: one.median / other.median, min: one.min / other.max, max: one.max / other.min }
}
