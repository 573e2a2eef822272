import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { FIELD_LABELS, OBJECT_KINDS } from '../../client/i18n/audit-words.ts'
import { SHOWN_PAGES } from '../../scripts/shown-pages.ts'
import { listLines } from '../../server/audit/queries.ts'
import { fieldsOf } from '../../server/domain/audit-life.ts'
import { type BrowserTest, faultsAtAnyWidth, openBrowserTest, violationsOf } from '../helpers/browser.ts'

let test: BrowserTest
beforeAll(async () => {
  test = await openBrowserTest()
})
afterAll(async () => await test.close())

const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
const rows = (page: Page) => page.locator('.lines tbody tr:not(.unfolded)')

describe('the audit log on the screen', () => {
  it('tells an auditor in three clicks who approved a figure', async () => {
    const { page } = await test.visitAs('auditor', '/')
    await page.getByRole('link', { name: '操作日志' }).click()
    await page.getByLabel('何事').selectOption({ label: '审核通过' })
    await expect.poll(() => heading(page)).toMatch(/符合条件的有 \d+ 条/)
    const row = rows(page).filter({ hasText: '青海省 · 科技型企业 · 2025 年' }).first()
    await expect.poll(() => row.innerText()).toContain('马秀兰')
    await row.getByRole('link').click()
    await page.waitForURL(/\/audit\/object\?object=observation/)
    await expect.poll(() => heading(page)).toMatch(/^青海省 · 科技型企业 · 2025 年：共 \d+ 条记录$/)
    const approval = page.locator('.life > li').filter({ hasText: '审核通过' })
    expect(await approval.innerText()).toMatch(/马秀兰（青海审核）\s*审核员/)
  })

  it('tells the life of a corrected figure: old and new, why, and who decided', async () => {
    const { page } = await test.visitAs(
      'auditor',
      '/audit/object?object=observation%2F37%2Fforeign-expert-teams%2F2024%2Fvalue',
    )
    const corrected = page.locator('.life > li').filter({ hasText: '来源修订：' })
    await expect.poll(() => corrected.count()).toBe(1)
    expect(await corrected.innerText()).toMatch(/数值\s*5 个 → 6 个/)
    expect(await page.locator('.life > li').last().innerText()).toContain('审核通过')
    await page.getByRole('link', { name: '看目标页' }).click()
    await page.waitForURL(/\/targets\/sd-carbon-2023-foreign-expert-teams/)
  })

  it('keeps every condition in the address, and in its file', async () => {
    const { page } = await test.visitAs('auditor', '/audit')
    await page.getByLabel('何人').selectOption('qh-reporter')
    await page.waitForURL(/actor=qh-reporter/)
    await page.getByLabel(/^对象/).selectOption('observation')
    await page.waitForURL(/object=observation%2F\*/)
    await page.getByLabel(/^地区/).selectOption('63')
    await page.waitForURL(/object=observation%2F63%2F\*/)
    await page.getByLabel('含有的字词').fill('2025')
    await page.getByLabel('含有的字词').press('Enter')
    await page.waitForURL(/q=2025/)
    expect(await page.getByRole('link', { name: '下载 CSV' }).getAttribute('href')).toBe(
      '/api/audit.csv?actor=qh-reporter&object=observation%2F63%2F*&q=2025',
    )
    await expect
      .poll(async () => (await rows(page).allInnerTexts()).every((row) => /索南[^]*青海省/.test(row)))
      .toBe(true)
    await page.getByRole('link', { name: '清除条件' }).click()
    await expect.poll(() => heading(page)).toMatch(/^操作日志共 \d+ 条$/)
  })

  it('unfolds a line by the keyboard to all that it says, with its place in the chain', async () => {
    const { page } = await test.visitAs('auditor', '/audit?action=target.revise')
    const button = rows(page).first().getByRole('button')
    await button.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => button.getAttribute('aria-expanded')).toBe('true')
    const said = await page.locator('.unfolded').innerText()
    expect(said).toContain('前一条指纹')
    expect(said.match(/[0-9a-f]{64}/g)).toHaveLength(2)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.unfolded').count()).toBe(0)
  })

  it('goes to older lines and back to the newest', async () => {
    const { page } = await test.visitAs('auditor', '/audit')
    await expect.poll(() => rows(page).count()).toBe(100)
    const first = await rows(page).first().innerText()
    await page.getByRole('link', { name: '更早的记录' }).click()
    await expect.poll(() => rows(page).first().innerText()).not.toBe(first)
    await page.getByRole('link', { name: '回到最近的记录' }).click()
    await expect.poll(() => rows(page).first().innerText()).toBe(first)
  })

  it('finds nothing in words, and what to do', async () => {
    const { page } = await test.visitAs('auditor', '/audit?q=nothing-has-this-text')
    await expect.poll(() => heading(page)).toBe('没有符合条件的记录')
    expect(await page.locator('.lede').innerText()).toContain('可以放宽日期')
  })

  it('says how far a search of a long log came, and goes on with it', async () => {
    const { page } = await test.visitAs('auditor', '/')
    // As of a log of which one request searches a part.
    await page.route(/\/api\/audit\?.*q=nothing/, async (route) => {
      const response = await route.fetch()
      const told = (await response.json()) as Record<string, unknown>
      const isFirst = !route.request().url().includes('cursor=')
      const part = isFirst ? { unsearched: 43_000_000, nextCursor: 'next' } : {}
      await route.fulfill({ response, json: { ...told, ...part } })
    })
    await page.route(/\/api\/audit\?.*cursor=next/, async (route) => {
      await route.continue({
        url: route
          .request()
          .url()
          .replace(/[?&]cursor=next/, ''),
      })
    })
    await page.goto(new URL('/audit?q=nothing-has-this-text', page.url()).href)
    await expect.poll(() => heading(page)).toBe('已查的记录中没有符合条件的')
    expect(await page.locator('.lede').innerText()).toContain('更早的 43000000 条还没有查：点“更早的记录”接着查')
    await page.getByRole('link', { name: '更早的记录' }).click()
    await page.waitForURL(/cursor=next/)
    await expect.poll(() => heading(page)).toBe('没有符合条件的记录')
  })

  it('has a word for every field and kind of object that the demo logs', async () => {
    const lines = (await listLines(test.db)).map((line) => JSON.parse(line) as { object: string; data: object })
    const fields = lines.flatMap(({ data }) => fieldsOf({ ...data })).flatMap(([field]) => field.split('.'))
    const words = [...new Set(fields)].filter((part) => !/^([0-9]+|milestones)$/.test(part))
    expect(words.filter((part) => !(part in FIELD_LABELS))).toEqual([])
    const kinds = new Set(lines.map(({ object }) => object.split('/')[0] ?? ''))
    kinds.delete('observation-revision') // told as the figure that it is of
    expect([...kinds].filter((kind) => !(kind in OBJECT_KINDS))).toEqual([])
  })

  it('is for auditors only, and others are told so', async () => {
    const { page } = await test.visitAs('leader', '/audit')
    await expect.poll(() => heading(page)).toContain('审计员')
    expect(await page.getByRole('link', { name: '操作日志' }).count()).toBe(0)
  })

  const shown = SHOWN_PAGES.filter(({ name }) => name.startsWith('audit'))
  describe.each(['zh-CN', 'en'])('in %s', (language) => {
    it.each(shown)('$name has no violation that axe knows, at light and dark, and fits at every width', async (one) => {
      const address = `${one.url}${one.url.includes('?') ? '&' : '?'}lang=${language}`
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, complaints } = await test.visitAs('auditor', address, { colorScheme, reducedMotion: 'reduce' })
        await expect.poll(() => page.locator('h1').count()).toBe(1)
        const button = page.locator('.lines .acts button').first()
        if ((await button.count()) > 0) await button.click()
        expect(await violationsOf(page)).toEqual([])
        if (colorScheme === 'light') expect(await faultsAtAnyWidth(page)).toEqual([])
        expect(complaints).toEqual([])
        await page.context().close()
      }
    })
  })
})
