import { describe, expect, it } from 'vitest'
import { passwordFaults } from '../../server/domain/password-faults.ts'
import { ACCOUNT_ATTEMPTS, isExpired, POLICIES, waitSeconds } from '../../server/domain/policies.ts'

describe('nist', () => {
  it.each([
    'demo-only-password',
    'correct horse battery staple',
    '春眠不觉晓处处闻啼鸟夜来风雨声',
    'eine kuh auf dem eis',
    '日日日是好日 und kein Ende',
    ' leading and trailing ',
    'only small letters here',
  ])('takes %s', (password) => {
    expect(passwordFaults('nist', password, 'qh-reporter')).toEqual([])
  })

  it.each([
    ['fourteen chars', 'password-short-15'],
    ['春眠不觉晓处处闻啼鸟夜来风雨', 'password-short-15'],
    // Full-width and decomposed letters count as the one letter that they are.
    ['e\u0301'.repeat(8), 'password-short-15'],
    ['x'.repeat(201), 'password-long'],
    ['half a character \uD800', 'password-unstorable'],
    ['a NUL at the end\0', 'password-unstorable'],
    ['passwordpassword', 'password-commonplace'],
    ['Password12345678', 'password-commonplace'],
    ['tanbiao-tanbiao-tanbiao', 'password-commonplace'],
    ['碳标碳标碳标碳标碳标碳标碳标碳标', 'password-commonplace'],
    ['QwertyUiopAsdfghjkl', 'password-commonplace'],
    ['111111111111111', 'password-commonplace'],
    ['123456789012345', 'password-commonplace'],
    ['abcabcabcabcabcabc', 'password-commonplace'],
    ['abcdefghijklmnop', 'password-commonplace'],
    ['xkqxkqxkqxkqxkqxkq', 'password-commonplace'],
    ['qh-reporter-2026', 'password-commonplace'],
    ['QH-REPORTERqh-reporter', 'password-commonplace'],
    ['               ', 'password-commonplace'],
  ])('refuses %j: %s', (password, fault) => {
    expect(passwordFaults('nist', password, 'qh-reporter')).toEqual([fault])
  })

  it('asks for no kinds of characters and for no change', () => {
    expect(POLICIES.nist.passwords).toMatchObject({ classes: 1, expiresAfterDays: null, remembered: 0 })
    expect(isExpired('nist', new Date('2000-01-01T00:00:00Z'), new Date('2030-01-01T00:00:00Z'))).toBe(false)
  })
})

describe('dengbao', () => {
  it.each(['Erste-Kuh-1', 'kuh auf Eis', '青海湖Sommer2', 'xK3xK9xK2m'])('takes %s', (password) => {
    expect(passwordFaults('dengbao', password, 'qh-reporter')).toEqual([])
  })

  it.each([
    ['Kurz-1', ['password-short-10']],
    ['nur kleine buchstaben', ['password-unmixed']],
    ['GROSSE UND BLANKE', ['password-unmixed']],
    ['kurz', ['password-short-10', 'password-unmixed']],
    ['My-QH-Reporter-Eisberg99', ['password-holds-username']],
    ['Password-1234', ['password-commonplace']],
    ['Tanbiao@2026', ['password-commonplace']],
    ['Aa1Aa1Aa1Aa1', ['password-commonplace']],
  ])('refuses %j: %j', (password, faults) => {
    expect(passwordFaults('dengbao', password, 'qh-reporter')).toEqual(faults)
  })

  it('wants another password after 90 days', () => {
    const setAt = new Date('2026-01-01T00:00:00.000Z')
    expect(isExpired('dengbao', setAt, new Date('2026-04-01T00:00:00.000Z'))).toBe(false)
    expect(isExpired('dengbao', setAt, new Date('2026-04-01T00:00:00.001Z'))).toBe(true)
  })
})

describe('the wait after so many failures', () => {
  const waits = (limits: Parameters<typeof waitSeconds>[0], most: number): number[] =>
    Array.from({ length: most + 1 }, (_, failures) => waitSeconds(limits, failures))

  it('doubles, and ends in the hold', () => {
    expect(waits(POLICIES.nist.attempts, 11)).toEqual([0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 900, 900])
    expect(waits(POLICIES.dengbao.attempts, 6)).toEqual([0, 0, 0, 2, 4, 1800, 1800])
  })

  it('is none for an account or an address alone before the hundredth', () => {
    expect(waitSeconds(ACCOUNT_ATTEMPTS, 99)).toBe(0)
    expect(waitSeconds(ACCOUNT_ATTEMPTS, 100)).toBe(900)
  })
})
