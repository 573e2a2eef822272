import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Changes } from '../../server/contract/changes.ts'
import { type BrowserTest, openBrowserTest } from '../helpers/browser.ts'

let test: BrowserTest
beforeAll(async () => {
  test = await openBrowserTest()
})
afterAll(async () => await test.close())

const changesOf = async (query: string): Promise<Changes> =>
  (await (await fetch(`${test.address}/api/changes?${query}`)).json()) as Changes

const textOf = (page: Page, selector: string): Promise<string> => page.locator(selector).first().innerText()

/** The bodies of the three tables: statuses, targets, figures. */
const rowsOf = (page: Page, table: number) => page.locator('.changes section').nth(table).locator('tbody tr')

async function typeDay(page: Page, label: string, date: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus()
  for (const key of date) await page.keyboard.press(key)
  await page.keyboard.press('Enter')
}

describe('the page of changes', () => {
  it('opens with a sentence that counts what the API lists', async () => {
    const { counts } = await changesOf('since=2024-04-30')
    const { page } = await test.visit('/changes?since=2024-04-30')
    const sentence = await textOf(page, 'h1')
    for (const words of [
      '自 2024-04-30 以来',
      `${counts.statuses} 项进展状态有变`,
      `新增数据 ${counts.figuresAdded} 个`,
      `更正数据 ${counts.figuresCorrected} 个`,
      `目标调整 ${counts.targetsRevised} 项`,
    ])
      expect(sentence).toContain(words)
    const turnedTo = await textOf(page, '.turned-to')
    for (const { milestones } of counts.turnedTo) expect(turnedTo).toContain(`${milestones} 项`)
    expect(counts.statuses * counts.figuresAdded * counts.figuresCorrected * counts.targetsRevised).toBeGreaterThan(0)
  })

  it('counts from the day on which the last round closed where no day is asked for, and says so', async () => {
    const { page } = await test.visit('/changes')
    expect(await textOf(page, 'h1')).toContain('自 2025-04-30 以来')
    expect(await textOf(page, '.lede')).toContain('从上一填报期（2024 年数据）的截止日算起')
    expect(await textOf(page, '.presets [aria-current]')).toBe('上一填报期以来')
  })

  it('lists every status that turned in words, with its cause, and leads to the target on that milestone', async () => {
    const { statuses } = await changesOf('since=2024-04-30')
    const { page } = await test.visit('/changes?since=2024-04-30')
    await expect.poll(() => rowsOf(page, 0).count()).toBe(statuses.length)
    const row = rowsOf(page, 0).filter({ hasText: '国家级创新平台' })
    expect(await row.innerText()).toMatch(/2025 年\s*达序时进度\s*未完成\s*新增数据：2025 年 64 个；2025 年已结束/)
    await row.getByRole('link').click()
    await page.waitForURL(/\/targets\/qh-stip-145-national-innovation-platforms\?milestone=2025/)
  })

  it('lists every target that was moved, old and new, with the reason, and leads to it', async () => {
    const { page } = await test.visit('/changes?since=2024-04-30')
    const row = rowsOf(page, 1)
    await expect.poll(() => row.count()).toBe(1)
    expect(await row.innerText()).toContain('2030 年目标由力争 −25% 改为力争 −30%')
    expect(await row.innerText()).toContain('录入错误：')
    await row.getByRole('link').click()
    await page.waitForURL(/\/targets\/cn-carbon-2022-2030-co2-capture-energy/)
  })

  it('lists every figure that was added or corrected, old and new, with the reason, and leads to its target', async () => {
    const { figures } = await changesOf('since=2024-04-30')
    const { page } = await test.visit('/changes?since=2024-04-30')
    await expect.poll(() => rowsOf(page, 2).count()).toBe(figures.length)
    const corrected = rowsOf(page, 2).filter({ hasText: '年终核定数替代初步数' })
    expect(await corrected.innerText()).toContain('5 个（初步） → 6 个')
    expect(await corrected.innerText()).toContain('来源修订：')
    const linked = figures.filter(({ targetIds }) => targetIds.length > 0).length
    expect(await rowsOf(page, 2).locator('th a[href^="/targets/"]').count()).toBeGreaterThanOrEqual(linked)
    await corrected.getByRole('link').click()
    await page.waitForURL(/\/targets\/sd-carbon-2023-foreign-expert-teams/)
  })

  it('keeps region, plan and day in the address, in its links and in its file', async () => {
    const { page } = await test.visit('/changes?since=2024-04-30&asOf=2026-04-30')
    await page.getByLabel('地区').selectOption('63')
    await page.waitForURL(/region=63/)
    await expect.poll(() => textOf(page, 'h1')).toContain('青海')
    await page.getByLabel('方案').selectOption('qh-stip-145')
    await page.waitForURL(/plan=qh-stip-145/)
    const { statuses } = await changesOf('since=2024-04-30&asOf=2026-04-30&region=63&plan=qh-stip-145')
    await expect.poll(() => rowsOf(page, 0).count()).toBe(statuses.length)
    expect(await rowsOf(page, 0).first().locator('th a').getAttribute('href')).toContain('asOf=2026-04-30')
    expect(await page.getByRole('link', { name: '下载 CSV' }).getAttribute('href')).toBe(
      '/api/changes.csv?since=2024-04-30&asOf=2026-04-30&region=63&plan=qh-stip-145',
    )
  })

  it('takes two typed days, and refuses one after the other in words', async () => {
    const { page } = await test.visit('/changes?since=2024-04-30&lang=en')
    await typeDay(page, 'From', '05012025')
    await page.waitForURL(/since=2025-05-01/)
    await expect.poll(() => textOf(page, 'h1')).toContain('Since 2025-05-01')
    await typeDay(page, 'To', '12312025')
    await page.waitForURL(/asOf=2025-12-31/)
    await expect.poll(() => textOf(page, 'h1')).toContain('From 2025-05-01 to 2025-12-31')
    await typeDay(page, 'From', '01012026')
    expect(await page.getByRole('alert').innerText()).toContain('2025-12-31')
    expect(page.url()).toContain('since=2025-05-01')
  })

  it('goes to the usual first days at a click', async () => {
    const { page } = await test.visit('/changes')
    await page.getByRole('link', { name: '今年以来' }).click()
    await page.waitForURL(/since=2025-12-31/)
    await expect.poll(() => textOf(page, '.presets [aria-current]')).toBe('今年以来')
    await page.getByRole('link', { name: '上一填报期以来' }).click()
    await expect.poll(() => textOf(page, 'h1')).toContain('自 2025-04-30 以来')
  })

  it('says where nothing has changed, and how to see more', async () => {
    const { page } = await test.visit('/changes?since=2026-06-29')
    expect(await textOf(page, 'h1')).toContain('没有变化')
    expect(await textOf(page, '.lede')).toContain('可以选更早的起始日')
    expect(await page.locator('.changes table').count()).toBe(0)
  })

  it('shows of a long table the first hundred rows, and all of them at a click', async () => {
    const { figures } = await changesOf('since=1999-12-31')
    const { page } = await test.visit('/changes?since=1999-12-31')
    await expect.poll(() => rowsOf(page, 2).count()).toBe(100)
    await page.getByRole('button', { name: `显示全部 ${figures.length} 行` }).click()
    await expect.poll(() => rowsOf(page, 2).count()).toBe(figures.length)
  })

  it('says what is wrong with days the wrong way round', async () => {
    const { page } = await test.visit('/changes?since=2026-02-01&asOf=2026-01-01')
    await page.getByText('起始日在截止日之后').waitFor()
  })

  it('drops the first day where the masthead goes to an earlier one', async () => {
    const { page } = await test.visit('/changes?since=2026-02-01')
    await typeDay(page, '截至', '01012026')
    await page.waitForURL(/asOf=2026-01-01/)
    expect(page.url()).not.toContain('since')
    await expect.poll(() => textOf(page, 'h1')).toContain('2025-04-30 至')
  })
})

