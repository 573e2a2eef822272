import { describe, expect, it } from 'vitest'
import { toInstant } from '../../server/http/as-of.ts'

describe('the instant that an asOf names', () => {
  it.each([
    ['2026-03-18', '2026-03-18T15:59:59.999Z'],
    ['2024-02-29', '2024-02-29T15:59:59.999Z'],
    ['2026-03-18T08:00:00+08:00', '2026-03-18T00:00:00.000Z'],
    ['2026-03-18t00:00:00.5z', '2026-03-18T00:00:00.500Z'],
    ['2026-03-18T23:59:59.999999999Z', '2026-03-18T23:59:59.999Z'],
  ])('%s is %s', (text, instant) => {
    expect(toInstant(text)?.toISOString()).toBe(instant)
  })

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31T00:00:00Z',
    '2026-03-18T24:01:00Z',
    '2026-03-18T10:60:00Z',
    '2026-03-18T10:00:00+25:00',
  ])('%s is in no calendar', (text) => {
    expect(toInstant(text)).toBeUndefined()
  })
})
