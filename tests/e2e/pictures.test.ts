import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserTest, openBrowserTest } from '../helpers/browser.ts'
import { readPng, readSvg } from '../helpers/picture-files.ts'

const CARBON = '/targets/cn-carbon-2022-2030-co2-per-gdp?milestone=2030'

const taken = async (page: Page, format: 'PNG' | 'SVG'): Promise<Download> => {
  await page.locator('.target-figure .drawing svg').waitFor()
  const coming = page.waitForEvent('download')
  await page.locator('.take-along').first().getByRole('button', { name: format }).click()
  return await coming
}

const textOf = async (download: Download): Promise<string> => await readFile(await download.path(), 'utf8')

describe('a chart taken along', () => {
  let test: BrowserTest
  beforeAll(async () => {
    test = await openBrowserTest()
  })
  afterAll(async () => await test.close())

  it('is an SVG that stands alone and says title, source, unit, day and sample mark itself', async () => {
    const { page, complaints } = await test.visit(CARBON)
    const download = await taken(page, 'SVG')
    expect(download.suggestedFilename()).toBe('cn-carbon-2022-2030-co2-per-gdp-2030-as-of-2026-06-30.svg')
    const text = await textOf(download)
    const svg = await readSvg(page, text)
    expect(svg.malformed).toBe('')
    expect(svg.root).toBe('svg')
    expect(svg.foreign).toEqual([])
    expect(svg.names).not.toContain('style')
    expect(svg.names).not.toContain('foreignObject')
    expect(svg.viewBox).toBe(`0 0 ${svg.width} ${svg.height}`)
    const said = svg.texts.join('')
    for (const part of [
      '全国：',
      '单位国内生产总值',
      '2030 年目标',
      '来源：',
      '统计公报',
      '单位：%',
      '截至 2026-06-30',
    ])
      expect(said).toContain(part)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('says that its figures are samples where some are', async () => {
    const { page } = await test.visit('/targets/qh-stip-145-rd-intensity')
    const svg = await readSvg(page, await textOf(await taken(page, 'SVG')))
    expect(svg.texts.join('')).toContain('示例数据')
    await page.context().close()
  })

  it('is a PNG of twice the size, with title, drawing and notes in its pixels', async () => {
    const { page } = await test.visit(CARBON)
    const { width, height } = await readSvg(page, await textOf(await taken(page, 'SVG')))
    const download = await taken(page, 'PNG')
    expect(download.suggestedFilename()).toMatch(/-2030-as-of-2026-06-30\.png$/)
    const png = await readPng(page, await readFile(await download.path()))
    expect([png.width, png.height]).toEqual([width * 2, height * 2])
    expect(png.corner).toEqual([253, 252, 250, 255])
    for (const part of ['title', 'drawing', 'notes'] as const) expect(png[part], part).toBeGreaterThan(800)
    await page.context().close()
  })

  it.each([
    ['on a dark screen', { colorScheme: 'dark' as const }],
    ['with forced colours', { forcedColors: 'active' as const }],
    ['on a phone', { viewport: { width: 360, height: 740 } }],
  ])('is the same picture %s, and leaves the page as it is', async (_where, options) => {
    const usual = await test.visit(CARBON)
    const expected = await textOf(await taken(usual.page, 'SVG'))
    const { page } = await test.visit(CARBON, options)
    const before = await page.evaluate<string>('document.documentElement.outerHTML.slice(0, 120)')
    expect(await textOf(await taken(page, 'SVG'))).toBe(expected)
    expect(await page.evaluate<string>('document.documentElement.outerHTML.slice(0, 120)')).toBe(before)
    await Promise.all([usual.page.context().close(), page.context().close()])
  })

  it('is told in words once the browser has it, and by the keyboard too', async () => {
    const { page } = await test.visit(`${CARBON}&lang=en`)
    await page.locator('.target-figure .drawing svg').waitFor()
    const button = page.getByRole('button', { name: 'PNG picture' }).first()
    await button.focus()
    const coming = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    await coming
    const told = page.locator('.take-along [role=status]').first()
    await expect
      .poll(() => told.innerText(), { timeout: 20_000 })
      .toMatch(/-2030-as-of-2026-06-30\.png has been handed to/)
    await page.context().close()
  })

  it('resolves custom properties of a drawing that the page itself made', async () => {
    const { page } = await test.visit('/targets/qh-carbon-2022-energy-storage-national-key-lab', {
      colorScheme: 'dark',
    })
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'SVG 图片' }).click()
    const text = await textOf(await coming)
    const svg = await readSvg(page, text)
    expect([svg.malformed, ...svg.foreign]).toEqual([''])
    expect(svg.texts).toEqual(expect.arrayContaining(['2025', '已建成', '期限', '示例数据，虚构，只用于演示。']))
    expect(text).toContain('stroke="#1f4e96"')
    expect(text).toContain('fill="#182023"')
    await page.context().close()
  })

  it('has its tables beside it: the figures by the server, the history as it is told', async () => {
    const { page } = await test.visit('/targets/qh-stip-145-rd-intensity?asOf=2026-03-01')
    const csv = page.getByRole('link', { name: '下载 CSV：年度数据' })
    expect(await csv.getAttribute('href')).toBe(
      '/api/observations.csv?region=63&indicator=rd-intensity&asOf=2026-03-01',
    )
    expect(await page.getByRole('link', { name: 'CSV 数据' }).getAttribute('href')).toBe(
      '/api/yearly-progress.csv?region=63&plan=qh-stip-145&indicator=rd-intensity&milestone=2025&asOf=2026-03-01',
    )
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载 CSV：变动' }).click()
    const history = await coming
    expect(history.suggestedFilename()).toBe('qh-stip-145-rd-intensity-变动-2026-03-01.csv')
    const lines = (await textOf(history)).split('\r\n')
    expect(lines[0]).toBe('\uFEFFat,change,reason,who,sample')
    expect(
      lines.some((line) => /^2025-02-24T.*Z,2023 年数据由 0.85% 更正为 0.83%,来源修订：.*,,true$/.test(line)),
    ).toBe(true)
    await page.context().close()
  })

  it('loads what draws pictures at the first click, not before', async () => {
    const { page } = await test.visit(CARBON)
    const loaded = () =>
      page.evaluate<number>(
        "performance.getEntriesByType('resource').filter(({ name }) => name.includes('save-picture')).length",
      )
    expect(await loaded()).toBe(0)
    await taken(page, 'SVG')
    expect(await loaded()).toBeGreaterThan(0)
    await page.context().close()
  })
})
