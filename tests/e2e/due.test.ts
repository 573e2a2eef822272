import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DueCounts } from '../../server/contract/due.ts'
import { type BrowserTest, faultsAtAnyWidth, openBrowserTest, violationsOf } from '../helpers/browser.ts'

const DESKS = ['qh-reporter', 'hb-reporter', 'qh-reviewer', 'hb-reviewer', 'admin']

describe('what is due', () => {
  let test: BrowserTest
  beforeAll(async () => {
    test = await openBrowserTest()
  })
  afterAll(async () => await test.close())

  describe.each([
    ['zh-CN', 'light'],
    ['en', 'dark'],
  ] as const)('in %s, %s', (language, colorScheme) => {
    it.each(DESKS)(
      'on the desk of %s has no violation that axe knows, and scrolls sideways at no width',
      async (username) => {
        const { page, complaints } = await test.visitAs(username, `/due?lang=${language}`, { colorScheme })
        await page.locator('h1').waitFor()
        expect(await violationsOf(page)).toEqual([])
        expect(complaints).toEqual([])
        expect(await page.locator('.button.main').count()).toBeLessThanOrEqual(1)
        expect(await faultsAtAnyWidth(page)).toEqual([])
        await page.context().close()
      },
    )
  })

  it('tells a reporter in the first line what is overdue, returned and left, and leads to each figure', async () => {
    const { page } = await test.visitAs('qh-reporter', '/due')
    expect(await page.locator('h1').innerText()).toMatch(/\d+ 项逾期，1 项已退回/)
    const returned = page.locator('h3', { hasText: '已退回' }).locator('+ ul a').first()
    const name = await returned.innerText()
    expect(await returned.getAttribute('href')).toMatch(/^\/entry\/63\/2025#[a-z0-9-]+$/)
    await returned.click()
    await page.waitForURL(/\/entry\/63\/2025/)
    await expect.poll(() => page.locator('main').innerText()).toContain(name)
    const code = new URL(page.url()).hash.slice(1)
    const focused = "document.activeElement.closest('[data-indicator]')?.dataset.indicator"
    await expect.poll(() => page.evaluate(focused)).toBe(code)
  })

  it('moves on as figures are entered', async () => {
    const { page } = await test.visitAs('qh-reporter', '/due')
    const group = (title: string) => page.locator('h3', { hasText: title }).last().locator('+ ul')
    const link = group('还没填').getByRole('link').first()
    const [name, address] = [await link.innerText(), (await link.getAttribute('href')) ?? '']
    const item = { regionCode: '63', indicatorCode: address.split('#')[1], year: 2025, value: null }
    const headers = { 'Content-Type': 'application/json' }
    const body = JSON.stringify({ items: [{ ...item, missingReason: 'not-collected' }] })
    const saved = await page.evaluate(async (init) => (await fetch('/api/observations', init)).status, {
      method: 'PUT',
      headers,
      body,
    })
    expect(saved).toBe(200)
    await page.reload({ waitUntil: 'networkidle' })
    expect(await group('还没填').innerText()).not.toContain(name)
    expect(await group('还没提交').innerText()).toContain(name)
  })

  it('tells a reviewer how many figures wait, and leads to them', async () => {
    const { page } = await test.visitAs('qh-reviewer', '/due')
    expect(await page.locator('h1').innerText()).toMatch(/^\d+ 项等您审核$/)
    await page.getByRole('link', { name: /^审核 \d+ 项$/ }).click()
    await page.waitForURL(/\/review/)
  })

  it('shows an administrator every region and round, overdue first, and leads to more time', async () => {
    const { page } = await test.visitAs('admin', '/due')
    expect(await page.locator('h1').innerText()).toMatch(/^逾期未报 \d+ 项，涉及 \d+ 个地区/)
    expect(await page.locator('tbody tr').first().innerText()).toContain('逾期')
    await page.getByRole('link', { name: /^延期：青海省 2024 年年报$/ }).click()
    await expect.poll(() => page.getByLabel('新的截止日').inputValue()).toBe('2026-07-14')
    await page.getByLabel('理由').fill('补报上年数据')
    await page.getByRole('button', { name: '延到 2026-07-14' }).click()
    await expect.poll(() => page.locator('.told').innerText()).toBe('2024 年年报已延到 2026-07-14。')
  })

  it('leads an administrator back from beyond the last page', async () => {
    const { page } = await test.visitAs('admin', '/due?page=9')
    const pages = page.getByRole('navigation', { name: '未报齐的分页' })
    await expect.poll(() => pages.innerText()).toMatch(/这一页没有内容，共 \d+ 条/)
    expect(await page.locator('#due-left table').count()).toBe(0)
    expect(await violationsOf(page)).toEqual([])
    await pages.getByRole('link', { name: '上一页' }).click()
    await expect.poll(() => page.locator('#due-left tbody tr').count()).toBeGreaterThan(0)
  })

  it('tells an administrator who searches whether all of it is in, or there is no such region', async () => {
    const { page } = await test.visitAs('admin', '/due')
    const [left, done] = await page.evaluate(async () => {
      const codes = async (query: string): Promise<string[]> => {
        const answer = (await (await fetch(`/api/due-counts?limit=1000&${query}`)).json()) as DueCounts
        return answer.items.map(({ region }) => region.code)
      }
      return [await codes('done=0'), await codes('done=1')] as const
    })
    const complete = done.find((code) => !left.includes(code))
    expect(complete).toBeDefined()
    await page.goto(`${test.address}/due?q=${complete}`)
    await expect.poll(() => page.locator('main output').innerText()).toBe('查到的都已报齐。')
    await expect.poll(() => page.locator('#due-done tbody tr').count()).toBeGreaterThan(0)
    expect(await violationsOf(page)).toEqual([])
    await page.goto(`${test.address}/due?q=${left[0]}`)
    await expect.poll(() => page.locator('#due-left tbody tr').count()).toBeGreaterThan(0)
    expect(await page.locator('.due-rest summary').innerText()).toBe('已报齐的')
    await page.goto(`${test.address}/due?q=neverland`)
    await expect.poll(() => page.locator('main output').innerText()).toContain('没有找到')
  })

  it('is for those who have something to do: others are told so', async () => {
    const leader = await test.visitAs('leader', '/due')
    await expect.poll(() => leader.page.locator('h1').innerText()).toContain('这一页是给填报员、审核员、管理员的')
    const nobody = await test.visit('/due')
    await expect.poll(() => nobody.page.locator('h1').innerText()).toBe('请先登录')
  })
})
