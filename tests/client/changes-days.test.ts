import { expect, it } from 'vitest'
import { yearBefore } from '../../client/pages/changes/asked.ts'

it('goes back one year to the same day, in leap years too', () => {
  expect(yearBefore('2026-11-21')).toBe('2025-11-21')
  expect(yearBefore('2024-12-31')).toBe('2023-12-31')
  expect(yearBefore('2024-02-29')).toBe('2023-02-28')
})
