import type { Language } from '../../../server/domain/labels.ts'
import { toDate } from '../../format.ts'

/**
 * A sentence as official documents set it: no space between Han characters and digits or Latin letters. The pages put
 * one there; documents on paper do not.
 */
export const tight = (sentence: string): string =>
  sentence.replace(/(?<=[\p{Script=Han}，。；：、（）《》“”]) +| +(?=[\p{Script=Han}，。；：、（）《》“”])/gu, '')

/** Text of the pages in the form of the document; English stays as it is. */
export const official = (sentence: string, language: Language): string =>
  language === 'en' ? sentence : tight(sentence)

/** The day of an instant in Shanghai as documents write it: 2026年6月30日, 30 June 2026. */
export function toDocumentDay(instant: string, language: Language): string {
  const [year = '', month = '', day = ''] = toDate(instant).split('-')
  if (language === 'zh-CN') return `${year}年${Number(month)}月${Number(day)}日`
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(new Date(instant))
}
