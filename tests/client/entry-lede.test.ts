import { describe, expect, it } from 'vitest'
import { en } from '../../client/i18n/entry-en.ts'
import { zh } from '../../client/i18n/entry-zh.ts'
import { periodSentence } from '../../client/pages/entry/lede.ts'
import { aRow, AT } from './entry-fixture.ts'

const said = (text: typeof zh, opensOn: string, closesOn: string, today: string): string => {
  const row = aRow({ entry: { state: 'open', roundId: 1, kind: 'annual', opensOn, closesOn } })
  return periodSentence({ asOf: AT, today, regionCode: '63', year: 2025, rows: [row], people: {} }, text).trim()
}

describe('the first line of a sheet', () => {
  it.each([
    ['2026-02-15', '2026-03-31', '2026-03-01', '2 月 15 日至 3 月 31 日，还剩 30 天'],
    ['2026-01-15', '2027-01-20', '2026-11-21', '2026 年 1 月 15 日至 2027 年 1 月 20 日，还剩 60 天'],
    ['2026-11-01', '2027-01-20', '2027-01-20', '2026 年 11 月 1 日至 2027 年 1 月 20 日，今天截止'],
  ])('from %s to %s, read on %s: %s', (from, to, today, expected) => {
    expect(said(zh, from, to, today)).toBe(`填报期 ${expected}。`)
  })

  it('says the year in English, too, where it is not this one', () => {
    expect(said(en, '2026-02-15', '2026-03-31', '2026-03-30')).toBe('Open from 15 February to 31 March, 1 day left.')
    expect(said(en, '2026-01-15', '2027-01-20', '2026-11-21')).toBe(
      'Open from 15 January 2026 to 20 January 2027, 60 days left.',
    )
  })
})
