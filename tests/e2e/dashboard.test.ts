import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TargetList } from '../../server/contract/target.ts'
import { type BrowserTest, openBrowserTest } from '../helpers/browser.ts'

describe('the dashboard', () => {
  let test: BrowserTest
  let targets: TargetList
  beforeAll(async () => {
    test = await openBrowserTest()
    targets = (await (await fetch(`${test.address}/api/targets?limit=1000`)).json()) as TargetList
  })
  afterAll(async () => await test.close())

  /** How many milestones of a year have a status, as the API has it. */
  const count = (year: number, status: string): number =>
    targets.items.flatMap(({ progress }) => progress).filter((p) => p.milestoneYear === year && p.status === status)
      .length

  /** How many milestones of a year need attention, as the API has them. */
  const attention = (year: number): number =>
    ['missed', 'moving-away', 'far-behind', 'behind'].reduce((sum, status) => sum + count(year, status), 0)

  it('says in its first line how many targets of 2025 were met', async () => {
    const { page } = await test.visit('/')
    const sentence = await page.locator('h1').innerText()
    expect(sentence).toContain(`已完成 ${count(2025, 'achieved')} 项`)
    expect(sentence).toContain(`未完成 ${count(2025, 'missed')} 项`)
  })

  it('lists every milestone of the chosen year, with its status in words', async () => {
    const { page } = await test.visit('/?milestone=2030&by=none')
    const of2030 = targets.items.flatMap(({ progress }) => progress).filter((p) => p.milestoneYear === 2030)
    expect(await page.locator('a[href^="/targets/"]').count()).toBeGreaterThanOrEqual(of2030.length)
    for (const word of ['已完成', '达序时进度', '滞后'])
      expect(await page.getByText(word, { exact: true }).count()).toBeGreaterThan(0)
  })

  it('leads from the overview to the sentence in the plan behind any target with two clicks', async () => {
    const { page } = await test.visit('/')
    await page.getByRole('link', { name: '单位GDP二氧化碳排放', exact: true }).first().click()
    await page.waitForURL(/\/targets\/cn-carbon-2022-2030-co2-per-gdp/)
    const quote = page.getByText('单位国内生产总值（GDP）二氧化碳排放比2020年下降18%')
    await quote.first().waitFor()
    expect(await page.locator('h1').innerText()).toContain('二氧化碳排放')
  })

  it('opens a target on the milestone that was looked at', async () => {
    const { page } = await test.visit('/?milestone=2025')
    await page.getByRole('link', { name: '单位二氧化碳捕集能耗', exact: true }).first().click()
    await page.waitForURL(/\/targets\/.*milestone=2025/)
    const tabs = page.getByRole('navigation', { name: '阶段目标' })
    expect(await tabs.locator('[aria-current]').innerText()).toContain('2025 年')
  })

  it('filters by status at a click, and the address can be sent to a colleague', async () => {
    const { page } = await test.visit('/')
    await page.locator('tr.chosen a.cell').nth(1).click()
    await page.waitForURL(/status=missed/)
    const rows = page.locator('th.c-name a[href^="/targets/"]')
    await expect.poll(() => rows.count()).toBe(count(2025, 'missed'))
    const colleague = await test.visit(new URL(page.url()).pathname + new URL(page.url()).search)
    expect(await colleague.page.locator('th.c-name a[href^="/targets/"]').count()).toBe(count(2025, 'missed'))
  })

  it('filters by region and by text, keeps both in the address, and clears them', async () => {
    const { page } = await test.visit('/')
    await page.getByLabel('地区').selectOption('37')
    await page.waitForURL(/region=37/)
    await page.getByRole('searchbox').fill('外国专家')
    await page.waitForURL(/q=/)
    await expect.poll(() => page.locator('th.c-name a[href^="/targets/"]').count()).toBe(1)
    await page.getByRole('searchbox').fill('没有这样的文字')
    await page.getByRole('link', { name: '清除筛选' }).first().click()
    await expect.poll(() => page.locator('th.c-name a[href^="/targets/"]').count()).toBe(Math.min(8, attention(2025)))
    expect(page.url()).not.toMatch(/region|q=/)
  })

  it('lists all targets worst first at a click, whatever their plan', async () => {
    const { page } = await test.visit('/')
    await page.getByRole('link', { name: '不分组' }).click()
    await page.waitForURL(/by=none/)
    await expect.poll(() => page.locator('tr.group').count()).toBe(0)
    const statuses = await page.locator('td.c-status .status-word').allInnerTexts()
    expect(statuses.indexOf('未完成')).toBe(0)
    expect(statuses.lastIndexOf('未完成')).toBe(count(2025, 'missed') - 1)
  })

  it('downloads what the filters chose', async () => {
    const { page } = await test.visit('/?milestone=2030&status=behind&region=63')
    const file = await page.getByRole('link', { name: '下载 CSV' }).getAttribute('href')
    expect(file).toBe('/api/progress.csv?region=63&milestone=2030&status=behind')
    const all = await page.locator('footer').getByRole('link', { name: '进展' }).getAttribute('href')
    expect(all).toBe('/api/progress.csv')
  })

  it('says which condition of the address it does not know, and drops it', async () => {
    const { page } = await test.visit('/?status=foo')
    expect(await page.getByRole('alert').innerText()).toContain('status=foo')
    await page.getByRole('link', { name: '从地址里去掉' }).click()
    await expect.poll(() => page.getByRole('alert').count()).toBe(0)
    expect(page.url()).not.toContain('foo')
  })

  it('leads back to today from a day on which nothing was recorded', async () => {
    const { page } = await test.visit('/?asOf=2020-01-01')
    expect(await page.locator('h1').innerText()).toContain('截至 2020-01-01')
    await page.getByRole('link', { name: '看今天' }).click()
    await expect.poll(() => page.locator('h1').innerText()).toContain('已完成')
  })

  it('takes a typed day on Enter, not at every key, and refuses one to come in words', async () => {
    const { page } = await test.visit('/')
    const field = page.getByLabel('截至')
    const type = async (date: string): Promise<void> => {
      await field.focus()
      for (const key of date) await page.keyboard.press(key)
    }
    await type('0315')
    expect(page.url()).not.toContain('asOf')
    await type('03152026')
    await page.keyboard.press('Enter')
    await page.waitForURL(/asOf=2026-03-15/)
    await type('03152199')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('alert').innerText()).toContain('请选')
    expect(await field.inputValue()).toBe('2026-03-15')
    expect(page.url()).toContain('asOf=2026-03-15')
  })

  it('goes back and forth with the browser', async () => {
    const { page } = await test.visit('/')
    await page.getByLabel('地区').selectOption('63')
    await page.waitForURL(/region=63/)
    await page.goBack()
    await expect.poll(() => page.getByLabel('地区').inputValue()).toBe('')
    await page.goForward()
    await expect.poll(() => page.getByLabel('地区').inputValue()).toBe('63')
  })

  it('switches to English and back, and remembers it', async () => {
    const { page } = await test.visit('/')
    await page.getByRole('button', { name: 'English' }).click()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('h1').innerText()).toContain('achieved')
    await page.reload({ waitUntil: 'networkidle' })
    expect(await page.locator('h1').innerText()).toContain('achieved')
    await page.getByRole('button', { name: '中文' }).click()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-CN')
  })

  it('shows what was known and promised on an earlier day', async () => {
    const { page } = await test.visit('/targets/cn-carbon-2022-2030-co2-capture-energy?milestone=2030&asOf=2024-01-31')
    await expect.poll(() => page.locator('main').innerText()).toContain('−25')
  })

  it('loads ECharts where a chart is shown, and nowhere else', async () => {
    const { page } = await test.visit('/')
    const scripts = (): Promise<string[]> =>
      page.evaluate(
        "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js'))",
      )
    const before = await scripts()
    await page.goto(`${test.address}/targets/qh-stip-145-rd-intensity`, { waitUntil: 'networkidle' })
    await page.locator('main svg').first().waitFor()
    const after = await scripts()
    expect(before.some((name) => /echarts/.test(name))).toBe(false)
    expect(after.some((name) => /echarts/.test(name))).toBe(true)
  })

  it('marks sample figures on every page', async () => {
    for (const url of ['/', '/targets/qh-stip-145-rd-intensity', '/method']) {
      const { page } = await test.visit(url)
      expect(await page.getByText('示例数据').count(), url).toBeGreaterThan(0)
    }
  })

  it('says that a target does not exist, and leads back', async () => {
    const { page } = await test.visit('/targets/no-such-target')
    await page.getByRole('link', { name: /总览/ }).last().click()
    await expect.poll(() => new URL(page.url()).pathname).toBe('/')
  })

  it('can be used with the keyboard alone', async () => {
    const { page } = await test.visit('/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement?.textContent')).toContain('跳到正文')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement?.closest("#list") !== null')).toBe(true)
    await page.locator('th.c-name a[href^="/targets/"]').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/targets\//)
  })
})