const PAST = 'asOf=2024-04-30'
const PAGES_OF_A_DAY = [
  '/',
  '/targets/qh-stip-145-rd-intensity',
  '/compare',
  '/composite',
  '/changes',
  '/report?region=63',
  '/method',
]
const at = (url: string): string => `${url}${url.includes('?') ? '&' : '?'}${PAST}`

describe('a page of a past day', () => {
  it.each(PAGES_OF_A_DAY)(
    '%s says which day it is of, what became known since, and leads there and back',
    async (url) => {
      const { page } = await test.visit(at(url))
      const note = page.locator('.past-note')
      await expect.poll(() => note.innerText()).toMatch(/您看的是 2024-04-30 所知的情况。\s*此后.*：.*方法未变。/)
      const link = (await note.getByRole('link', { name: '看有哪些变化' }).getAttribute('href')) ?? ''
      expect(link).toMatch(/^\/changes\?since=2024-04-30/)
      const { counts } = await changesOf(link.split('?')[1] ?? '')
      expect(await note.innerText()).toContain(`新增数据 ${counts.figuresAdded} 个`)
      await note.getByRole('link', { name: '回到今天' }).click()
      await expect.poll(() => note.count()).toBe(0)
      expect(page.url()).not.toContain('asOf')
    },
  )

  it('counts for a target its own changes, and for filters what they leave', async () => {
    const { page } = await test.visit(at('/targets/cn-carbon-2022-2030-co2-capture-energy'))
    const note = page.locator('.past-note')
    await expect
      .poll(() => note.innerText())
      .toMatch(/此后，这项目标：新增数据 2 个，目标调整 1 项，2 项进展状态有变，方法未变。/)
    await note.getByRole('link', { name: '看有哪些变化' }).click()
    await page.waitForURL(/\/changes\?since=2024-04-30&target=cn-carbon-2022-2030-co2-capture-energy/)
    await expect.poll(() => rowsOf(page, 0).count()).toBe(2)
    expect(await textOf(page, 'h1')).toContain('单位二氧化碳捕集能耗')
    await page.getByRole('link', { name: '看全部目标' }).click()
    await expect.poll(() => rowsOf(page, 0).count()).toBeGreaterThan(2)

    const filtered = await test.visit(at('/?region=42'))
    const { counts } = await changesOf('since=2024-04-30&region=42')
    await expect
      .poll(() => filtered.page.locator('.past-note').innerText())
      .toContain(`此后，筛选范围内：新增数据 ${counts.figuresAdded} 个`)
  })

  it('names the version of the method that was in force', async () => {
    const { page } = await test.visit(at('/method'))
    await page.getByText('这里说的是 1.0 版。2024-04-30 所用的也是这一版。').waitFor()
  })

  it.each(['/', '/?asOf=2026-06-30', '/?asOf=2030-01-01', '/?asOf=some-day'])('%s is none', async (url) => {
    const { page } = await test.visit(url)
    await page.locator('main h1').waitFor()
    expect(await page.locator('.past-note').count()).toBe(0)
  })

  it('is shown before it is known what became known since, and does not move when it is', async () => {
    for (const language of ['zh-CN', 'en']) {
      for (const width of [1440, 768, 360]) {
        const { page } = await test.visit('/method', { viewport: { width, height: 800 } })
        let answer = (): void => undefined
        const isAsked = new Promise<void>((resolve) => {
          answer = resolve
        })
        await page.route('**/api/changes?*', async (route) => {
          await isAsked
          await route.continue()
        })
        await page.goto(`${test.address}${at('/method')}&lang=${language}`)
        await page.locator('main h1').waitFor()
        const top = (): Promise<number> => page.evaluate("document.querySelector('main').getBoundingClientRect().top")
        const before = await top()
        expect(await textOf(page, '.past-note .since-then')).toBe('')
        answer()
        await expect.poll(() => textOf(page, '.past-note .since-then')).not.toBe('')
        expect(await top(), `${language} ${width}`).toBe(before)
        await page.context().close()
      }
    }
  })

  it('stands without its count where that cannot be had', async () => {
    const { page } = await test.visit('/method')
    await page.route('**/api/changes?*', (route) => route.abort())
    await page.goto(`${test.address}${at('/')}`, { waitUntil: 'networkidle' })
    expect(await textOf(page, '.past-note')).toContain('您看的是 2024-04-30 所知的情况')
    expect(await page.locator('.past-note a').count()).toBe(2)
  })
})

