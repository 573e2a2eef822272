import { MEASURE, type Kind } from '../words.ts'
import type { CheckInput, Finding } from './finding.ts'

/** Whether figures of this kind and year can have this measure: `change` a change, against an earlier year; all others `value`. */
export function measureFits(kind: Kind, measure: string, year: number): boolean {
  if (!MEASURE.test(measure)) return false
  if (kind !== 'change') return measure === 'value'
  return measure === 'yoy' || (measure.startsWith('since:') && Number(measure.slice(6)) < year)
}

/** A year that has not begun has no figure. */
export function futureYear({ figure, nowYear }: CheckInput): Finding | undefined {
  return figure.year > nowYear ? { code: 'future-year', severity: 'malformed', year: figure.year } : undefined
}

export function measureDoesNotFit({ indicator: { kind }, figure: { year, measure } }: CheckInput): Finding | undefined {
  return measureFits(kind, measure, year)
    ? undefined
    : { code: 'measure-does-not-fit', severity: 'malformed', measure, kind }
}

/** Built is 1, not built 0, and there is nothing between them. */
export function notBuiltOrNot({ indicator: { kind }, figure: { value } }: CheckInput): Finding | undefined {
  if (kind !== 'done' || value === null || value === '0' || value === '1') return undefined
  return { code: 'not-built-or-not', severity: 'malformed', value }
}
