import type { InjectOptions } from 'fastify'
import type { Kysely } from 'kysely'
import type { Database } from '../../server/db/schema.ts'
import type { RoundTerms } from '../../server/rounds/rows.ts'
import { addAccount, signIn } from './accounts.ts'
import { type Answer, NOW, openApp, type TestApp } from './app.ts'
import { addApproved, addGround, addIndicator, addTarget, record } from './world.ts'

/** Someone signed in, asking the API. */
export type Person = <Body = Record<string, unknown>>(
  method: NonNullable<InjectOptions['method']>,
  url: string,
  payload?: object,
) => Promise<Answer<Body>>

export interface Desk extends TestApp {
  db: Kysely<Database>
  /** A new session of this account. */
  as: (username: string) => Promise<Person>
}

export const aRound = (part: Partial<RoundTerms> = {}): RoundTerms => ({
  roundId: null,
  revision: 1,
  year: 2025,
  kind: 'annual',
  regionCodes: ['63'],
  indicatorCodes: null,
  opensOn: '2026-02-15',
  closesOn: '2026-07-31',
  ...part,
})

export const addRound = (db: Kysely<Database>, part: Partial<RoundTerms> = {}): Promise<number> =>
  record(db, { action: 'round.revise', data: aRound(part) })

/**
 * Qinghai with two laboratories' worth of figures: the target's indicator `laboratories` (a level with figures of 2021
 * to 2024), the monitored `patents`; two reporters, two reviewers, a reporter of Shandong, and the other roles. Its
 * round of 2025 is open on the day of the tests.
 */
export async function openDesk(db: Kysely<Database>, round: Partial<RoundTerms> | null = {}): Promise<Desk> {
  await addGround(db)
  await record(db, {
    action: 'region.add',
    data: { code: '37', nameZh: '山东', nameEn: 'Shandong', parentCode: null },
  })
  await addIndicator(db)
  await addIndicator(db, { code: 'patents', shortNameZh: '专利', nameZh: '专利数' })
  await addTarget(db)
  for (const [year, value] of Object.entries({ 2021: '25', 2022: '30', 2023: '36', 2024: '40' })) {
    await addApproved(db, { year: Number(year), value })
  }
  await addAccount(db, { username: 'qh-reporter', role: 'reporter' })
  await addAccount(db, { username: 'qh-second', role: 'reporter' })
  await addAccount(db, { username: 'qh-reviewer', role: 'reviewer' })
  await addAccount(db, { username: 'qh-other-reviewer', role: 'reviewer' })
  await addAccount(db, { username: 'sd-reporter', role: 'reporter', regionCode: '37' })
  await addAccount(db, { username: 'sd-reviewer', role: 'reviewer', regionCode: '37' })
  for (const role of ['leader', 'auditor', 'administrator'] as const) await addAccount(db, { username: role, role })
  if (round !== null) await addRound(db, round)
  const app = await openApp(db)
  const as: Desk['as'] = async (username) => {
    const headers = await signIn(db, username, NOW)
    return async <Body>(method: NonNullable<InjectOptions['method']>, url: string, payload?: object) =>
      (await app.request({
        method,
        url,
        headers: { ...headers, 'accept-language': 'en' },
        ...(payload && { payload }),
      })) as Answer<Body>
  }
  return { ...app, db, as }
}

/** A draft as the API takes it. */
export const aDraft = (part: Record<string, unknown> = {}): Record<string, unknown> => ({
  regionCode: '63',
  indicatorCode: 'laboratories',
  year: 2025,
  value: '45',
  source: '年报',
  ...part,
})
