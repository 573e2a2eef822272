import { describe, expect, it } from 'vitest'
import { CANONICAL_FIGURE } from '../../server/domain/words.ts'

describe('a canonical figure', () => {
  it.each(['0', '-3.8', '1.0', '17.55', '-0.5', '123456789012345678901234567890'])('takes %s', (text) => {
    expect(text).toMatch(CANONICAL_FIGURE)
  })
  it.each(['', '01', '+1', '.5', '1.', '1e3', '1,000', '−3', '１', ' 1', 'NaN'])('refuses %j', (text) => {
    expect(text).not.toMatch(CANONICAL_FIGURE)
  })
})
