/** How a spreadsheet shows a number, as far as it changes what the number says. */
export interface NumberFormat {
  isDate: boolean
  /** Whether the number is shown times a hundred with a percent sign. */
  percent: boolean
  /** Digits after the point that are always shown; 1 with one of them is 1.0. */
  leastDecimals: number
  /** Digits after the point that are shown at most; null where the format leaves it open. */
  mostDecimals: number | null
  /** Whether it is shown in thousands, as a fraction, or times ten thousand: not by its own digits. */
  scaled: boolean
}

/** Formats that have a number of their own and no code in the file. */
export const NUMBER_FORMATS: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'yyyy/m/d'] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, 'h:mm:ss'] as const),
  ...[37, 38].map((id) => [id, '#,##0'] as const),
  ...[39, 40].map((id) => [id, '#,##0.00'] as const),
  ...[41, 42].map((id) => [id, '#,##0'] as const),
  ...[43, 44].map((id) => [id, '#,##0.00'] as const),
])

/** Longer codes are not looked into; no spreadsheet writes them. */
const LONGEST_CODE = 255

/** What a format's code says of positive numbers; '' is the general format. */
export function numberFormat(code: string): NumberFormat {
  const section = firstSection(code.slice(0, LONGEST_CODE))
  const open = { isDate: false, percent: false, leastDecimals: 0, mostDecimals: null, scaled: false }
  if (section === '' || /general|@/i.test(section)) return open
  if (/[ymdhs年月日时分秒]/i.test(section)) return { ...open, isDate: true }
  if (/e[+-]/i.test(section)) return open
  const [, decimals = ''] = /\.([0#?]*)/.exec(section) ?? []
  const percents = section.split('%').length - 1
  return {
    isDate: false,
    percent: percents === 1,
    leastDecimals: /^0*/.exec(decimals)?.[0].length ?? 0,
    mostDecimals: decimals.length,
    scaled: /[0#?],+(?![0#?])/.test(section) || section.includes('/') || percents > 1,
  }
}

/** The first part of a code, without quoted text, colours, conditions, padding and escaped characters. */
function firstSection(code: string): string {
  let section = ''
  for (let at = 0; at < code.length; at += 1) {
    const character = code[at] ?? ''
    if (character === ';') break
    if (character === '"') at = endOf(code, '"', at)
    else if (character === '[') {
      const end = endOf(code, ']', at)
      if (/^\[(h+|m+|s+)\]$/i.test(code.slice(at, end + 1))) section += 'h'
      at = end
    } else if (character === '\\' || character === '!' || character === '_' || character === '*') at += 1
    else section += character
  }
  return section
}

function endOf(code: string, mark: string, from: number): number {
  const end = code.indexOf(mark, from + 1)
  return end === -1 ? code.length : end
}
