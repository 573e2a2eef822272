import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startChromium } from '../../scripts/chromium.ts'
import { violationsOf } from '../helpers/browser.ts'
import { openReviewWorld, REVIEWER, SECOND, submit } from './review-world.ts'

/** A conflict is answered with 409, which Chromium reports on the console. */
const isExpected = (complaint: string): boolean => complaint.includes('the server responded with a status of 4')

let browser: Browser
let world: Awaited<ReturnType<typeof openReviewWorld>>
beforeAll(async () => {
  browser = await startChromium()
})
afterAll(async () => await browser.close())

const open = async (url = '/review'): Promise<Page> => (await world.visitAs(REVIEWER, url)).page
const box = (page: Page, id: number) => page.locator(`#choose-${id}`)
const row = (page: Page, id: number) => page.locator('tbody.item', { has: box(page, id) })
const approve = (page: Page) => page.getByRole('button', { name: /^通过/ })
const giveBack = (page: Page) => page.getByRole('button', { name: /^退回/ })
const told = (page: Page) => page.locator('output.told').innerText()
const focused = (page: Page) => page.evaluate('document.activeElement?.id')
/** Where a figure stands in the review, as the server has it. */
const stateOf = async (id: number): Promise<unknown> => {
  const step = await world.db
    .selectFrom('observation_step')
    .select('step')
    .where('observation_seq', '=', id)
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return step?.step
}

describe('what waits, on the page of a reviewer', () => {
  beforeAll(async () => {
    world = await openReviewWorld(browser)
  })
  afterAll(async () => await world.close())

  it('says in its first line how many figures wait and what approving them changes, those that turn a status first', async () => {
    const page = await open()
    expect(await page.locator('h1').innerText()).toBe('青海省：7 项待审')
    expect(await page.locator('.lede p').innerText()).toMatch(/^通过后，2025 年将有 3 项由在途转为未完成；/)
    const names = await page.locator('.review-table .c-name > :first-child').allInnerTexts()
    expect(names.indexOf('高新技术企业')).toBeGreaterThan(names.indexOf('研发经费投入强度'))
  })

  it('shows old and new value, questions with their answer, the earlier return and the correction', async () => {
    const { ids } = world
    const page = await open()
    expect(await row(page, ids.again).innerText()).toContain('请按统计年鉴填两位小数')
    expect(await row(page, ids.again).innerText()).toContain('第 2 次提交')
    expect(await row(page, ids.explained).innerText()).toMatch(
      /已说明[\s\S]*与 2024 年的 19\.83 完全相同[\s\S]*已与统计部门核对/,
    )
    expect(await row(page, ids.correction).innerText()).toMatch(
      /原 254[\s\S]*−2[\s\S]*来源修订：“两家企业年底未通过复核。”/,
    )
    expect(await row(page, ids.provisional).innerText()).toContain('初步')
    expect(await row(page, ids.flow).innerText()).toContain('累计 6 → 11')
    await row(page, ids.again)
      .getByRole('button', { name: /历史与口径/ })
      .click()
    await expect.poll(() => row(page, ids.again).locator('ol').innerText()).toMatch(/29\.8 人\/万人 → 29\.83 人\/万人/)
  })

  it('shows own entries and keeps them closed, with the reason', async () => {
    const { ids } = world
    const page = await open()
    expect(await box(page, ids.own).isDisabled()).toBe(true)
    expect(await row(page, ids.own).innerText()).toContain('须由另一名审核员审核')
    await page.getByLabel(/^全选/).click()
    expect(await box(page, ids.own).isChecked()).toBe(false)
  })

  it('narrows to a year and to what turns a status, by addresses', async () => {
    const page = await open()
    await page.getByRole('link', { name: '2023 年 1' }).click()
    await page.waitForURL(/year=2023/)
    await expect.poll(() => page.locator('tbody.item').count()).toBe(1)
    expect(await page.locator('h1').innerText()).toBe('青海省 2023 年：1 项待审')
    await page.getByRole('link', { name: '全部 7' }).click()
    await page.getByRole('link', { name: '只看状态会变的 6 项' }).click()
    await page.waitForURL(/only=turning/)
    await expect.poll(() => page.locator('tbody.item').count()).toBe(6)
  })

  it('tells someone who is no reviewer whose page it is', async () => {
    const { page } = await world.visitAs('qh-reporter', '/review')
    await expect.poll(() => page.locator('h1').innerText()).toContain('审核员')
  })

  it('is a table on a wide page and blocks on a narrow one, and wider than the page at no width', async () => {
    const page = await open()
    await page.locator('.review-table input:enabled').first().click()
    await page.locator('button.more').first().click()
    for (const width of [1920, 1440, 1200, 1024, 768, 720, 480, 360, 320]) {
      await page.setViewportSize({ width, height: 800 })
      const beyond = await page.evaluate(
        `[...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1
          && !one.closest('.visually-hidden')).map((one) => one.className?.baseVal ?? one.className)`,
      )
      expect(beyond, `${width}`).toEqual([])
      const display = await page.evaluate("getComputedStyle(document.querySelector('.review-table')).display")
      expect(display, `${width}`).toBe(width >= 1200 ? 'table' : 'block')
    }
  })

  it('keeps the text of its charts at 11 pixels and more', async () => {
    const page = await open()
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 })
      const heights = await page.evaluate(
        `[...document.querySelectorAll('.spark text')].filter((one) => one.getClientRects().length > 0)
          .map((one) => parseFloat(getComputedStyle(one).fontSize) * (one.getScreenCTM()?.a ?? 0))`,
      )
      expect(Math.min(...(heights as number[]))).toBeGreaterThanOrEqual(11)
    }
  })

  it('never hides what has the focus under the decision bar', async () => {
    const page = await open()
    await page.setViewportSize({ width: 1440, height: 700 })
    const boxes = page.locator('.review-table input:enabled')
    await boxes.first().focus()
    await page.keyboard.press('Space')
    for (let step = 1; step < (await boxes.count()); step++) {
      await page.keyboard.press('ArrowDown')
      const isFree = await page.evaluate(
        `document.activeElement.getBoundingClientRect().bottom <= document.querySelector('.decision-bar').getBoundingClientRect().top`,
      )
      expect(isFree, `${step}`).toBe(true)
    }
  })
})

