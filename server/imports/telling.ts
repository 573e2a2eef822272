import type { Language } from '../domain/labels.ts'
import type { Wanted } from '../domain/typed-figure-wanted.ts'
import { tellConversion, tellMissing, tellRefusal } from '../domain/typed-figure-words.ts'
import type { Entry, Ignored, Problem } from './match.ts'
import type { Refusal, RefusalCode } from './refused.ts'
import { IGNORED_SENTENCES, PROBLEM_SENTENCES, REFUSAL_SENTENCES, REMARK_SENTENCES } from './sentences.ts'
import { columnLetter, type Data, type Remark } from './table.ts'

const BYTES: readonly RefusalCode[] = ['upload-too-large', 'unpacked-too-large']
const MEGABYTE = 1024 * 1024
/** What is said of a text in a sentence; longer ones are cut. */
const LONGEST_QUOTE = 40

/** Why a file is no import, with the row and column where there is one. `year` is that of the import. */
export function tellFileRefusal({ code, row, column, data }: Refusal, year: number, language: Language): string {
  const limit = Number(data?.['limit'])
  const told = BYTES.includes(code) ? { ...data, limit: `${limit / MEGABYTE} MB` } : data
  return place(row, column, '', language) + filled(REFUSAL_SENTENCES[code][language], { year, ...told })
}

/** What is wrong with a row, beginning with where it stands: 第 7 行 F 列（2025 年数值）：… */
export function tellProblem({ row, column, code, data, figure }: Problem, language: Language): string {
  const where = place(row, column?.letter, column?.header ?? '', language)
  if (code === 'figure') return where + (figure === undefined ? '' : tellRefusal(figure, language))
  return where + filled(PROBLEM_SENTENCES[code][language], data)
}

/** What is to be shown of an entry before it is taken: what was made of the typed text, and what its cell does not show. */
export function tellEntry(entry: Entry, wanted: Wanted, language: Language): string[] {
  const { typed, value, conversions, missingReason, remarks } = entry
  const missing = { is: 'missing', typed, suggestion: missingReason } as const
  const taken =
    value === null
      ? typed !== '' && tellMissing(missing, language)
      : tellConversion({ is: 'figure', typed, value, conversions }, wanted, language)
  return [
    ...(taken ? [taken] : []),
    ...remarks.map(({ code, data }) => tellRemark({ code, ...(data && { data }) }, language)),
  ]
}

/** What is to be told of a cell, a row, a column or a sheet that was read, or left out. */
export function tellRemark({ row, column, code, data }: Remark, language: Language): string {
  return place(row, column, '', language) + filled(REMARK_SENTENCES[code][language], data ?? {})
}

/** What was not taken, and why. */
export function tellIgnored(ignored: Ignored, language: Language): string {
  const column = 'column' in ignored ? ignored.column : undefined
  const row = 'row' in ignored ? ignored.row : undefined
  return (
    place(row, column?.letter, column?.header ?? '', language) + filled(IGNORED_SENTENCES[ignored.why][language], {})
  )
}

function place(row: number | undefined, column: number | string | undefined, header: string, language: Language) {
  const letter = typeof column === 'number' ? columnLetter(column) : column
  const name = cut(header)
  if (row === undefined && letter === undefined) return ''
  if (language === 'en') {
    const places = [row === undefined ? '' : `row ${row}`, letter === undefined ? '' : `column ${letter}`]
    const where = places.filter((part) => part !== '').join(', ')
    return `${where[0]?.toUpperCase() ?? ''}${where.slice(1)}${name && ` (${name})`}: `
  }
  const places = [row === undefined ? '' : `第 ${row} 行`, letter === undefined ? '' : `${letter} 列`]
  return `${places.filter((part) => part !== '').join(' ')}${name && `（${name}）`}：`
}

const cut = (text: string): string => {
  const signs = Array.from(text.replaceAll(/\s+/g, ' '))
  return signs.length > LONGEST_QUOTE ? `${signs.slice(0, LONGEST_QUOTE).join('')}…` : signs.join('')
}

const filled = (sentence: string, data: Data): string =>
  sentence.replaceAll(/\{([a-zA-Z0-9]+)\}/g, (_, name: string) => cut(String(data[name] ?? '')))