describe('the masthead', () => {
  it('keeps the day on the way to every page of the dashboard', async () => {
    const { page } = await test.visit(at('/'))
    const links = page.getByRole('navigation', { name: '主导航' }).getByRole('link')
    expect(await links.allInnerTexts()).toEqual(['总览', '比较', '综合评价', '方法'])
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    expect(addresses).toEqual(['/', '/compare', '/composite', '/method'].map((path) => `${path}?${PAST}`))
  })

  it.each([
    ['zh-CN', undefined],
    ['en', undefined],
    ['zh-CN', 'qh-reporter'],
    ['en', 'admin'],
  ])('has room for all of it on a phone and a tablet, in %s, %s', async (language, username) => {
    for (const width of [320, 360, 768, 1024]) {
      const options = { viewport: { width, height: 800 } }
      const url = `${at('/method')}&lang=${language}`
      const { page } = username ? await test.visitAs(username, url, options) : await test.visit(url, options)
      const boxes = await page.locator('.masthead a, .masthead button, .masthead .day-choice').evaluateAll((all) =>
        all.map((one) => {
          const { left, right, top, bottom, width } = one.getBoundingClientRect()
          return { name: one.textContent, left, right, top, bottom, width }
        }),
      )
      expect(boxes.length).toBeGreaterThan(7)
      for (const [index, box] of boxes.entries()) {
        expect(box.left >= 0 && box.right <= width && box.width > 0, `${box.name} at ${width}`).toBe(true)
        for (const other of boxes.slice(index + 1)) {
          const apart =
            box.right <= other.left + 1 ||
            other.right <= box.left + 1 ||
            box.bottom <= other.top + 1 ||
            other.bottom <= box.top + 1
          expect(apart, `${box.name} and ${other.name} at ${width}`).toBe(true)
        }
      }
      await page.context().close()
    }
  })
})

describe('with the keyboard alone', () => {
  it('one comes from a past day to what changed, and on to a target', async () => {
    const { page } = await test.visit(at('/method'))
    const focused = (): Promise<string> => page.evaluate("document.activeElement?.textContent ?? ''")
    const tabTo = async (words: string): Promise<void> => {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press('Tab')
        if ((await focused()).includes(words)) return
      }
      throw new Error(`no way to ${words}`)
    }
    await tabTo('看有哪些变化')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/changes\?since=2024-04-30$/)
    await page.locator('.changes tbody tr').first().waitFor()
    await tabTo('今年以来')
    await page.keyboard.press('Enter')
    await page.waitForURL(/since=2025-12-31/)
    await expect.poll(() => textOf(page, 'h1')).toContain('自 2025-12-31 以来')
    await tabTo(await rowsOf(page, 0).first().locator('th a').innerText())
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/targets\/.*milestone=/)
  })
})
