import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from '../../server/accounts/passwords.ts'
import { Refusal } from '../../server/http/refusal.ts'

describe('a stored password', () => {
  it('is argon2id with 19 MiB and two passes, and a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword('demo-only-password'), hashPassword('demo-only-password')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(other)
  })

  it('is known again, in whatever Unicode form it is typed', async () => {
    const hash = await hashPassword('Ｑｉｎｇｈａｉ é')
    expect(await verifyPassword('Qinghai e\u0301', hash)).toBe(true)
    expect(await verifyPassword('Qinghai e', hash)).toBe(false)
  })

  it('of another program with other costs is known too', async () => {
    // "password" with the salt "somesalt", from the tests of the reference implementation.
    const hash = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'
    expect(await verifyPassword('password', hash)).toBe(true)
    expect(await verifyPassword('Password', hash)).toBe(false)
  })

  it('that is not there is never right', async () => {
    expect(await verifyPassword('', undefined)).toBe(false)
    expect(await verifyPassword('anything', undefined)).toBe(false)
  })

  it('that is damaged is an error, and not a wrong password', async () => {
    await expect(verifyPassword('x', '$argon2id$v=19$nonsense')).rejects.toThrow('no argon2id hash')
  })
})

describe('a flood of passwords', () => {
  it('waits in a line of which the end is told to come again, and the line goes on', async () => {
    const cheap = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'
    const flood = await Promise.allSettled(Array.from({ length: 1000 }, () => verifyPassword('password', cheap)))
    const taken = flood.filter((one) => one.status === 'fulfilled')
    const sentAway = flood.filter((one) => one.status === 'rejected')
    // Two at work and two hundred in the line.
    expect(taken).toHaveLength(202)
    for (const { reason } of sentAway) {
      expect(reason).toBeInstanceOf(Refusal)
      expect(reason).toMatchObject({ statusCode: 429, occasion: { retryAfterSeconds: 5 } })
    }
    expect(await verifyPassword('password', cheap)).toBe(true)
  })
})
