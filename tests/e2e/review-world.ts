import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { Kysely } from 'kysely'
import { inject } from 'vitest'
import { loadPlans } from '../../seeds/load.ts'
import { buildApp } from '../../server/app.ts'
import { type Actor, recordChange } from '../../server/audit/record.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import type { EnteredFigure } from '../../server/observations/rows.ts'
import { addAccount, signIn } from '../helpers/accounts.ts'
import { NOW } from '../helpers/app.ts'
import { engineOfRun, openDatabase } from '../helpers/databases.ts'
import { addApproved, aFigure, START } from '../helpers/world.ts'

// Qinghai's plans with invented figures: approved ones, those of a reporter that wait for a decision, and two who may decide.

const REPORTER: Actor = { username: 'qh-reporter', role: 'reporter' }
export const REVIEWER = 'qh-reviewer'
export const SECOND = 'qh-second'

export interface ReviewWorld {
  address: string
  db: Kysely<Database>
  /** The page of someone who is signed in, and what it complains about as it runs. */
  visitAs: (
    username: string,
    url: string,
    options?: BrowserContextOptions,
  ) => Promise<{ page: Page; complaints: string[] }>
  /** A decision by the API, as another reviewer would take it at another desk. */
  decideAs: (username: string, decision: 'approve' | 'return', ids: number[], comment?: string) => Promise<number>
  close: () => Promise<void>
}

const at = (day: number): Date => new Date(`2026-06-${day}T02:00:00.000Z`)

/** What is approved at the beginning, by indicator and year. */
const APPROVED: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'rd-personnel-per-10000': { 2021: '23.90', 2022: '25.14', 2023: '27.55', 2024: '28.40' },
  'rd-intensity': { 2021: '0.77', 2022: '0.80', 2023: '0.83', 2024: '0.87' },
  'industrial-enterprises-with-rd': { 2021: '18.74', 2022: '19.36', 2023: '20.42', 2024: '19.83' },
  'high-tech-enterprises': { 2021: '236', 2022: '249', 2023: '254', 2024: '267', 2025: '281' },
  'high-tech-enterprises-per-10000': { 2021: '15.02', 2022: '15.61', 2023: '16.48', 2024: '16.90' },
  'green-high-tech-enterprises-new': { 2023: '3', 2024: '2', 2025: '1' },
  'atmosphere-plateau-data-centre': { 2023: '0', 2024: '0', 2025: '0' },
}

async function addGround(db: Kysely<Database>): Promise<void> {
  await loadPlans(db, START)
  await addAccount(db, { username: REPORTER.username, displayName: '索南', role: 'reporter' })
  await addAccount(db, { username: REVIEWER, displayName: '马秀兰', role: 'reviewer' })
  await addAccount(db, { username: SECOND, displayName: '卓玛', role: 'reviewer' })
  for (const [indicatorCode, values] of Object.entries(APPROVED)) {
    for (const [year, value] of Object.entries(values)) {
      await addApproved(db, { indicatorCode, year: Number(year), value }, at(11))
    }
  }
}

/** Enters a figure and submits it; the number is its id. */
export async function submit(
  db: Kysely<Database>,
  part: Partial<EnteredFigure>,
  by: Actor = REPORTER,
  day = 16,
): Promise<number> {
  return await inWriteTransaction(db, async (trx) => {
    const figure = aFigure({ source: '科技经费投入统计公报', ...part })
    const observationId = await recordChange(trx, by, at(day), { action: 'observation.enter', data: figure })
    await recordChange(trx, by, at(day), { action: 'observation.submit', data: { observationId, comment: null } })
    return observationId
  })
}

/** What waits at the beginning, by what is remarkable about it. */
export async function addWaiting(db: Kysely<Database>) {
  const again = await submit(db, { indicatorCode: 'rd-personnel-per-10000', value: '29.8' }, REPORTER, 12)
  await inWriteTransaction(db, (trx) =>
    recordChange(trx, { username: SECOND, role: 'reviewer' }, at(14), {
      action: 'observation.return',
      data: { observationId: again, comment: '请按统计年鉴填两位小数。' },
    }),
  )
  return {
    /** Turns its milestone of 2025 to 未完成; came back once. */
    again: await submit(db, { indicatorCode: 'rd-personnel-per-10000', revision: 2, value: '29.83' }, REPORTER, 17),
    /** Turns too, and is provisional. */
    provisional: await submit(db, { indicatorCode: 'rd-intensity', value: '0.89', provisional: true }),
    /** Exactly last year's figure, which is explained. */
    explained: await submit(db, {
      indicatorCode: 'industrial-enterprises-with-rd',
      value: '19.83',
      note: '与上年相同，已与统计部门核对。',
    }),
    /** Corrects an approved figure of an earlier year. */
    correction: await submit(db, {
      indicatorCode: 'high-tech-enterprises',
      year: 2023,
      revision: 2,
      value: '252',
      correction: { code: 'source-revised', reason: '两家企业年底未通过复核。' },
    }),
    /** Was entered by the reviewer, at a time when that was a reporter. */
    own: await submit(
      db,
      { indicatorCode: 'high-tech-enterprises-per-10000', value: '17.10' },
      { username: REVIEWER, role: 'reporter' },
    ),
    /** Built at last. */
    built: await submit(db, {
      indicatorCode: 'atmosphere-plateau-data-centre',
      revision: 2,
      value: '1',
      correction: { code: 'late-return', reason: '12 月验收，补报。' },
    }),
    /** New in the year: bars and their running total. */
    flow: await submit(db, {
      indicatorCode: 'green-high-tech-enterprises-new',
      revision: 2,
      value: '6',
      correction: { code: 'late-return', reason: '年底认定的 1 家补报。' },
    }),
  }
}

/** All of this, in the real application on loopback; whoever starts the browser closes it. */
export async function openReviewWorld(
  browser: Browser,
): Promise<ReviewWorld & { ids: Awaited<ReturnType<typeof addWaiting>> }> {
  const { db, close } = await openDatabase(engineOfRun())
  await addGround(db)
  const ids = await addWaiting(db)
  const app = await buildApp({ db, clock: () => NOW, publicRead: true, pagesDir: inject('pagesDir') })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const contexts: BrowserContext[] = []
  return {
    address,
    db,
    ids,
    visitAs: async (username, url, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
      contexts.push(context)
      const [name = '', value = ''] = (await signIn(db, username)).cookie.split('=')
      await context.addCookies([{ name, value, url: address }])
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error)))
      await page.goto(`${address}${url}`, { waitUntil: 'networkidle' })
      return { page, complaints }
    },
    decideAs: async (username, decision, observationIds, comment) => {
      const { cookie } = await signIn(db, username)
      const payload = { decision, observationIds, ...(comment !== undefined && { comment }) }
      const answer = await app.inject({ method: 'POST', url: '/api/reviews', headers: { cookie }, payload })
      return answer.statusCode
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()))
      await app.close()
      await close()
    },
  }
}
