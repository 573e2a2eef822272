import { openXlsx, saveXlsx } from 'hucre/xlsx'

/** What is written into a row of the template. */
export interface Filling {
  value?: string | number
  provisional?: string
  source?: string
  note?: string
  reason?: string
}

const COLUMNS = { value: 6, provisional: 7, source: 8, note: 9, reason: 10 } as const
const KEYS = ['value', 'provisional', 'source', 'note', 'reason'] as const

/** The template as another program saves it after filling in these rows, by indicator code. */
export async function fillTemplate(
  template: Uint8Array,
  fillings: Readonly<Record<string, Filling>>,
): Promise<{ bytes: Buffer; rowOf: (code: string) => number }> {
  const workbook = await openXlsx(template)
  const rows = workbook.sheets[0]?.rows ?? []
  const indexOf = (code: string): number => rows.findIndex(([first]) => first === code)
  for (const [code, filling] of Object.entries(fillings)) {
    const row = rows[indexOf(code)]
    if (row === undefined) throw new Error(`no row of ${code}`)
    for (const key of KEYS) {
      const text = filling[key]
      if (text !== undefined) row[COLUMNS[key]] = text
    }
  }
  return { bytes: Buffer.from(await saveXlsx(workbook)), rowOf: (code) => indexOf(code) + 1 }
}

/** The rows of a CSV under the header that the template has, too. */
export const csvOf = (year: number, ...rows: string[]): string =>
  [`指标代码,${year} 年数值,初步数,来源,备注,缺报原因`, ...rows].join('\r\n')
