import { type CellStyle, writeXlsx } from 'hucre/xlsx'

/** How a cell looks, and whether it can be written into while its sheet is protected. */
export type Look = 'title' | 'words' | 'header' | 'group' | 'locked' | 'locked-figure' | 'input' | 'figure'

export interface WrittenCell {
  text: string
  look: Look
}

export interface WrittenRow {
  cells: readonly WrittenCell[]
  /** Drawn as one cell over the width of the table. */
  merged?: boolean
  /** In points; as the program sees fit where it is left out. */
  height?: number
}

/** A protected sheet of texts, ready to be filled in and printed. */
export interface WrittenSheet {
  name: string
  title: string
  /** In characters, one for each column. */
  widths: readonly number[]
  rows: readonly WrittenRow[]
  /** Rows and columns, counted from the corner, that stay in view. */
  frozen: { rows: number; columns: number }
  /** Cells, from 1, in which one of a few words is to be chosen. */
  lists: readonly { row: number; column: number; words: readonly string[]; hint: string }[]
}

const LINE = { style: 'thin', color: { rgb: 'B9C3CC' } } as const
const BOXED: CellStyle = { border: { top: LINE, right: LINE, bottom: LINE, left: LINE } }
const wrapped = { vertical: 'center', wrapText: true } as const
const right = { ...wrapped, horizontal: 'right' } as const
const GREY = { color: { rgb: '4A5560' } }

/** Every cell is text, so that a figure stays as it was typed. */
const LOOKS: Readonly<Record<Look, CellStyle>> = {
  title: { numFmt: '@', font: { size: 16, bold: true }, alignment: { vertical: 'center', horizontal: 'center' } },
  words: { numFmt: '@', font: { size: 10, ...GREY }, alignment: wrapped },
  header: { ...BOXED, numFmt: '@', font: { bold: true }, alignment: wrapped, fill: filled('E3EAF0') },
  group: { ...BOXED, numFmt: '@', font: { bold: true }, alignment: { vertical: 'center' }, fill: filled('F3F6F8') },
  locked: { ...BOXED, numFmt: '@', font: GREY, alignment: wrapped, fill: filled('FAFBFC') },
  'locked-figure': { ...BOXED, numFmt: '@', font: GREY, alignment: right, fill: filled('FAFBFC') },
  input: { ...BOXED, numFmt: '@', alignment: wrapped, protection: { locked: false } },
  figure: { ...BOXED, numFmt: '@', alignment: right, protection: { locked: false } },
}

function filled(rgb: string): CellStyle['fill'] & object {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } }
}

/** Files are compared by their bytes, so the time of writing is not in them. */
const NO_TIME = new Date(Date.UTC(2000, 0, 1))

/** The bytes of an XLSX file; the same for the same sheet. */
export async function writeSpreadsheet(sheet: WrittenSheet): Promise<Uint8Array> {
  const lastColumn = sheet.widths.length - 1
  const cells = sheet.rows.flatMap((row, rowIndex) =>
    row.cells.map(({ text, look }, index) => [`${rowIndex},${index}`, { value: text, style: LOOKS[look] }] as const),
  )
  const heights = sheet.rows.flatMap(({ height }, index) =>
    height === undefined ? [] : [[index, { height }] as const],
  )
  return await writeXlsx({
    properties: { title: sheet.title, creator: 'Tanbiao', created: NO_TIME, modified: NO_TIME },
    sheets: [
      {
        name: sheet.name,
        columns: sheet.widths.map((width) => ({ width })),
        rows: sheet.rows.map(() => []),
        cells: new Map(cells),
        rowDefs: new Map(heights),
        merges: sheet.rows.flatMap(({ merged }, row) =>
          merged === true ? [{ startRow: row, endRow: row, startCol: 0, endCol: lastColumn }] : [],
        ),
        freezePane: sheet.frozen,
        protection: { sheet: true, formatColumns: true, formatRows: true },
        dataValidations: sheet.lists.map(({ row, column, words, hint }) => ({
          type: 'list',
          values: [...words],
          range: `${String.fromCharCode(64 + column)}${row}`,
          allowBlank: true,
          showErrorMessage: true,
          errorTitle: hint,
          errorMessage: words.join('、'),
        })),
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `$${sheet.frozen.rows}:$${sheet.frozen.rows}`,
        },
      },
    ],
  })
}
