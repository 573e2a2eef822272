import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { ProgressList } from '../../server/contract/listed-target.ts'
import type { YearlyProgressList } from '../../server/contract/yearly-progress.ts'
import { STATUS_LABELS } from '../../server/domain/labels.ts'
import { type BrowserTest, faultsAtAnyWidth, openBrowserTest, violationsOf } from '../helpers/browser.ts'
import { readPng, readSvg, textFaultsOf } from '../helpers/picture-files.ts'
import { loadCompareWorld, MANY } from './compare-world.ts'

const panels = (page: Page) => page.locator('.cmp-panel')
const pick = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })
const headline = (page: Page) => page.locator('h1').innerText()

describe('the comparison of the demo', () => {
  let test: BrowserTest
  let targets: ProgressList
  let years: YearlyProgressList
  beforeAll(async () => {
    test = await openBrowserTest()
    const ask = async (path: string): Promise<unknown> =>
      await (await fetch(`${test.address}/api/${path}&limit=1000`)).json()
    targets = (await ask('progress?region=63')) as ProgressList
    years = (await ask('yearly-progress?region=63&milestone=next')) as YearlyProgressList
  })
  afterAll(async () => await test.close())

  it('is reached from every page, and opens with the first region and its numbers', async () => {
    const { page } = await test.visit('/')
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '比较' }).click()
    await page.waitForURL(/\/compare/)
    await expect.poll(() => headline(page)).toMatch(/^全国：5 项目标的下一阶段，/)
    expect(await pick(page, '地区').inputValue()).toBe('00')
  })

  it('draws each target with its status in words, its latest figure with unit and year, and leads to its page', async () => {
    const { page } = await test.visit('/compare?region=63&plan=qh-stip-145')
    await panels(page).first().waitFor()
    expect(await panels(page).count()).toBe(10)
    const panel = panels(page).filter({ hasText: '技术合同交易额' })
    expect((await panel.innerText()).replaceAll('\u00a0', ' ')).toContain('23.17 亿元，2025 年')
    expect(await panel.innerText()).toContain('已完成')
    await panel.getByRole('link').click()
    await page.waitForURL(/\/targets\/qh-stip-145-technology-contracts\?milestone=2025/)
  })

  it('says to who does not see a drawing what the API says: status, figure, year and shares', async () => {
    const { page } = await test.visit('/compare?region=63')
    await panels(page).first().waitFor()
    const labels = await page
      .locator('.cmp-panel [role=img]')
      .evaluateAll((drawings) => drawings.map((one) => one.getAttribute('aria-label') ?? ''))
    const drawn = targets.items.filter(({ indicator }) => indicator.kind !== 'done')
    expect(labels).toHaveLength(drawn.length)
    for (const { indicator, progress, nextMilestoneYear } of drawn) {
      const standing = progress.find(({ milestoneYear }) => milestoneYear === nextMilestoneYear)
      const label = labels.find((one) => one.startsWith(`${indicator.shortNameZh}：`)) ?? ''
      if (standing === undefined) throw new Error(indicator.shortNameZh)
      expect(label).toContain(STATUS_LABELS[standing.status]['zh-CN'])
      if (standing.latest) expect(label).toContain(`，${standing.latest.year} 年`)
      if (standing.coveredShare !== null) expect(label).toContain('目标完成率')
    }
  })

  it('has a cell for every target and year, which says target, year, status and figure as the API does', async () => {
    const { page } = await test.visit('/compare?region=63')
    await page.locator('.cmp-heat td').first().waitFor()
    const cells = await page.locator('.cmp-heat td .visually-hidden').allTextContents()
    const names = new Map(targets.items.map(({ id, indicator }) => [id, indicator.shortNameZh]))
    for (const { targetId, years: standings } of years.items) {
      for (const { year, status } of standings) {
        const start = `${names.get(targetId)}，${year} 年：${STATUS_LABELS[status]['zh-CN']}`
        expect(
          cells.filter((cell) => cell.startsWith(start)),
          start,
        ).toHaveLength(1)
      }
    }
    const empty = years.items.length * 5 - years.items.reduce((sum, { years: all }) => sum + all.length, 0)
    expect(cells.filter((cell) => cell.endsWith('尚无数据'))).toHaveLength(empty)
  })

  it('shows in which year a target turned', async () => {
    const { page } = await test.visit('/compare?region=63')
    const row = page.locator('.cmp-heat tr').filter({ hasText: '企业研发经费占比' })
    await row.locator('td.turned').waitFor()
    expect(await row.locator('td.turned').count()).toBe(1)
    expect(await row.locator('td.turned').innerText()).toContain('2022 年：背离目标，60.42%，此前滞后')
  })

  it('has the same numbers in a plain table', async () => {
    const { page } = await test.visit('/compare?region=63&plan=qh-stip-145')
    await page.getByText('数据表', { exact: true }).click()
    const table = page.locator('.cmp-figures table')
    await table.waitFor()
    const body = table.locator('tbody').filter({ hasText: '研发经费投入强度' })
    expect(await body.locator('tr').first().innerText()).toMatch(
      /研发经费投入强度（%）.*基期 0\.71%，2020 年，目标 1\.0%，2025 年/,
    )
    const lines = await body
      .locator('tr:not(.group)')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent).join(' ')))
    expect(lines).toEqual([
      '2021 0.77 21% 0.77 达序时进度',
      '2022 0.80 31% 0.83 滞后',
      '2023 0.83 41% 0.88 滞后',
      '2024 0.87 55% 0.94 滞后',
    ])
  })

  it('chooses by region, plan, milestone and order, each a new address, and goes back', async () => {
    const { page } = await test.visit('/compare?region=63')
    await pick(page, '方案').selectOption('qh-carbon-2022')
    await page.waitForURL(/plan=qh-carbon-2022/)
    await expect.poll(() => panels(page).count()).toBe(9)
    await pick(page, '排序').selectOption('plan')
    await page.waitForURL(/sort=plan/)
    await pick(page, '阶段').selectOption('2025')
    await page.waitForURL(/milestone=2025/)
    await expect.poll(() => headline(page)).toBe('没有目标符合这些条件')
    await page.getByRole('link', { name: '看下一阶段' }).click()
    await expect.poll(() => panels(page).count()).toBe(9)
    await pick(page, '比较').selectOption('theme')
    await page.waitForURL(/theme=/)
    await page.goBack()
    await page.waitForURL(/region=63&plan=qh-carbon-2022/)
  })

  it('says of an indicator that no other region has that there is nothing to compare, and offers its theme', async () => {
    const { page } = await test.visit('/compare?indicator=technology-contracts')
    await expect.poll(() => headline(page)).toContain('只有青海省有这项目标')
    await page.getByRole('link', { name: '比较“投入产出”各地区的目标' }).click()
    await page.waitForURL(/theme=inputs-outputs/)
    await expect.poll(() => headline(page)).toMatch(/^投入产出：2 个地区 6 项目标/)
    expect(await page.locator('.lede').innerText()).toContain('不排名次')
  })

  it('shows what was known on an earlier day, on its own page and on those that it leads to', async () => {
    const { page } = await test.visit('/compare?region=63&asOf=2024-06-30')
    await panels(page).first().waitFor()
    expect(await page.locator('.cmp-heat thead').innerText()).not.toContain('2024')
    for (const link of await page
      .locator('.cmp a[href]')
      .evaluateAll((links) => links.map((one) => one.getAttribute('href')))) {
      expect(link).toContain('asOf=2024-06-30')
    }
  })

  it('says which condition of the address it does not know', async () => {
    const { page } = await test.visit('/compare?region=99&milestone=2025')
    expect(await page.getByRole('alert').innerText()).toContain('region=99')
    await page.getByRole('link', { name: '从地址里去掉' }).click()
    await expect.poll(() => page.getByRole('alert').count()).toBe(0)
  })

  it('says that nothing was recorded by a day', async () => {
    const { page } = await test.visit('/compare?asOf=2020-01-01')
    expect(await headline(page)).toContain('截至 2020-01-01')
  })

  it('gives the years away as CSV, as they are compared', async () => {
    const { page } = await test.visit('/compare?region=63&plan=qh-stip-145&milestone=2025')
    const link = page.locator('.cmp-board').getByRole('link', { name: 'CSV' })
    const address = (await link.getAttribute('href')) ?? ''
    expect(address).toBe('/api/yearly-progress.csv?region=63&plan=qh-stip-145&milestone=2025')
    const text = await (await fetch(test.address + address)).text()
    expect(text).toContain('qh-stip-145-rd-intensity,2025,2024,behind,,0.87,')
  })

  it.each([
    [
      '.cmp-board',
      '目标完成率',
      ['技术合同交易额', '23.17 亿元，2025 年', '达序时进度', '100%', '162%', '已建成（2025 年）'],
    ],
    ['.cmp-heat', '哪一年发生转折', ['技术合同交易额', '2021', '2025', '背离目标', '转折', '尚无数据']],
  ])('gives the whole of %s away as a picture, as SVG and PNG', async (section, title, said) => {
    const { page } = await test.visit('/compare?region=63', { colorScheme: 'dark' })
    const take = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(section).getByRole('button', { name }).click(),
      ])
      return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
    }
    const svg = await take('SVG')
    expect(svg.name).toMatch(/-63-next-2026-06-30\.svg$/)
    const read = await readSvg(page, svg.content.toString('utf8'))
    expect(read).toMatchObject({ malformed: '', foreign: [] })
    const texts = read.texts.join('\n')
    for (const text of ['青海省', title, '示例数据', '2026-06-30', ...said]) expect(texts).toContain(text)
    const png = await readPng(page, (await take('PNG')).content)
    expect([png.width, png.height]).toEqual([Math.round(read.width * 2), Math.round(read.height * 2)])
    expect(png.corner.slice(0, 3)).toEqual([253, 252, 250])
    for (const dark of [png.title, png.drawing, png.notes]) expect(dark).toBeGreaterThan(200)
  })

  it.each(['.cmp-board', '.cmp-heat'])(
    'cuts no name of a plan and lays no text over another in a picture of %s',
    async (section) => {
      const { page } = await test.visit('/compare?region=63&lang=en')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(section).getByRole('button', { name: 'SVG' }).click(),
      ])
      expect(await textFaultsOf(page, await readFile(await download.path(), 'utf8'))).toEqual([])
    },
  )

  it('can be used with the keyboard alone', async () => {
    const { page } = await test.visit('/compare?region=63')
    await panels(page).first().waitFor()
    await pick(page, '地区').focus()
    await page.keyboard.press('ArrowUp')
    await page.waitForURL(/region=42/)
    await expect.poll(() => headline(page)).toContain('湖北省')
    // The sections come after the headline.
    await panels(page).first().waitFor()
    const reached = new Set<string>()
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab')
      reached.add(
        String(await page.evaluate('document.activeElement?.closest("section, details, search")?.className ?? ""')),
      )
    }
    for (const part of ['cmp-controls', 'cmp-board', 'cmp-heat', 'cmp-figures']) {
      expect(
        [...reached].some((name) => name.includes(part)),
        part,
      ).toBe(true)
    }
    await page.locator('.cmp-figures summary').focus()
    await page.keyboard.press('Enter')
    await page.locator('.cmp-figures table').waitFor()
  })
})

