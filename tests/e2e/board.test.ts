import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserTest, openBrowserTest } from '../helpers/browser.ts'

const pageOf = (page: Page): number => Number(new URL(page.url()).searchParams.get('page') ?? '1')

const cursorOf = (page: Page): Promise<unknown> =>
  page.evaluate("getComputedStyle(document.querySelector('.board')).cursor")

const MINUTE_MS = 60_000
/** A busy machine is slow. */
const SOON = { timeout: 15_000 }

const WALLS_PX = [
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
] as const

/** How far the page scrolls, and what of it lies beyond its place. */
const BEYOND = `(() => {
  const page = document.querySelector('.board-page')
  const inside = page.getBoundingClientRect()
  const out = [...page.querySelectorAll(':not(.visually-hidden)')].filter((one) => {
    const box = one.getBoundingClientRect()
    return box.bottom > inside.bottom + 1 || box.right > inside.right + 1
  })
  return [document.documentElement.scrollHeight - innerHeight, out.map((one) => one.className || one.textContent)]
})()`

/** A pointer that moves over the page in the moment in which that is drawn, and rests from then on. */
const MOVES_ONCE_DRAWN = `new MutationObserver((_changes, observer) => {
  const title = document.querySelector('.board-page h1')
  if (title === null) return
  observer.disconnect()
  title.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse' }))
}).observe(document, { childList: true, subtree: true })`

