import type { FigureText } from '../model.ts'
import type { Kind } from '../words.ts'
import type { Finding } from './telling.ts'

interface Input {
  indicator: { kind: Kind }
  figure: { year: number; measure: string; value: FigureText | null }
  others: readonly { year: number; measure: string; value: FigureText; breakBefore: boolean }[]
  replaced: FigureText | null
  nowYear: number
}

/** Everything that is to be said about a figure. */
export function checkFigure({ indicator, figure, nowYear }: Input): Finding[] {
  const findings: Finding[] = []
  if (figure.year > nowYear) findings.push({ code: 'future-year', severity: 'malformed' })
  const isChange = figure.measure !== 'value'
  const isLater = figure.measure.startsWith('since:') && Number(figure.measure.slice(6)) >= figure.year
  if ((indicator.kind === 'change') !== isChange || isLater)
    findings.push({ code: 'measure-does-not-fit', severity: 'malformed' })
  const isBit = figure.value === null || figure.value === '0' || figure.value === '1'
  if (indicator.kind === 'done' && !isBit) findings.push({ code: 'not-built-or-not', severity: 'malformed' })
  return findings
}