const PAGES = [
  '/compare?region=63',
  '/compare?indicator=laboratories',
  '/compare?theme=platforms',
  '/compare?region=42',
]

describe('a comparison of several regions', () => {
  let test: BrowserTest
  beforeAll(async () => {
    test = await openBrowserTest(loadCompareWorld)
  })
  afterAll(async () => await test.close())

  it('draws one indicator of several regions on one axis in its own unit, in the order of the regions', async () => {
    const { page } = await test.visit('/compare?indicator=laboratories')
    await panels(page).first().waitFor()
    expect(await headline(page)).toBe('重点实验室：3 个地区 3 项目标的下一阶段，1 项已完成，1 项未完成，1 项滞后')
    expect(await page.locator('.cmp-board h2').innerText()).toBe('重点实验室（家）')
    expect(await panels(page).locator('.name').allInnerTexts()).toEqual(['青海', '山东', '湖北'])
    const axes = await page
      .locator('.cmp-panel .drawing svg')
      .evaluateAll((drawings) =>
        drawings.map((one) => [...one.querySelectorAll('text')].map((text) => text.textContent).join(' ')),
      )
    expect(new Set(axes)).toEqual(new Set(['0 50 100 2020 2030']))
  })

  it('draws no path without a baseline, a gap where a year is missing, a provisional point hollow', async () => {
    const { page } = await test.visit('/compare?indicator=laboratories')
    const [qinghai, hubei] = [panels(page).filter({ hasText: '青海' }), panels(page).filter({ hasText: '湖北' })]
    await hubei.waitFor()
    expect(await hubei.locator('.path, .start').count()).toBe(0)
    expect(await hubei.locator('.point').count()).toBe(2)
    expect(await qinghai.locator('.path').count()).toBe(1)
    expect(await qinghai.locator('.point').count()).toBe(4)
    expect(await qinghai.locator('.observed').count()).toBe(3)
    expect(await qinghai.locator('.point.hollow').count()).toBe(1)
  })

  it('tells by its number what lies beyond the axis, and in words what is built and what has no number', async () => {
    const { page } = await test.visit('/compare?region=63')
    await panels(page).first().waitFor()
    const beyond = (name: string) => panels(page).filter({ hasText: name }).locator('.beyond text').allTextContents()
    expect(await beyond('远超目标')).toEqual(['500%'])
    expect(await beyond('远离目标')).toEqual(['−113%'])
    const words = async (name: string) => await panels(page).filter({ hasText: name }).innerText()
    expect(await words('平台建成')).toContain('已建成（2025 年）')
    expect(await words('持续增长')).toContain('目标未量化')
    expect(await words('守住')).toContain('按占目标值的比例')
  })

  it('draws sixty targets at first, and more at a click that is an address', async () => {
    const { page } = await test.visit('/compare?region=42')
    await panels(page).first().waitFor()
    expect(await panels(page).count()).toBe(60)
    expect(await page.locator('.cmp-heat tbody tr:not(.group)').count()).toBe(60)
    await page.getByRole('link', { name: `再显示 ${MANY + 1 - 60} 项` }).click()
    await page.waitForURL(/show=120/)
    await expect.poll(() => panels(page).count()).toBe(MANY + 1)
  })

  describe.each(['zh-CN', 'en'])('in %s', (language) => {
    it.each(PAGES)('%s has no violation that axe knows, in light and dark, and no word on the console', async (url) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, complaints } = await test.visit(`${url}&lang=${language}`, {
          colorScheme,
          reducedMotion: 'reduce',
        })
        await panels(page).first().waitFor()
        await page.locator('.cmp-figures summary').click()
        await page.locator('.cmp-figures table').waitFor()
        expect(await violationsOf(page)).toEqual([])
        expect(complaints).toEqual([])
        await page.context().close()
      }
    })

    it.each(PAGES.slice(0, 3))('%s scrolls sideways at no width, and cuts no text', async (url) => {
      const { page } = await test.visit(`${url}&lang=${language}`)
      await panels(page).first().waitFor()
      await page.locator('.cmp-figures summary').click()
      await page.locator('.cmp-figures table').waitFor()
      expect(await faultsAtAnyWidth(page)).toEqual([])
      await page.context().close()
    })
  })
})
