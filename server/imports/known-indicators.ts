import type { Expected, ExpectedRow } from './match.ts'

export type Found =
  | { is: 'found'; row: ExpectedRow }
  | { is: 'unknown' }
  | { is: 'several'; codes: string }
  | { is: 'other-name'; expected: string }

/** The expected figures, to be found by what a row says of them. */
export interface KnownIndicators {
  /** By code, by exact name in either language, or by both where they agree; '' where the row does not say it. */
  find: (code: string, name: string) => Found
  /** The measure that a text names among those in which the figure may be entered; undefined where it names none. */
  measureOf: (row: ExpectedRow, text: string) => string | undefined
}

/** Names as they are compared: full-width forms, capitals and white space make no difference. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase()

export function knownIndicators({ rows }: Expected): KnownIndicators {
  const byCode = Map.groupBy(rows, ({ indicator }) => indicator.code)
  const byName = new Map<string, Map<string, ExpectedRow>>()
  for (const row of rows) {
    for (const name of namesOf(row)) {
      const named = byName.get(name) ?? new Map<string, ExpectedRow>()
      byName.set(name, named.set(row.indicator.code, row))
    }
  }
  const find = (code: string, name: string): Found => {
    const named = byName.get(plain(name)) ?? new Map<string, ExpectedRow>()
    if (code !== '') {
      const row = byCode.get(code.toLowerCase())?.[0]
      if (row === undefined) return { is: 'unknown' }
      if (name !== '' && !named.has(row.indicator.code)) return { is: 'other-name', expected: row.indicator.nameZh }
      return { is: 'found', row }
    }
    const [row] = named.values()
    if (row === undefined || name === '') return { is: 'unknown' }
    return named.size === 1 ? { is: 'found', row } : { is: 'several', codes: [...named.keys()].join('、') }
  }
  const measureOf = (row: ExpectedRow, text: string): string | undefined => {
    if (text === '') return row.measure
    const measures = (byCode.get(row.indicator.code) ?? []).flatMap(({ measure, measures: all }) => [measure, ...all])
    return measures.find((measure) => measure === plain(text) || measureLabel(measure) === plain(text))
  }
  return { find, measureOf }
}

const namesOf = ({ indicator }: ExpectedRow): string[] =>
  [indicator.nameZh, indicator.nameEn, indicator.shortNameZh, indicator.shortNameEn].map(plain)

/** A measure in words, as the template shows it. */
export function measureLabel(measure: string): string {
  if (measure === 'yoy') return '比上年变化'
  const [, year] = /^since:([0-9]{4})$/.exec(measure) ?? []
  return year === undefined ? '数值' : `比${year}年变化`
}

/** Whether a unit is the indicator's own, in either language and however wide it is written. */
export const isUnitOf = ({ indicator }: ExpectedRow, text: string): boolean =>
  [indicator.unitZh, indicator.unitEn].some((unit) => plain(unit) === plain(text))
