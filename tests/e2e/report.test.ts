import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan, Region } from '../../server/contract/reference.ts'
import type { TargetList } from '../../server/contract/target.ts'
import { type BrowserTest, openBrowserTest } from '../helpers/browser.ts'
import { type PdfPage, readPdf } from '../helpers/pdf.ts'

const A4_PT = { width: 595, height: 842 }
const SUBJECTS = [
  'region=00',
  'region=37',
  'region=42',
  'region=63',
  'plan=cn-carbon-2022-2030',
  'plan=hb-carbon-2022',
  'plan=qh-carbon-2022',
  'plan=qh-stip-145',
  'plan=sd-carbon-2023',
]
const LANGUAGES = ['zh-CN', 'en'] as const
/** A busy machine is slow. */
const SOON = { timeout: 15_000 }
const ATTENTION = ['missed', 'moving-away', 'far-behind', 'behind']

/** Where lines break, how wide a gap is and whether two letters are drawn as one says nothing. */
const dense = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b\u00ad\u2010]/g, '')

describe('the progress report', () => {
  let test: BrowserTest
  let regions: Region[]
  let plans: Plan[]
  const ask = async <Body>(path: string): Promise<Body> => (await (await fetch(test.address + path)).json()) as Body
  const targetsOf = (query: string): Promise<TargetList> => ask(`/api/targets?limit=1000&${query}`)

  beforeAll(async () => {
    test = await openBrowserTest()
    regions = (await ask<{ items: Region[] }>('/api/regions')).items
    plans = (await ask<{ items: Plan[] }>('/api/plans')).items
  })
  afterAll(async () => await test.close())

  const open = async (url: string): Promise<Page> => {
    const { page } = await test.visit(url)
    await page.locator('.report h2').first().waitFor()
    return page
  }
  const printed = async (page: Page): Promise<PdfPage[]> => readPdf(await page.pdf({ preferCSSPageSize: true }))

  it('is tried below for every region and plan that there is', () => {
    const all = [...regions.map(({ code }) => `region=${code}`), ...plans.map(({ code }) => `plan=${code}`)]
    expect(SUBJECTS.toSorted()).toEqual(all.toSorted())
  })

  describe.each(SUBJECTS)('of %s', (subject) => {
    it.each(LANGUAGES)('prints on A4, whole and without what is around it (%s)', async (lang) => {
      const page = await open(`/report?${subject}&lang=${lang}`)
      const title = await page.locator('.report h1').innerText()
      const headings = await page.locator('.report :is(h2, h3, caption, figcaption)').allInnerTexts()
      const around = await page.locator('.report-tools .button, .masthead .main-nav').allInnerTexts()
      const { items } = await targetsOf(subject)
      const pages = await printed(page)
      await page.context().close()
      expect(pages.length).toBeGreaterThanOrEqual(3)
      expect(pages.length).toBeLessThanOrEqual(12)
      expect(dense(pages[0]?.text ?? '')).toContain(dense(title))
      const text = pages.map((one) => dense(one.text)).join('')
      for (const heading of headings) expect(text).toContain(dense(heading))
      for (const outside of around) expect(text).not.toContain(dense(outside))
      for (const [index, one] of pages.entries()) {
        const at = `page ${index + 1}`
        expect({ width: Math.round(one.width), height: Math.round(one.height) }, at).toEqual(A4_PT)
        expect(one.text, at).toContain(`— ${index + 1} —`)
        expect(one.text.includes('示例数据 Sample data'), at).toBe(items.some(({ sample }) => sample))
        // A heading at the foot of a page would stand without what it is about.
        const foot = (heading: string): string => dense(one.text).slice(-dense(heading).length - 4)
        expect(
          headings.filter((heading) => foot(heading).includes(dense(heading))),
          at,
        ).toEqual([])
        if (index < pages.length - 1) expect(dense(one.text).length, at).toBeGreaterThan(250)
      }
    })
  })

  it('prints every milestone with its status, and repeats the heads of a table on each page', async () => {
    const page = await open('/report?region=63')
    const pages = await printed(page)
    const { items } = await targetsOf('region=63')
    const names = await page.locator('.report-table.every th.name').allInnerTexts()
    expect(names).toHaveLength(items.flatMap(({ progress }) => progress).length)
    const text = pages.map((one) => dense(one.text)).join('')
    for (const name of names) expect(text).toContain(dense(name))
    const heads = dense('序号目标单位基期最新数据目标值序时完成率进展状态备注')
    const tables = await page.locator('.report-table.every').count()
    expect(text.split(heads).length - 1).toBeGreaterThan(tables)
  })

  it('counts in its sentences and its table what the API counts', async () => {
    const page = await open('/report?region=63')
    const { items } = await targetsOf('region=63')
    const all = items.flatMap(({ progress }) => progress)
    const count = (year: number, status: string): number =>
      all.filter((one) => one.milestoneYear === year && one.status === status).length
    const overall = await page.locator('.report section').first().innerText()
    for (const year of [2025, 2030]) {
      const sum = all.filter((one) => one.milestoneYear === year).length
      expect(overall).toContain(`${year}年阶段目标${sum}项，其中：已完成${count(year, 'achieved')}项`)
      const row = page.locator('.counts-by-status tbody tr').filter({ hasText: `${year}年` })
      const cells = (await row.locator('td').allInnerTexts()).map(Number)
      expect(cells.at(-1)).toBe(sum)
      expect(cells.slice(0, -1).reduce((total, cell) => total + cell, 0)).toBe(sum)
      expect(cells.slice(0, 2)).toEqual([count(year, 'achieved'), count(year, 'missed')])
    }
    const urgent = all.filter(({ status }) => ATTENTION.includes(status)).length
    expect(await page.locator('.report-table.attention tbody tr').count()).toBe(urgent)
    expect(await page.locator('.report-items li').count()).toBe(urgent)
  })

  it('tells of a missed target what the plan says, by how much, and when at this pace', async () => {
    const page = await open('/report?plan=qh-stip-145')
    const first = await page.locator('.report-items li').first().innerText()
    expect(first).toContain('1. 国家级创新平台（2025年，未完成）。')
    expect(first).toContain('建成国家级创新平台65个')
    expect(first).toContain('2025年为64个，未达到目标65个，差1个。照近年速度，2027年才达到，晚2年。责任单位：未载明。')
  })

  it('tells what was moved, from what to what', async () => {
    const page = await open('/report?plan=cn-carbon-2022-2030')
    const row = await page.locator('.report-table.moved tbody tr').first().innerText()
    expect(row).toContain('单位二氧化碳捕集能耗')
    expect(row).toContain('−25%')
    expect(row).toContain('−30%')
  })

  it('draws each milestone small on one axis, told in words for who does not see it', async () => {
    const page = await open('/report?plan=qh-stip-145')
    const { items } = await targetsOf('plan=qh-stip-145')
    const drawings = page.locator('.report-chart svg[role="img"]')
    expect(await drawings.count()).toBe(items.length)
    const one = page.getByRole('img', { name: /^研发经费投入强度（2025年）/ })
    expect(await one.getAttribute('aria-label')).toMatch(/：滞后，0\.87%，2024 年，目标 1\.0%，2025 年/)
  })

  it('is three clicks away from the overview', async () => {
    const { page } = await test.visit('/?region=63')
    await page.evaluate('window.print = () => { window.printed = true }')
    await page.getByRole('link', { name: '进展通报' }).first().click()
    await page.waitForURL(/\/report\?region=63/)
    await page.getByRole('button', { name: /打印/ }).click()
    await expect.poll(() => page.evaluate('window.printed'), SOON).toBe(true)
  })

  it('lets choose where nothing is chosen, and says what it does not know', async () => {
    const { page } = await test.visit('/report?region=99')
    expect(await page.getByRole('alert').innerText()).toContain('99')
    await page.getByRole('link', { name: '青海省', exact: true }).click()
    await page.waitForURL(/\/report\?region=63$/)
    await page.getByLabel('地区或方案').selectOption('plan sd-carbon-2023')
    await page.waitForURL(/\/report\?plan=sd-carbon-2023$/)
    await expect
      .poll(() => page.locator('.report h1').innerText(), SOON)
      .toBe('《山东省科技支撑碳达峰工作方案》进展通报')
    await page.getByLabel('阶段').selectOption('next')
    await page.waitForURL(/milestone=next/)
    await expect.poll(() => page.locator('.report').innerText(), SOON).toContain('本通报只列下一阶段目标。')
  })

  it('keeps to the milestone that was asked for, and says so where there is none', async () => {
    const page = await open('/report?region=63&milestone=2030')
    expect(await page.locator('.counts-by-status tbody tr').count()).toBe(1)
    expect(await page.getByRole('link', { name: '下载 CSV' }).getAttribute('href')).toBe(
      '/api/progress.csv?region=63&milestone=2030',
    )
    const { page: none } = await test.visit('/report?region=63&milestone=2035')
    await none.getByRole('link', { name: '看全部阶段' }).click()
    await none.waitForURL(/\/report\?region=63$/)
  })

  it('is dated, and shows what was known and promised on an earlier day', async () => {
    const page = await open('/report?plan=cn-carbon-2022-2030')
    expect(await page.locator('.report-head').innerText()).toContain('（截至 2026年6月30日）')
    const then = await open('/report?plan=cn-carbon-2022-2030&asOf=2024-01-31')
    expect(await then.locator('.report-head').innerText()).toContain('（截至 2024年1月31日）')
    expect(await then.locator('.report').innerText()).toContain('没有调整过的目标。')
    expect(await then.locator('.report-table a').first().getAttribute('href')).toContain('asOf=2024-01-31')
  })

  it('is the same in dark: paper is light', async () => {
    const { page } = await test.visit('/report?region=63', { colorScheme: 'dark' })
    await page.locator('.report').waitFor()
    const ground = await page.evaluate("getComputedStyle(document.querySelector('.report')).backgroundColor")
    expect(ground).toBe('rgb(255, 255, 255)')
  })

  it('names every status beside its icon, so that it reads in black and white', async () => {
    const page = await open('/report?region=63')
    const standings = await page.locator('.standing').allInnerTexts()
    expect(standings.length).toBeGreaterThan(0)
    expect(standings.filter((word) => word.trim() === '')).toEqual([])
  })
})
