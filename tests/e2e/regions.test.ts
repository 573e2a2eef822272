import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserTest, faultsAtAnyWidth, openBrowserTest, violationsOf } from '../helpers/browser.ts'
import { loadManyCounties, loadRegionWorld } from '../helpers/region-world.ts'

const headlineOf = (page: Page) => page.locator('h1').innerText()
const pathOf = (page: Page): string => {
  const { pathname, search } = new URL(page.url())
  return pathname + search
}
const rowsOf = (page: Page) => page.locator('.region-table tbody th a').allInnerTexts()

describe('the pages of regions', () => {
  let test: BrowserTest
  beforeAll(async () => {
    test = await openBrowserTest(loadRegionWorld)
  })
  afterAll(async () => await test.close())

  it('lead from the nation down to a county in three clicks, and back by the path', async () => {
    const { page, complaints } = await test.visit('/regions')
    await expect.poll(() => headlineOf(page)).toContain('全国及下级 75 个地区')
    await page.getByRole('link', { name: '青海省', exact: true }).click()
    await expect.poll(() => headlineOf(page)).toContain('青海省及下级 24 个地区')
    await page.getByRole('link', { name: '青海第一市', exact: true }).click()
    await expect.poll(() => headlineOf(page)).toContain('青海第一市及下级 5 个地区')
    await page.locator('.region-table').getByRole('link', { name: '青海第一市第二县' }).click()
    await expect.poll(() => headlineOf(page)).toContain('青海第一市第二县，2025 年阶段目标 1 项')
    expect(pathOf(page)).toBe('/regions/630102')
    await page.locator('.crumbs').getByRole('link', { name: '青海省' }).click()
    await expect.poll(() => headlineOf(page)).toContain('青海省及下级')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('are reached from the overview, and from the page of a target', async () => {
    const { page } = await test.visit('/?region=63&milestone=2030')
    await page.getByRole('link', { name: '逐级看地区' }).click()
    await expect.poll(() => pathOf(page)).toBe('/regions/63?milestone=2030')
    await page.goto(`${test.address}/targets/firms-630102`, { waitUntil: 'networkidle' })
    await page.getByRole('link', { name: '青海第一市第二县及下级' }).click()
    await expect.poll(() => pathOf(page)).toMatch(/^\/regions\/630102\?/)
    await page.context().close()
  })

  it('find a county anywhere below by its name, on the server, with the address following what is typed', async () => {
    const { page } = await test.visit('/regions')
    const asked = page.waitForRequest(
      (request) => request.url().includes('/api/region-progress?') && request.url().includes('q='),
    )
    await page.getByRole('searchbox', { name: '查找下级地区' }).fill('青海第二市第三县')
    await asked
    await expect.poll(() => rowsOf(page)).toEqual(['青海第二市第三县'])
    expect(new URL(page.url()).searchParams.get('q')).toBe('青海第二市第三县')
    expect(await page.locator('.region-table tbody th small').innerText()).toContain('630203 · 青海省 · 青海第二市')
    await page.getByRole('searchbox', { name: '查找下级地区' }).fill('不存在的县')
    await expect.poll(() => page.locator('.regions-below .none-found').innerText()).toContain('没有找到')
    await page.context().close()
  })

  it('cut a long list into pages that have addresses', async () => {
    const { page } = await test.visit('/regions?q=county')
    await expect.poll(async () => (await rowsOf(page)).length).toBe(50)
    await page.getByRole('navigation', { name: '下级地区分页' }).getByRole('link', { name: '下一页' }).click()
    await expect.poll(async () => (await rowsOf(page)).length).toBe(10)
    expect(pathOf(page)).toBe('/regions?q=county&page=2')
    await page.goBack()
    await expect.poll(async () => (await rowsOf(page)).length).toBe(50)
    await page.context().close()
  })

  it('list the targets within, the worst first, by status, words and of the region itself alone', async () => {
    const { page } = await test.visit('/regions/63')
    const targets = page.locator('.targets-within')
    await expect.poll(() => targets.locator('tbody tr').count()).toBe(20)
    expect(await targets.locator('tbody tr').first().innerText()).toContain('未完成')
    await page.locator('.counts tr.chosen a.cell').nth(2).click()
    await expect.poll(() => targets.locator('tbody tr').count()).toBe(1)
    expect(await targets.innerText()).toContain('只看“达序时进度”')
    await targets.getByRole('link', { name: '看全部状态' }).click()
    await expect.poll(() => targets.locator('tbody tr').count()).toBe(20)
    await targets.getByRole('link', { name: '仅本级' }).click()
    await expect.poll(() => targets.locator('tbody tr').count()).toBe(1)
    await targets.getByRole('link', { name: '含下级' }).click()
    await targets.getByRole('searchbox').fill('人才')
    await expect.poll(() => targets.locator('tbody tr').count()).toBe(4)
    expect(new URL(page.url()).searchParams.get('words')).toBe('人才')
    await page.context().close()
  })

  it('show what the figures below come to, with how many are in it, beside the own figure', async () => {
    const { page } = await test.visit('/regions/63?indicator=firms')
    const row = page.locator('.roll-up-table tbody tr').first()
    await expect.poll(() => row.innerText()).toContain('汇总 4/4 个市州')
    expect(await row.innerText()).toContain('680 家')
    expect(await row.innerText()).toContain('部分：青海第二市、青海第三市、青海第四市')
    expect(await row.innerText()).toContain('汇总含初步数')
    await expect.poll(() => page.locator('.roll-up .chart svg').count()).toBe(1)
    await page.getByLabel('指标').selectOption('intensity')
    await expect.poll(() => page.locator('.roll-up').innerText()).toContain('以“地区生产总值”加权的平均')
    expect(new URL(page.url()).searchParams.get('indicator')).toBe('intensity')
    await page.context().close()
  })

  it('say why something is not rolled up, and never show a number for it', async () => {
    const { page } = await test.visit('/regions/63?indicator=talent')
    await expect.poll(() => page.locator('.roll-up .refused').innerText()).toContain('各地口径不同')
    expect(await page.locator('.roll-up').getByText('下级汇总').count()).toBe(0)
    await page.goto(`${test.address}/regions/630102?indicator=firms`, { waitUntil: 'networkidle' })
    await expect.poll(() => page.locator('.roll-up .refused').innerText()).toContain('没有下级地区')
    await page.context().close()
  })

  it('keep to the day that is looked at', async () => {
    const { page } = await test.visit('/regions?asOf=2025-12-31')
    await expect.poll(() => headlineOf(page)).toContain('暂无数据')
    await page.getByRole('link', { name: '山东省', exact: true }).click()
    await expect.poll(() => pathOf(page)).toBe('/regions/37?asOf=2025-12-31')
    await page.context().close()
  })

  it('say that there is no such region', async () => {
    const { page } = await test.visit('/regions/99')
    await expect.poll(() => headlineOf(page)).not.toBe('')
    expect(await page.locator('main').innerText()).toContain('没有')
    await page.context().close()
  })

  const ADDRESSES = [
    '/regions',
    '/regions/63?indicator=firms',
    '/regions/6302?indicator=talent',
    '/regions?q=county',
    '/regions/630102',
  ]
  describe.each(['zh-CN', 'en'])('in %s', (language) => {
    it.each(ADDRESSES)('%s has no violation that axe knows, in light and in dark', async (url) => {
      const address = `${url}${url.includes('?') ? '&' : '?'}lang=${language}`
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, complaints } = await test.visit(address, { colorScheme, reducedMotion: 'reduce' })
        await page.locator('.roll-up-choice').waitFor()
        expect(await violationsOf(page)).toEqual([])
        expect(complaints).toEqual([])
        await page.context().close()
      }
    })

    it.each(ADDRESSES)('%s scrolls sideways at no width, and cuts no text', async (url) => {
      const { page } = await test.visit(`${url}${url.includes('?') ? '&' : '?'}lang=${language}`)
      await page.locator('.roll-up-choice').waitFor()
      expect(await faultsAtAnyWidth(page)).toEqual([])
      await page.context().close()
    })
  })
})

