import type { Language } from '../../../server/domain/labels.ts'

const HAN = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1–99 in Han numerals, as headings count: 十, 十一, 二十三. */
export function toHan(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${HAN[tens]}十`
  return head + (ones === 0 && tens > 0 ? '' : HAN[ones])
}

/** The number before a heading of the first level: “一、”, “1. ”. Source: GB/T 9704 */
export const firstLevel = (number: number, language: Language): string =>
  language === 'en' ? `${number}. ` : `${toHan(number)}、`

/** The number before a heading of the second level: “（一）”, “(a) ”. */
export const secondLevel = (number: number, language: Language): string =>
  language === 'en' ? `(${String.fromCharCode(96 + number)}) ` : `（${toHan(number)}）`
