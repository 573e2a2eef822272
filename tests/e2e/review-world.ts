import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Kysely } from 'kysely'
import { inject } from 'vitest'
import { startChromium } from '../../scripts/chromium.ts'
import { loadDemo } from '../../seeds/load-demo.ts'
import { buildApp } from '../../server/app.ts'
import { type Actor, recordChange } from '../../server/audit/record.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import type { EnteredFigure } from '../../server/observations/rows.ts'
import { addAccount, signIn } from '../helpers/accounts.ts'
import { NOW } from '../helpers/app.ts'
import { openDatabase } from '../helpers/databases.ts'
import { aFigure } from '../helpers/world.ts'

// The demo's Qinghai with figures of its reporter that wait for a decision, and two who may decide.

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

/** Enters a figure and submits it; the number is its id. */
export async function submit(
  db: Kysely<Database>,
  part: Partial<EnteredFigure>,
  by: Actor = REPORTER,
  day = 16,
): Promise<number> {
  return await inWriteTransaction(db, async (trx) => {
    const figure = aFigure({ source: '科技经费投入统计公报', sample: true, ...part })
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

/** The demo with what waits in it, in the real application on loopback, and a real Chromium to look at it with. */
export async function openReviewWorld(): Promise<ReviewWorld & { ids: Awaited<ReturnType<typeof addWaiting>> }> {
  const { db, close } = await openDatabase('sqlite')
  await loadDemo(db, NOW)
  await addAccount(db, { username: SECOND, displayName: '卓玛', role: 'reviewer' }, at(11))
  const ids = await addWaiting(db)
  const app = await buildApp({ db, clock: () => NOW, mode: 'demo', publicRead: true, pagesDir: inject('pagesDir') })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser: Browser = await startChromium()
  return {
    address,
    db,
    ids,
    visitAs: async (username, url, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
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
      await browser.close()
      await app.close()
      await close()
    },
  }
}
