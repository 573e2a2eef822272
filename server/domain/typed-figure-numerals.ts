import type { FigureText } from './model.ts'

const DIGITS = '零一二三四五六七八九'
/** Banker's and older numerals, and the two zeros and twos, as the common ones. */
const TWINS: Record<string, string> = Object.fromEntries(
  [
    '壹一',
    '贰二',
    '叁三',
    '肆四',
    '伍五',
    '陆六',
    '柒七',
    '捌八',
    '玖九',
    '拾十',
    '佰百',
    '仟千',
    '萬万',
    '億亿',
    '〇零',
    '两二',
  ].map(([twin = '', common = '']) => [twin, common]),
)
const NUMERAL = /^[零一二三四五六七八九十百千万亿]+$/
const FACTORS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/**
 * A number written in Chinese numerals, perhaps with its unit; undefined where it is none.
 *
 * Its value is null where it is not certain: 一百二 is 120 to one and 102 to another.
 */
export function readChineseNumeral(half: string, unitZh: string): { value: FigureText | null } | undefined {
  const bare = unitZh !== '' && half.endsWith(unitZh) ? half.slice(0, -unitZh.length).trimEnd() : half
  const text = Array.from(bare, (sign) => TWINS[sign] ?? sign).join('')
  return NUMERAL.test(text) ? { value: valueOf(text) } : undefined
}

function valueOf(text: string): FigureText | null {
  if (/^[零一二三四五六七八九]+$/.test(text))
    return Array.from(text, (sign) => DIGITS.indexOf(sign))
      .join('')
      .replace(/^0+(?=.)/, '')
  if (/[百千万亿][一二三四五六七八九]$/.test(text)) return null
  let [total, section, digit] = [0, 0, 0]
  for (const sign of text) {
    const factor = FACTORS[sign]
    if (factor) {
      section += (digit || 1) * factor
      digit = 0
    } else if (sign === '万' || sign === '亿') {
      const counted = section + digit
      total = sign === '万' ? total + counted * 1e4 : (total + counted) * 1e8
      section = digit = 0
    } else {
      if (digit) return null
      digit = DIGITS.indexOf(sign)
    }
  }
  const value = total + section + digit
  return value > 0 && Number.isSafeInteger(value) ? String(value) : null
}
