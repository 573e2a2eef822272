import { createHash } from 'node:crypto'
import type { Draft } from '../contract/entry.ts'
import type { ImportChange, ImportPreview } from '../contract/import.ts'
import type { Sheet, SheetRow } from '../contract/entry.ts'
import type { Observation } from '../contract/observation.ts'
import type { Language } from '../domain/labels.ts'
import { type FieldError, Refusal } from '../http/refusal.ts'
import { SENTENCES } from '../http/sentences.ts'
import type { Entry, Match } from './match.ts'
import { matchRows } from './match-rows.ts'
import { readTable } from './read-table.ts'
import { tellEntry, tellFileRefusal, tellIgnored, tellProblem, tellRemark } from './telling.ts'
import type { Refusal as FileRefusal } from './refused.ts'
import type { Table } from './table.ts'

/** What a file would enter on a sheet. */
export interface ReadImport {
  sha256: string
  drafts: Draft[]
  /** The entry of each draft. */
  entries: Entry[]
  matched: Extract<Match, { is: 'matched' }>
  table: Table
}

// Spreadsheets of any age begin like this: a ZIP, or the container of old .xls and of files with a password.
const SPREADSHEETS = ['504b0304', 'd0cf11e0']

/** Reads a file for a sheet; refuses what is no table, or whose table is not of this sheet. */
export async function readImport(bytes: Buffer, sheet: Sheet, regionNameZh: string): Promise<ReadImport> {
  const kind = SPREADSHEETS.includes(bytes.subarray(0, 4).toString('hex')) ? 'xlsx' : 'csv'
  const read = await readTable(bytes, { kind })
  if (read.is === 'refused') throw refused(read.refusal, sheet.year)
  const { regionCode, year, rows } = sheet
  const matched = matchRows(read.table, { regionCode, regionNameZh, year, rows })
  if (matched.is === 'refused') throw refused(matched.refusal, year)
  const rowOf = new Map(rows.map((row) => [`${row.indicator.code}/${row.measure}`, row]))
  const entries = matched.entries.filter((entry) => !isUnchanged(entry, rowOf.get(nameOf(entry))))
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    drafts: entries.map((entry) => toDraft(entry, sheet, rowOf.get(nameOf(entry)))),
    entries,
    matched,
    table: read.table,
  }
}

function refused(refusal: FileRefusal, year: number): Refusal {
  const { code, row, column } = refusal
  const message = { 'zh-CN': tellFileRefusal(refusal, year, 'zh-CN'), en: tellFileRefusal(refusal, year, 'en') }
  const path = [...(row === undefined ? [] : ['row', row]), ...(column === undefined ? [] : ['column', column])].join(
    '.',
  )
  const options = code === 'busy' ? { detail: message, retryAfterSeconds: 5 } : { detail: message }
  return new Refusal(code === 'busy' ? 429 : 422, 'file-refused', [{ path, code, message }], options)
}

const nameOf = ({ indicatorCode, measure }: { indicatorCode: string; measure: string }): string =>
  `${indicatorCode}/${measure}`

/** What stands on the sheet now: the draft, or what is approved. */
const standing = (row: SheetRow | undefined): Observation | null => row?.pending ?? row?.approved ?? null

function isUnchanged(entry: Entry, row: SheetRow | undefined): boolean {
  const now = standing(row)
  return (
    now !== null &&
    now.value === entry.value &&
    now.missingReason === entry.missingReason &&
    now.provisional === entry.provisional &&
    now.source === entry.source &&
    now.note === entry.note
  )
}

function toDraft(entry: Entry, { regionCode, year }: Sheet, row: SheetRow | undefined): Draft {
  const { indicatorCode, measure, value, missingReason, provisional, source, note } = entry
  const breakBefore = value !== null && (standing(row)?.breakBefore ?? false)
  const figure = { regionCode, indicatorCode, year, measure, value, missingReason, provisional, breakBefore }
  // A correction of a correction that is being drafted keeps its reason; any other is made on the sheet itself.
  const correction = row?.pending?.correction ?? null
  return { ...figure, source, note, correction, ifRevision: row?.revision ?? 0 }
}

/** What is told before anything is done: every change, and every problem with its row and column. */
export function toPreview(
  read: ReadImport,
  sheet: Sheet,
  refusals: readonly FieldError[],
  id: string | null,
  language: Language,
): ImportPreview {
  const { matched, entries, table } = read
  const rowOf = new Map(sheet.rows.map((row) => [`${row.indicator.code}/${row.measure}`, row]))
  const problems = [
    ...matched.problems.map((problem) => ({
      row: problem.row,
      column: problem.column?.letter ?? null,
      code: problem.code as string,
      message: tellProblem(problem, language),
    })),
    ...refusals.map((refusal) => {
      const [, index = ''] = refusal.path.split('.')
      const row = entries[Number(index)]?.row ?? null
      const sentence = 'message' in refusal ? refusal.message : SENTENCES[refusal.code]
      const where = row === null ? '' : language === 'en' ? `Row ${row}: ` : `第 ${row} 行：`
      return { row, column: null, code: refusal.code as string, message: where + sentence[language] }
    }),
  ]
  return {
    id: problems.length > 0 ? null : id,
    regionCode: sheet.regionCode,
    year: sheet.year,
    sheet: table.sheet,
    changes: entries.map((entry) => toChange(entry, rowOf.get(nameOf(entry)), language)),
    unchanged: matched.entries.length - entries.length,
    unfilled: matched.unfilled,
    problems: problems.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0)),
    remarks: [
      ...table.remarks
        .filter(({ row, column }) => row === undefined || column === undefined)
        .map((remark) => tellRemark(remark, language)),
      ...matched.ignored.map((ignored) => tellIgnored(ignored, language)),
    ],
  }
}

function toChange(entry: Entry, row: SheetRow | undefined, language: Language): ImportChange {
  const { remarks: _remarks, conversions: _conversions, ...change } = entry
  const now = standing(row)
  const remarks = row === undefined ? [] : tellEntry(entry, row.indicator, language)
  if (now === null) return { ...change, before: null, remarks }
  const { value, missingReason, state, provisional, source, note } = now
  return { ...change, before: { value, missingReason, state, provisional, source, note }, remarks }
}
