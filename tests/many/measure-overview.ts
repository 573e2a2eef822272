import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'

const WATCH = readFileSync(path.join(import.meta.dirname, 'painted.js'), 'utf8')
/** Begins by itself: this program may be slow to say so, while it answers as the server. */
const WATCH_AND_CHOOSE = `${WATCH}\nwatch.answered = watch.usable()`

/** Milliseconds of each run. */
export type Times = readonly number[]

export interface Measured {
  what: string
  times: Times
}

const SCREEN = { width: 1440, height: 900 }

/** Chooses something, as someone would who looks at the list of this address. */
interface Choice {
  what: string
  from: string
  choose: (page: Page) => Promise<void>
}

/** As a hand does it: the pointer arrives before it presses, and presses for a moment. */
async function click(link: Locator): Promise<void> {
  await link.hover()
  await link.page().waitForTimeout(200)
  await link.click({ delay: 80 })
}

const select = (page: Page, at: number, option: string): Promise<unknown> =>
  page.locator('.filters select').nth(at).selectOption(option)

const CHOICES: readonly Choice[] = [
  {
    what: 'status, in the table of counts',
    from: '/',
    choose: (page) => click(page.locator('table.counts tr.chosen a.cell').nth(1)),
  },
  { what: 'milestone', from: '/', choose: (page) => click(page.locator('table.counts th a').last()) },
  { what: 'region', from: '/', choose: async (page) => void (await select(page, 0, '63')) },
  { what: 'theme', from: '/', choose: async (page) => void (await select(page, 2, 'platforms')) },
  {
    what: 'no region any more: all targets again',
    from: '/?region=63',
    choose: async (page) => void (await select(page, 0, '')),
  },
  { what: 'list grouped by plan', from: '/', choose: (page) => click(page.locator('a[href*="by=plan"]').first()) },
  { what: 'search, one word pasted', from: '/', choose: search },
]

/** What is searched is asked for when the field has the focus, before anyone can have typed. */
async function search(page: Page): Promise<void> {
  const texts = page.waitForResponse('**/api/target-texts*')
  await page.locator('input[type=search]').focus()
  await (await texts).finished()
  await page.waitForTimeout(500)
  await page.keyboard.insertText('实验室')
}

export interface Place {
  browser: Browser
  address: string
  /** By how much the processor is slowed. */
  slowed: number
  runs: number
}

/** A page of a new visitor, with nothing kept from before. */
async function withPage<Result>(
  { browser, slowed }: Place,
  use: (page: Page) => Promise<Result>,
  script: string,
): Promise<Result> {
  const context = await browser.newContext({ viewport: SCREEN })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowed })
    await page.addInitScript({ content: script })
    return await use(page)
  } finally {
    await context.close()
  }
}

async function repeated(
  place: Place,
  what: string,
  measure: (page: Page) => Promise<number>,
  script = WATCH,
): Promise<Measured> {
  const times: number[] = []
  for (let run = 0; run < place.runs; run += 1) times.push(await withPage(place, measure, script))
  console.log(`${what}: ${times.map((time) => time.toFixed(0)).join(', ')} ms`)
  return { what, times }
}

const TASK = `(() => {
  const begin = performance.now()
  const numbers = Array.from({ length: 200_000 }, (_, at) => (at * 7919) % 199_999)
  document.title = String(numbers.toSorted((a, b) => a - b).join().length)
  return performance.now() - begin
})()`

/** What the same browser and server take for next to nothing: a page of one word, and a fixed piece of work. */
export const measureReference = async (place: Place): Promise<Measured[]> => [
  await repeated(place, 'an empty page of the same server, painted', async (page) => {
    await page.goto(`${place.address}/empty.html`)
    return await page.evaluate<number>('watch.anything')
  }),
  await repeated(place, 'a reference task: 200,000 numbers made, sorted and joined', async (page) => {
    await page.goto(`${place.address}/empty.html`)
    return await page.evaluate<number>(TASK)
  }),
]

/** From the start of the navigation. */
export const measureOpening = async (place: Place): Promise<Measured[]> => [
  await repeated(place, 'first row of the list painted', async (page) => {
    await page.goto(place.address, { waitUntil: 'commit' })
    return await page.evaluate<number>('watch.firstRow')
  }),
  await repeated(
    place,
    'usable: a filter chosen at once is answered',
    async (page) => {
      await page.goto(place.address, { waitUntil: 'commit' })
      return await page.evaluate<number>('watch.answered')
    },
    WATCH_AND_CHOOSE,
  ),
]

/** From the input to the painted list that follows from it. */
export async function measureFilters(place: Place): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const { what, from, choose } of CHOICES) {
    measured.push(
      await repeated(place, what, async (page) => {
        await page.goto(`${place.address}${from}`, { waitUntil: 'networkidle' })
        await page.evaluate<number>('watch.firstRow')
        const next = page.evaluate<number>('watch.nextList()')
        await choose(page)
        return await next
      }),
    )
  }
  return measured
}