describe('a decision', () => {
  beforeEach(async () => {
    world = await openReviewWorld(browser)
  })
  afterEach(async () => await world.close())

  it('approves one figure: the row leaves, it is said, the figure counts and the way to its target is there', async () => {
    const { ids } = world
    const page = await open()
    await box(page, ids.again).click()
    expect(await page.locator('#consequence').innerText()).toMatch(/2025 年将有 1 项由在途转为未完成[\s\S]*不能撤销/)
    await approve(page).click()
    await expect.poll(() => box(page, ids.again).count()).toBe(0)
    expect(await told(page)).toBe('已通过 1 项，还有 6 项待审。')
    expect(await stateOf(ids.again)).toBe('approved')
    await page.locator('.decided').getByRole('link', { name: '看目标' }).click()
    await page.waitForURL(/\/targets\/qh-stip-145-rd-personnel/)
    await expect.poll(() => page.locator('main').innerText()).toContain('29.83')
    await page.goBack()
    await expect.poll(() => page.locator('.decided li').count()).toBe(1)
  })

  it('approves several at once with the keyboard alone, and the focus stays with the rows that are left', async () => {
    const page = await open()
    const first = page.locator('.review-table input:enabled').first()
    const before = await page.locator('.review-table input:enabled').count()
    await first.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('j')
    await page.keyboard.press('Shift+Space')
    expect(await page.locator('.review-table input:checked').count()).toBe(3)
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('TEXTAREA')
    await page.keyboard.press('Escape')
    expect(await focused(page)).toMatch(/^choose-/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.review-table input:enabled').count()).toBe(before - 3)
    expect(await focused(page)).toMatch(/^choose-/)
  })

  it('takes all that may be decided with one click, and says when nothing waits any more', async () => {
    const { db, ids } = world
    await world.decideAs(SECOND, 'approve', [ids.own])
    const page = await open()
    await page.getByLabel(/^全选/).click()
    await approve(page).click()
    await expect.poll(() => page.locator('h1').innerText()).toBe('青海省：没有待审数据')
    expect(await told(page)).toBe('已通过 6 项，没有待审数据了。')
    expect(await focused(page)).toBe('lede')
    expect(await page.getByRole('link', { name: '看总览' }).getAttribute('href')).toBe('/?region=63')
    expect(await page.getByRole('link', { name: '看 2025 年填报表' }).getAttribute('href')).toBe('/entry/63/2025')
    const left = await db.selectFrom('observation_step').select('seq').where('step', '=', 'returned').execute()
    expect(left).toHaveLength(1)
  })

  it('refuses a return without a comment, and returns with one', async () => {
    const { ids } = world
    const page = await open()
    await box(page, ids.provisional).click()
    await giveBack(page).click()
    expect(await page.getByRole('alert').filter({ hasText: '意见' }).innerText()).toContain('退回要写明意见')
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('TEXTAREA')
    expect(await stateOf(ids.provisional)).toBe('submitted')
    await page.keyboard.type('请附统计公报的名称。')
    await giveBack(page).click()
    await expect.poll(() => box(page, ids.provisional).count()).toBe(0)
    expect(await told(page)).toBe('已退回 1 项，还有 6 项待审。')
    expect(await page.locator('.decided').innerText()).toContain('请附统计公报的名称。')
    expect(await stateOf(ids.provisional)).toBe('returned')
  })

  it('says who decided what where someone was faster, decides nothing then, and keeps the rest of the selection and the comment', async () => {
    const { ids } = world
    const page = await open()
    await box(page, ids.again).click()
    await box(page, ids.explained).click()
    await page.getByRole('textbox', { name: '意见' }).fill('已核对。')
    expect(await world.decideAs(SECOND, 'return', [ids.again], '请附来源。')).toBe(200)
    await approve(page).click()
    const overtaken = page.locator('tbody.overtaken')
    await expect.poll(() => overtaken.innerText()).toMatch(/卓玛[\s\S]*已退回：“请附来源。”/)
    expect(await page.getByRole('alert').filter({ hasText: '刚才' }).innerText()).toContain('其余 1 项还选着')
    expect(await box(page, ids.again).count()).toBe(0)
    expect(await box(page, ids.explained).isChecked()).toBe(true)
    expect(await stateOf(ids.explained)).toBe('submitted')
    await approve(page).click()
    await expect.poll(() => stateOf(ids.explained)).toBe('approved')
    await expect.poll(() => overtaken.count()).toBe(0)
  })

  it('loses nothing when the connection is cut, and tells as decided what was decided though the answer was lost', async () => {
    const { ids } = world
    const page = await open()
    await box(page, ids.again).click()
    await page.route('**/api/reviews', async (route) => {
      if (route.request().method() === 'POST') await route.fetch()
      await route.abort()
    })
    await approve(page).click()
    await expect.poll(() => page.getByRole('alert').filter({ hasText: '没有收到' }).count()).toBe(1)
    expect(await box(page, ids.again).isChecked()).toBe(true)
    await page.unroute('**/api/reviews')
    await approve(page).click()
    await expect.poll(() => page.locator('.decided li').count()).toBe(1)
    expect(await page.locator('tbody.overtaken').count()).toBe(0)
    expect(await stateOf(ids.again)).toBe('approved')
  })

  it('keeps selection and comment when the session has ended', async () => {
    const { db, ids } = world
    const { page } = await world.visitAs(REVIEWER, '/review')
    await box(page, ids.provisional).click()
    await page.getByRole('textbox', { name: '意见' }).fill('请附来源。')
    await db.deleteFrom('session').execute()
    await giveBack(page).click()
    await page.getByText('登录已失效。请重新登录，所选和意见都还在。').waitFor()
    expect(await box(page, ids.provisional).isChecked()).toBe(true)
    expect(await page.getByRole('textbox', { name: '意见' }).inputValue()).toBe('请附来源。')
    expect(await stateOf(ids.provisional)).toBe('submitted')
  })

  it('shows what came in meanwhile after the next decision, not chosen', async () => {
    const { db, ids } = world
    const page = await open()
    const id = await submit(db, { indicatorCode: 'enterprise-rd-share', value: '61.40' })
    await box(page, ids.again).click()
    await approve(page).click()
    await expect.poll(() => box(page, id).count()).toBe(1)
    expect(await box(page, id).isChecked()).toBe(false)
  })

  describe.each(['zh-CN', 'en'])('in %s', (language) => {
    it.each(['light', 'dark'] as const)(
      '%s, has no violation that axe knows, and no word on the console',
      async (colorScheme) => {
        const options = { colorScheme, reducedMotion: 'reduce' } as const
        const { page, complaints } = await world.visitAs(REVIEWER, `/review?lang=${language}`, options)
        expect(await violationsOf(page)).toEqual([])
        await page.locator('.review-table input:enabled').first().click()
        await page.locator('button.more').first().click()
        await page.locator('.history-of-figure li').first().waitFor()
        await page.locator('.decisions button').first().click()
        expect(await violationsOf(page)).toEqual([])
        await page.setViewportSize({ width: 360, height: 740 })
        expect(await violationsOf(page)).toEqual([])
        await page.getByRole('textbox').fill('x')
        await page.locator('.decisions .main').click()
        await page.locator('.decided li').waitFor()
        expect(await violationsOf(page)).toEqual([])
        expect(complaints.filter((complaint) => !isExpected(complaint))).toEqual([])
      },
    )
  })
})