describe('the overview of more targets than a browser goes through', () => {
  let test: BrowserTest
  beforeAll(async () => {
    test = await openBrowserTest(loadManyCounties)
  }, 120_000)
  afterAll(async () => await test.close())

  it('shows the tree of regions, loads no list of everything, and searches on the server', async () => {
    const asked: string[] = []
    const { page, complaints } = await test.visit('/')
    page.on('request', (request) => asked.push(request.url()))
    await page.reload({ waitUntil: 'networkidle' })
    await expect.poll(() => headlineOf(page)).toContain('2025 年阶段目标 3001 项')
    await expect.poll(() => page.locator('.targets-within tbody tr').count()).toBe(20)
    const lists = asked.filter((url) => url.includes('/api/progress?'))
    expect(lists.every((url) => url.includes('most=3000') || url.includes('limit=20'))).toBe(true)
    await page.getByRole('searchbox', { name: '查找目标' }).fill('第 1234 县')
    await expect.poll(() => page.locator('.targets-within tbody tr').count()).toBe(1)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('takes the addresses that other pages have for the overview', async () => {
    const { page } = await test.visit('/?region=63&status=no-data&q=1234')
    await expect.poll(() => page.locator('.targets-within tbody tr').count()).toBe(1)
    expect(await page.locator('.crumbs').innerText()).toContain('青海')
    await page.context().close()
  })
})
