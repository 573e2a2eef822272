import type { Language } from './labels.ts'
import type { Kind } from './words.ts'

/** What of an indicator the words of its row need. */
interface AskedIndicator {
  kind: Kind
  unitZh: string
  unitEn: string
}

const ZH: Record<Exclude<Kind, 'change'>, string> = {
  level: '当年数值，存量填年末数',
  cumulative: '自方案实施以来的累计值，不会减少',
  flow: '当年新增，不要填累计数',
  done: '是否建成',
}

const EN: Record<Exclude<Kind, 'change'>, string> = {
  level: 'the value of the year; for a stock, at the end of the year',
  cumulative: 'the running total since the plan began; it cannot fall',
  flow: 'new in the year; no running total',
  done: 'built or not',
}

/**
 * What a row asks for, with its unit: 当年新增，不要填累计数（家）.
 *
 * @param measure of kind `change`: `yoy` or `since:YYYY`; for all others it says nothing
 */
export function askedInWords({ kind, unitZh, unitEn }: AskedIndicator, measure: string, language: Language): string {
  const base = measure.startsWith('since:') ? measure.slice(6) : undefined
  if (language === 'en') {
    const change = `the change on ${base ?? 'the year before'}; a fall is negative`
    return `${kind === 'change' ? change : EN[kind]}${unitEn && ` (${unitEn})`}`
  }
  const change = `比${base ? ` ${base} 年` : '上年'}的变化率，下降填负数`
  return `${kind === 'change' ? change : ZH[kind]}${unitZh && `（${unitZh}）`}`
}
