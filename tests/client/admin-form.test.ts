import { describe, expect, it } from 'vitest'
import { faultsOf, toFaults, withoutChanged } from '../../client/components/form/faults.ts'

describe('faults of a form', () => {
  it('are those that have a sentence', () => {
    expect(toFaults({ year: '不是年份', regionCodes: undefined, reason: false })).toEqual({ year: '不是年份' })
  })

  it('come from the server by their paths, the first of each field; a conflict is about the whole', () => {
    const errors = [
      { path: 'year', code: 'a', message: '先' },
      { path: 'year', code: 'b', message: '后' },
      { path: 'ifRevision', code: 'revision-conflict', message: '已有别人改过' },
    ]
    expect(faultsOf({ errors })).toEqual({ year: '先' })
    expect(faultsOf({})).toEqual({})
  })

  it('are forgotten with the field that is changed, and with its parts, and no others', () => {
    const faults = { regionCodes: '1', 'regionCodes.3': '2', regionCodesOf: '3', year: '4' }
    expect(withoutChanged(faults, ['regionCodes'])).toEqual({ regionCodesOf: '3', year: '4' })
  })
})
