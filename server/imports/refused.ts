import type { Data } from './table.ts'

/** Why a file is no table, or its table no import. `row` and `column` count from 1 and are there where one exists. */
export type RefusalCode =
  | 'upload-too-large'
  | 'busy'
  | 'too-slow'
  | 'too-complex'
  | 'empty-file'
  | 'old-xls'
  | 'password'
  | 'xlsb'
  | 'ods'
  | 'not-xlsx'
  | 'csv-is-spreadsheet'
  | 'too-many-entries'
  | 'unpacked-too-large'
  | 'lying-sizes'
  | 'damaged-zip'
  | 'damaged-xml'
  | 'doctype'
  | 'damaged-cell'
  | 'too-many-sheets'
  | 'which-sheet'
  | 'no-visible-sheet'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'cell-too-long'
  | 'too-much-text'
  | 'too-many-remarks'
  | 'control-character'
  | 'encoding'
  | 'quote-not-closed'
  | 'quote-inside'
  | 'no-header'
  | 'no-value-column'
  | 'no-indicator-column'
  | 'duplicate-column'
  | 'year-of-column'
  | 'template-of-other-region'
  | 'template-of-other-year'

export interface Refusal {
  code: RefusalCode
  row?: number
  column?: number
  data?: Data
}

/** Thrown where a file cannot be read any further; whoever reads it answers with the refusal. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(code: RefusalCode, { row, column, data }: Omit<Refusal, 'code'> = {}) {
    super(code)
    this.refusal = {
      code,
      ...(row !== undefined && { row }),
      ...(column !== undefined && { column }),
      ...(data !== undefined && { data }),
    }
  }
}
