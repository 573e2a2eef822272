import axe, { type AxeResults } from 'axe-core'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { Kysely } from 'kysely'
import { inject } from 'vitest'
import { startChromium } from '../../scripts/chromium.ts'
import { faultsOf } from '../../scripts/page-faults.ts'
import { loadDemo } from '../../seeds/load-demo.ts'
import { buildApp } from '../../server/app.ts'
import type { Database } from '../../server/db/schema.ts'
import type { Clock } from '../../server/http/as-of.ts'
import { signIn } from './accounts.ts'
import { NOW } from './app.ts'
import { engineOfRun, openDatabase } from './databases.ts'
import { keepSigned, type Signed } from './snapshots.ts'

export interface BrowserTest {
  address: string
  browser: Browser
  db: Kysely<Database>
  /** What signs the log and keeps the snapshots, where the test asked for it. */
  signed: Signed | undefined
  /** A page of a new visitor, and what it complains about as it runs. */
  visit: (url: string, options?: BrowserContextOptions) => Promise<{ page: Page; complaints: string[] }>
  /** The same of someone who is signed in, without having typed a password. */
  visitAs: (
    username: string,
    url: string,
    options?: BrowserContextOptions,
  ) => Promise<{ page: Page; complaints: string[] }>
  close: () => Promise<void>
}

export interface BrowserTestOptions {
  publicRead?: boolean
  /** Whether the log is signed and snapshots are kept, in a folder of the test's own. */
  isSigned?: boolean
  clock?: Clock
}

/** The demo, or what else is loaded, in the real application on loopback, and a real Chromium to look at it with. */
export async function openBrowserTest(
  load?: (db: Kysely<Database>) => Promise<void>,
  { publicRead = true, isSigned = false, clock = () => NOW }: BrowserTestOptions = {},
): Promise<BrowserTest> {
  const { db, close } = await openDatabase(engineOfRun())
  await (load ?? loadTheDemo)(db)
  const mode = load === undefined ? 'demo' : 'live'
  const signed = isSigned ? await keepSigned(db, clock) : undefined
  const app = await buildApp({
    db,
    clock,
    mode,
    publicRead,
    pagesDir: inject('pagesDir'),
    ...(signed && { head: signed.head, snapshots: signed.snapshots }),
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await startChromium()
  const contexts: BrowserContext[] = []
  const open = async (url: string, options: BrowserContextOptions, headers: { cookie: string } | undefined) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    contexts.push(context)
    if (headers !== undefined) {
      const [name = '', value = ''] = headers.cookie.split('=')
      await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Lax' }])
    }
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(`${address}${url}`, { waitUntil: 'networkidle' })
    return { page, complaints }
  }
  return {
    address,
    browser,
    db,
    signed,
    visit: async (url, options = {}) => await open(url, options, undefined),
    visitAs: async (username, url, options = {}) => await open(url, options, await signIn(db, username)),
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()))
      await browser.close()
      await app.close()
      await signed?.remove()
      await close()
    },
  }
}

const loadTheDemo = (db: Kysely<Database>): Promise<void> => loadDemo(db, NOW)

/** What axe finds wrong with the page as it is, a line per rule. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations }: AxeResults = await page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

const WIDTHS_PX = [1920, 1440, 1024, 768, 480, 360, 320]
/** A chart is drawn anew after its box has got another size. */
const REDRAWN_MS = 100

/** What is seen to be wrong with the page at any width, from a wall to a small phone: sideways scrolling, cut or overlapping text. */
export async function faultsAtAnyWidth(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of WIDTHS_PX) {
    await page.setViewportSize({ width, height: 800 })
    await page.waitForTimeout(REDRAWN_MS)
    found.push(...(await faultsOf(page)).map((fault) => `${width} px: ${fault}`))
  }
  return found
}
