import { describe, expect, it } from 'vitest'
import { askedInWords } from '../../server/domain/asked.ts'
import type { Kind } from '../../server/domain/words.ts'

describe('what a row asks for', () => {
  it.each<[Kind, string, string, string]>([
    ['flow', 'value', '当年新增，不要填累计数（家）', 'new in the year; no running total (enterprises)'],
    [
      'cumulative',
      'value',
      '自方案实施以来的累计值，不会减少（家）',
      'the running total since the plan began; it cannot fall (enterprises)',
    ],
    [
      'level',
      'value',
      '当年数值，存量填年末数（家）',
      'the value of the year; for a stock, at the end of the year (enterprises)',
    ],
    [
      'change',
      'yoy',
      '比上年的变化率，下降填负数（家）',
      'the change on the year before; a fall is negative (enterprises)',
    ],
    [
      'change',
      'since:2020',
      '比 2020 年的变化率，下降填负数（家）',
      'the change on 2020; a fall is negative (enterprises)',
    ],
  ])('of kind %s, measure %s, with its unit', (kind, measure, zh, en) => {
    const indicator = { kind, unitZh: '家', unitEn: 'enterprises' }
    expect(askedInWords(indicator, measure, 'zh-CN')).toBe(zh)
    expect(askedInWords(indicator, measure, 'en')).toBe(en)
  })
  it('of built or not, without a unit', () => {
    expect(askedInWords({ kind: 'done', unitZh: '', unitEn: '' }, 'value', 'zh-CN')).toBe('是否建成')
  })
})