describe('the board', () => {
  let test: BrowserTest
  beforeAll(async () => {
    test = await openBrowserTest()
  })
  afterAll(async () => await test.close())

  const open = async (query: string, options: Parameters<BrowserTest['visit']>[1] = {}): Promise<Page> => {
    const { page } = await test.visit(`/board${query}`, options)
    await page.locator('.board-page h1').waitFor()
    return page
  }
  const countOf = async (page: Page): Promise<number> =>
    Number(/共 (\d+) 页/.exec(await page.locator('.board-where').innerText())?.[1])
  /** The board under a clock that the test moves. */
  const openInTime = async (query: string): Promise<{ page: Page; complaints: string[] }> => {
    const opened = await test.visit('/no-such-page')
    opened.complaints.length = 0
    await opened.page.clock.install({ time: new Date('2026-06-30T04:00:00Z') })
    await opened.page.goto(`${test.address}/board${query}`)
    await opened.page.locator('.board-page h1').waitFor()
    return opened
  }

  describe.each(['', 'region=63&milestone=2030', 'plan=cn-carbon-2022-2030', 'milestone=next'])('?%s', (query) => {
    it.each(['zh-CN', 'en'])('fits on the wall without scrolling, whatever its size (%s)', async (lang) => {
      const page = await open(`?${query}&lang=${lang}`, { reducedMotion: 'reduce' })
      const count = Number((await page.locator('.board-where b').innerText()).match(/\d+/g)?.at(-1))
      expect(count).toBeGreaterThan(3)
      for (let index = 1; index <= count; index++) {
        await expect
          .poll(() => page.locator('.board-where b').innerText(), SOON)
          .toMatch(new RegExp(`^\\D*${index}\\D`))
        for (const [width, height] of WALLS_PX) {
          await page.setViewportSize({ width, height })
          expect(await page.evaluate(BEYOND), `page ${index} at ${width} × ${height}`).toEqual([0, []])
        }
        await page.keyboard.press('ArrowRight')
      }
      await page.context().close()
    })
  })

  it('is large enough for five metres', async () => {
    const page = await open('?page=2', { reducedMotion: 'reduce', viewport: { width: 1920, height: 1080 } })
    const least = await page.evaluate(
      `Math.min(...[...document.querySelectorAll('.board-page :is(h1, small, b, a)')].map((one) => parseFloat(getComputedStyle(one).fontSize)))`,
    )
    expect(least).toBeGreaterThanOrEqual(28)
  })

  it('can be read on a phone', async () => {
    const page = await open('?page=2', { viewport: { width: 360, height: 780 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  })

  it('says first how the milestones stand, and the numbers add up', async () => {
    const page = await open('?region=63&paused=1')
    const sentence = await page.locator('h1').innerText()
    const [total = 0, ...parts] = [...sentence.replace(/\d+ 年/, '').matchAll(/\d+/g)].map(([digits]) => Number(digits))
    expect(sentence).toContain('青海省')
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
    const counts = (await page.locator('.board-counts b').allInnerTexts()).map(Number)
    expect(counts.reduce((sum, part) => sum + part, 0)).toBe(total)
  })

  it('turns by itself, round and round, without filling the history', async () => {
    const page = await open('?seconds=1')
    const history = await page.evaluate('history.length')
    const count = await countOf(page)
    await expect.poll(() => pageOf(page), SOON).toBe(2)
    await expect.poll(() => pageOf(page), { timeout: 30_000 }).toBe(count)
    await expect.poll(() => pageOf(page), SOON).toBe(1)
    expect(await page.evaluate('history.length')).toBe(history)
  })

  it('is paused and turned by keys, and the address says where it stands', async () => {
    const page = await open('?seconds=600')
    await page.keyboard.press('Space')
    await expect.poll(() => page.url(), SOON).toContain('paused=1')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => pageOf(page), SOON).toBe(2)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => pageOf(page), SOON).toBe(await countOf(page))
    await page.reload({ waitUntil: 'networkidle' })
    expect(await page.locator('.board-where').innerText()).toContain('已暂停')
    await page.keyboard.press('Space')
    await expect.poll(() => page.url(), SOON).not.toContain('paused')
  })

  it('is paused and turned by buttons, which Space presses once', async () => {
    const page = await open('?seconds=600')
    await page.getByRole('button', { name: '暂停' }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: '继续' }).waitFor()
    expect(page.url()).toContain('paused=1')
    await page.getByRole('button', { name: '下一页' }).click()
    await expect.poll(() => pageOf(page), SOON).toBe(2)
    await page.getByRole('button', { name: '上一页' }).click()
    await expect.poll(() => pageOf(page), SOON).toBe(1)
  })

  it('fills the screen by F, and leaves it by a button', async () => {
    const page = await open('?paused=1')
    await page.keyboard.press('f')
    await page.getByRole('button', { name: '退出全屏' }).waitFor()
    await page.getByRole('button', { name: '退出全屏' }).click()
    await page.getByRole('button', { name: '全屏', exact: true }).waitFor()
  })

  it('stays on its page under the pointer, and goes on when that leaves or was left behind', async () => {
    const { page } = await openInTime('?seconds=10&page=2')
    await page.mouse.move(600, 300)
    await page.getByText('停留中').waitFor()
    await page.clock.runFor(25_000)
    expect(pageOf(page)).toBe(2)
    await page.clock.runFor(MINUTE_MS)
    await expect.poll(() => pageOf(page), SOON).not.toBe(2)
    await page.goto(`${test.address}/board?seconds=10&page=2`)
    await page.locator('.board-page h1').waitFor()
    await page.mouse.move(600, 310)
    await page.getByText('停留中').waitFor()
    await page.mouse.move(600, 890)
    await page.getByText('每页 10 秒').waitFor()
    await page.clock.runFor(11_000)
    await expect.poll(() => pageOf(page), SOON).toBe(3)
  })

  it('stays on its page where the pointer moved as soon as there was one', async () => {
    const { page } = await test.visit('/no-such-page')
    await page.addInitScript(MOVES_ONCE_DRAWN)
    await page.goto(`${test.address}/board?seconds=600`)
    await page.getByText('停留中').waitFor()
  })

  it('stays on its page while something on it has the focus', async () => {
    const { page } = await openInTime('?seconds=10&page=2')
    await page.locator('.board-page a').first().focus()
    await page.getByText('停留中').waitFor()
    await page.clock.runFor(25_000)
    expect(pageOf(page)).toBe(2)
    await page.getByRole('button', { name: '下一页' }).focus()
    await page.getByText('每页 10 秒').waitFor()
  })

  it('goes on to be turned by keys, and by itself, where the focus was on a page that is gone', async () => {
    const { page } = await openInTime('?seconds=10&page=2')
    await page.locator('.board-page a').first().focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => pageOf(page), SOON).toBe(3)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => pageOf(page), SOON).toBe(2)
    await page.getByText('每页 10 秒').waitFor()
    await page.clock.runFor(11_000)
    await expect.poll(() => pageOf(page), SOON).toBe(3)
  })

  it('turns by hand alone where the reader wants no motion', async () => {
    const { page } = await test.visit('/no-such-page', { reducedMotion: 'reduce' })
    await page.clock.install()
    await page.goto(`${test.address}/board?seconds=1`)
    await page.getByText('手动翻页').waitFor()
    await page.clock.runFor(20_000)
    expect(pageOf(page)).toBe(1)
    expect(await page.getByRole('button', { name: /暂停|继续/ }).count()).toBe(0)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => pageOf(page), SOON).toBe(2)
  })

  it('tells a screen reader of the pages that are turned by hand, and of no others', async () => {
    const page = await open('?seconds=1')
    const told = page.locator('.board > [aria-live]')
    await expect.poll(() => pageOf(page), SOON).toBe(2)
    expect(await told.getAttribute('aria-live')).toBe('off')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => told.getAttribute('aria-live'), SOON).toBe('polite')
    expect(await told.innerText()).toMatch(/^第 \d 页，共 \d 页：/)
  })

  it('reads anew every few minutes; keeps what it has when the server is gone, says so, and comes back by itself', async () => {
    const { page } = await openInTime('?seconds=3600')
    await page.getByText('数据读于 12:00').waitFor()
    await page.clock.runFor(5 * MINUTE_MS + 1000)
    await page.getByText('数据读于 12:05').waitFor()
    await page.route('**/api/**', (route) => route.abort())
    await page.clock.runFor(5 * MINUTE_MS + 1000)
    await page.getByText(/12:10:\d\d 起连不上服务器，现为 12:05:\d\d 读到的数据/).waitFor()
    expect(await page.locator('.board-counts li').count()).toBe(8)
    await page.clock.runFor(MINUTE_MS)
    expect(await page.locator('.board-read.lost').innerText()).toContain('12:10')
    await page.unroute('**/api/**')
    await page.clock.runFor(31_000)
    await page.getByText(/数据读于 12:1[12]/).waitFor()
    expect(await page.locator('.board-read.lost').innerText()).toBe('')
  })

  it('starts by itself once the server does', async () => {
    const { page } = await test.visit('/no-such-page')
    await page.clock.install()
    await page.route('**/api/progress?*', (route) => route.abort())
    await page.goto(`${test.address}/board`)
    await page.getByText('连不上服务器').waitFor()
    await page.unroute('**/api/progress?*')
    await page.clock.runFor(31_000)
    await page.locator('.board-counts').waitFor()
  })

  it('hides the pointer after a few seconds', async () => {
    const { page } = await openInTime('?seconds=600')
    await page.mouse.move(700, 890)
    await page.clock.runFor(4000)
    await expect.poll(() => cursorOf(page), SOON).toBe('none')
    await page.mouse.move(710, 890)
    await expect.poll(() => cursorOf(page)).not.toBe('none')
  })

  it('leaves no timer behind, however often it turns, and none when one leaves it', async () => {
    const { page } = await test.visit('/no-such-page')
    await page.addInitScript(`
      const pending = (window.pendingTimers = new Set())
      const { setTimeout: set, clearTimeout: clear } = window
      window.setTimeout = (act, ms, ...rest) => {
        const id = set(() => { pending.delete(id); act(...rest) }, ms)
        if (ms >= 1000) pending.add(id)
        return id
      }
      window.clearTimeout = (id) => { pending.delete(id); clear(id) }
    `)
    await page.goto(`${test.address}/board?seconds=60`, { waitUntil: 'networkidle' })
    const pending = (): Promise<number> => page.evaluate('window.pendingTimers.size')
    await expect.poll(pending, SOON).toBe(2)
    for (let turn = 0; turn < 40; turn++) await page.keyboard.press('ArrowRight')
    await expect.poll(pending, SOON).toBe(2)
    await page.getByRole('link', { name: '回到总览' }).click()
    await page.locator('.masthead').waitFor()
    await expect.poll(pending, SOON).toBe(0)
  })

  it('has the wall alone, marks sample figures on every page, and leads back', async () => {
    const page = await open('?paused=1&asOf=2026-03-01')
    expect(await page.locator('.masthead, .colophon, .sample-band').count()).toBe(0)
    const count = await countOf(page)
    for (let index = 0; index < count; index++) {
      expect(await page.locator('.board-sample').innerText()).toBe('示例数据')
      await page.keyboard.press('ArrowRight')
    }
    await page.getByRole('link', { name: '回到总览' }).click()
    await expect.poll(() => page.url(), SOON).toBe(`${test.address}/?asOf=2026-03-01`)
    await page.locator('.masthead').waitFor()
    await page.goBack()
    await page.locator('.board').waitFor()
  })
})
