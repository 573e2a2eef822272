import { describe, expect, it } from 'vitest'
import {
  accountStand,
  accountTerms,
  actsOf,
  lackingOfAccount,
  mentions,
  NEW_ACCOUNT,
} from '../../client/pages/admin/accounts/account-terms.ts'
import type { Account } from '../../server/contract/account.ts'
import type { Label } from '../../server/domain/labels.ts'

const WORDS = { needed: 'needed', say: (label: Label): string => label.en }

const anAccount = (part: Partial<Account> = {}): Account => ({
  username: 'qh-reporter',
  displayName: '索南（青海填报）',
  role: 'reporter',
  regionCode: '63',
  email: null,
  active: true,
  revision: 1,
  hasPassword: true,
  invited: false,
  lastSeenAt: null,
  history: [],
  ...part,
})

const filled = { ...NEW_ACCOUNT, username: 'qh-new', displayName: '才让', regionCode: '63', reason: '来函' }

describe('a new account', () => {
  it('is whole with user name, name, region and reason', () => {
    expect(lackingOfAccount(filled, WORDS)).toEqual({})
  })

  it.each([
    ['a user name with capitals', { username: 'QH' }, 'username'],
    ['no name', { displayName: ' ' }, 'displayName'],
    ['a reporter without a region', { regionCode: '' }, 'regionCode'],
    ['an address without @', { email: 'name.example.cn' }, 'email'],
    ['no reason', { reason: '' }, 'reason'],
  ])('is not with %s', (_what, part, path) => {
    expect(Object.keys(lackingOfAccount({ ...filled, ...part }, WORDS))).toEqual([path])
  })

  it('has a region only where its role has one', () => {
    expect(lackingOfAccount({ ...filled, role: 'leader', regionCode: '' }, WORDS)).toEqual({})
    expect(accountTerms({ ...filled, role: 'leader' })).toMatchObject({ regionCode: null, email: null })
    expect(accountTerms({ ...filled, role: 'reviewer', email: ' a@b.cn ' })).toMatchObject({
      regionCode: '63',
      email: 'a@b.cn',
    })
  })
})

describe('an account in the list', () => {
  it.each([
    [{ active: false }, 'inactive'],
    [{}, 'able'],
    [{ hasPassword: false, invited: true }, 'invited'],
    [{ hasPassword: false }, 'without-link'],
  ])('with %j says %s', (part, stand) => {
    expect(accountStand(anAccount(part))).toBe(stand)
  })

  it('is found by all words, in names and in what they are for', () => {
    const names = ['填报员', '青海省']
    expect(mentions(anAccount(), names, '青海 填报')).toBe(true)
    expect(mentions(anAccount(), names, 'ＱＨ-rep')).toBe(true)
    expect(mentions(anAccount(), names, '青海 审核')).toBe(false)
    expect(mentions(anAccount(), names, '')).toBe(true)
  })

  it('that is inactive can be activated and corrected, and given no link', () => {
    expect(actsOf({ active: false })).toEqual(['change', 'activate'])
    expect(actsOf({ active: true })).not.toContain('activate')
  })
})
