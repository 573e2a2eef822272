import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProgressList } from '../../server/contract/listed-target.ts'
import { FLAGS, STATUSES } from '../../server/domain/words.ts'
import { type BrowserTest, openBrowserTest, violationsOf } from '../helpers/browser.ts'

const ROWS = 'th.c-name a[href^="/targets/"]'

describe('the overview', () => {
  let test: BrowserTest
  let items: ProgressList['items']
  beforeAll(async () => {
    test = await openBrowserTest()
    items = ((await (await fetch(`${test.address}/api/progress?limit=5000`)).json()) as ProgressList).items
  })
  afterAll(async () => await test.close())

  const milestones = (fits: (progress: ProgressList['items'][number]['progress'][number]) => boolean): number =>
    items.flatMap(({ progress }) => progress).filter(fits).length

  const scrolls = (page: Page): Promise<number> =>
    page.evaluate('document.documentElement.scrollHeight - document.documentElement.clientHeight')

  describe('on one screen', () => {
    it.each(['zh', 'en'])('of 1440 × 900 without scrolling, in %s', async (language) => {
      const { page } = await test.visit(`/?lang=${language}`)
      await page.locator('.freshness tbody .ages a').first().waitFor()
      await page.locator('.since span').waitFor()
      expect(await scrolls(page)).toBe(0)
      expect(await page.locator(ROWS).count()).toBeGreaterThanOrEqual(7)
    })

    it('stays where it is while what comes later arrives', async () => {
      const { page } = await test.visit('/method')
      for (const late of ['**/api/freshness*', '**/api/changes*']) {
        await page.route(late, async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 400))
          await route.continue()
        })
      }
      await page.goto(`${test.address}/`)
      await page.locator(ROWS).first().waitFor()
      const tops = (): Promise<number[]> =>
        page.evaluate(
          `[...document.querySelectorAll('h1, .counts, .filters, .targets, .matrix, .freshness, .colophon')].map((one) => one.getBoundingClientRect().top)`,
        )
      const before = await tops()
      expect(await page.locator('.since span').count()).toBe(0)
      await page.locator('.freshness tbody .ages a').first().waitFor()
      await page.locator('.since span').waitFor()
      expect(await tops()).toEqual(before)
    })

    it('shows more rows on a higher screen', async () => {
      const { page } = await test.visit('/?milestone=next', { viewport: { width: 1920, height: 1200 } })
      await expect.poll(() => page.locator(ROWS).count()).toBeGreaterThan(10)
    })
  })

  it('says what changed since the last round closed, and leads there with its day', async () => {
    const { page } = await test.visit('/?region=63')
    await page.locator('.since span').waitFor()
    expect(await page.locator('.since').innerText()).toContain('填报截止')
    const href = await page.getByRole('link', { name: '查看变化' }).getAttribute('href')
    expect(href).toMatch(/^\/changes\?since=[0-9-]{10}&region=63$/)
  })

  it('leads on with what the other page knows of too', async () => {
    const { page } = await test.visit('/?region=63&theme=talent&milestone=2030&asOf=2026-06-01')
    const at = (name: string) => page.getByRole('list', { name: '带走与转发' }).getByRole('link', { name })
    expect(await at('进展通报').getAttribute('href')).toBe('/report?region=63&asOf=2026-06-01')
    expect(await at('看板').getAttribute('href')).toBe('/board?region=63&milestone=2030&asOf=2026-06-01')
  })

  it('copies its address', async () => {
    const { page } = await test.visit('/?region=63', { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: '复制链接' }).click()
    await page.getByText('链接已复制').waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${test.address}/?region=63`)
  })

  it('counts with every flag and status as many as the API, and the file holds the same', async () => {
    const { page } = await test.visit('/')
    for (const name of ['flag', 'status'] as const) {
      for (const word of name === 'flag' ? FLAGS : STATUSES) {
        await page.goto(`${test.address}/?milestone=next&by=none&${name}=${word}`, { waitUntil: 'networkidle' })
        const file = await page.getByRole('link', { name: '下载 CSV' }).getAttribute('href')
        const lines = (await (await fetch(`${test.address}${file}`)).text()).trim().split('\r\n').length - 1
        await expect.poll(() => page.locator(ROWS).count(), { message: `${name}=${word}` }).toBe(lines)
      }
    }
  }, 120_000)

  it('is narrowed in every part by one filter', async () => {
    const { page } = await test.visit('/?milestone=next')
    await page.getByLabel('地区').selectOption('37')
    await page.waitForURL(/region=37/)
    const own = items.filter(({ regionCode }) => regionCode === '37').length
    await expect.poll(() => page.locator('h1').innerText()).toContain(`山东省下一阶段目标 ${own} 项`)
    expect(await page.locator('.matrix thead th').allInnerTexts()).toEqual(['山东省'])
    expect(await page.locator('.freshness tbody th').allInnerTexts()).toEqual(['山东省'])
    await expect.poll(() => page.locator('.since').innerText()).toContain('查看变化')
    expect(await page.locator('.counts .chosen').innerText()).toContain(`${own} 项`)
  })

  it('leads from every cell and head of the distribution to its list', async () => {
    const { page } = await test.visit('/')
    const cell = page.locator('.matrix td a.icons')
    const named = await cell.last().getAttribute('aria-label')
    const icons = await cell.last().locator('svg').count()
    await cell.last().click()
    await page.waitForURL(/region=.*theme=.*by=none/)
    await expect.poll(() => page.locator(ROWS).count()).toBe(icons)
    expect(named).toMatch(/^.+，.+：/)
    await page.goto(`${test.address}/?where=plan`, { waitUntil: 'networkidle' })
    await page.locator('.matrix thead th a').first().click()
    await page.waitForURL(/plan=.*by=none.*where=plan/)
    await expect.poll(() => page.locator(ROWS).count()).toBe(10)
  })

  it('searches at every letter; the address follows after a pause, and Back does not go letter by letter', async () => {
    const { page } = await test.visit('/?milestone=next&by=none')
    await page.getByRole('searchbox').focus()
    await page.waitForLoadState('networkidle')
    await page.evaluate(`(() => {
      const rows = () => document.querySelectorAll('${ROWS}').length
      const [before, order] = [rows(), []]
      const look = () => {
        if (rows() !== before && !order.includes('list')) order.push('list')
        if (location.search.includes('q=') && !order.includes('address')) order.push('address')
        if (order.length < 2) requestAnimationFrame(look)
      }
      window.order = order
      look()
    })()`)
    await page.getByRole('searchbox').pressSequentially('企业')
    await expect.poll(() => page.evaluate('order')).toEqual(['list', 'address'])
    await page.getByRole('searchbox').pressSequentially('创新')
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('企业创新')
    await page.goBack()
    await expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).search).not.toContain('q=')
  })

  it('keeps a filter that is chosen while a search is still being typed', async () => {
    const { page } = await test.visit('/')
    await page.getByRole('searchbox').fill('企业')
    await page.locator('.filters select').first().selectOption('63')
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('企业')
    expect(new URL(page.url()).searchParams.get('region')).toBe('63')
  })

  it('searches what the API searches, also where the address brings the words', async () => {
    const { page } = await test.visit('/?milestone=next&by=none&q=高新技术企业')
    const found = (await (
      await fetch(`${test.address}/api/progress?milestone=next&q=${encodeURIComponent('高新技术企业')}`)
    ).json()) as ProgressList
    expect(await page.locator(ROWS).count()).toBe(found.total)
  })

  describe('within three clicks', () => {
    it('which 2025 targets were missed and by how much', async () => {
      const { page } = await test.visit('/')
      await page.locator('.counts tr.chosen').getByRole('link', { name: '未完成' }).click()
      await page.waitForURL(/status=missed/)
      const missed = milestones(({ milestoneYear, status }) => milestoneYear === 2025 && status === 'missed')
      await expect.poll(() => page.locator(ROWS).count()).toBe(missed)
      for (const gap of await page.locator('td.c-gap').allInnerTexts()) expect(gap).toMatch(/[0-9]/)
    })

    it('what Qinghai must add per year to reach 20 new high-tech enterprises by 2030', async () => {
      const { page } = await test.visit('/')
      await page.locator('.freshness tbody').getByRole('link', { name: '青海省', exact: true }).click()
      await page
        .locator('.counts')
        .getByRole('link', { name: /^2030 年/ })
        .click()
      await page.waitForURL(/milestone=2030.*region=63/)
      const row = page.locator('tr', { hasText: '新认定绿色高新技术企业' }).last()
      const target = items.find(({ id }) => id === 'qh-carbon-2022-green-high-tech-enterprises-new')
      const required = target?.progress.find(({ milestoneYear }) => milestoneYear === 2030)?.requiredPerYear
      expect(required).toMatch(/^[0-9]/)
      await expect.poll(() => row.locator('td.c-pace').innerText()).toMatch(/^\+[0-9]/)
    })

    it('which figures are older than two years', async () => {
      const { page } = await test.visit('/')
      await page.getByRole('link', { name: /^数据陈旧/ }).click()
      await page.waitForURL(/flag=outdated/)
      await expect.poll(() => page.locator(ROWS).count()).toBeGreaterThan(0)
      for (const remarks of await page.locator('td.c-status').allInnerTexts()) expect(remarks).toContain('数据陈旧')
    })

    it('which targets were moved', async () => {
      const { page } = await test.visit('/')
      await page.getByRole('link', { name: /^目标已调整/ }).click()
      await page.waitForURL(/flag=target-revised/)
      const moved = milestones(({ milestoneYear, flags }) => milestoneYear === 2030 && flags.includes('target-revised'))
      await expect.poll(() => page.locator(ROWS).count()).toBe(moved)
    })

    it('which province still owes which figures', async () => {
      const { page } = await test.visit('/')
      const none = page.locator('.ages .age-none').first()
      await none.click()
      await page.waitForURL(/status=no-data/)
      await expect.poll(() => page.locator(ROWS).count()).toBeGreaterThan(0)
    })
  })

  it.each(['/?status=achieved', '/?by=attention&milestone=next', '/?where=plan&flag=outdated&milestone=next'])(
    '%s has no violation that axe knows, in forced colours and at 320 px too',
    async (url) => {
      for (const options of [{ forcedColors: 'active' }, { viewport: { width: 320, height: 800 } }] as const) {
        const { page, complaints } = await test.visit(url, { ...options, reducedMotion: 'reduce' })
        await page.locator('.freshness tbody .ages a').first().waitFor()
        expect(await violationsOf(page)).toEqual([])
        expect(complaints).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
          0,
        )
      }
    },
  )

  it('prints its list and its distribution, without what only works on a screen', async () => {
    const { page } = await test.visit('/?by=plan')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.filters').isVisible()).toBe(false)
    expect(await page.locator('.list-links').first().isVisible()).toBe(false)
    expect(await page.locator('.targets').isVisible()).toBe(true)
    expect(await page.locator('.freshness').isVisible()).toBe(true)
  })
})
