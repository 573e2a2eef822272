import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toMeasured, toRounded } from '../../client/format.ts'
import { rangeDash } from '../../client/goal.ts'
import type { Target, TargetList } from '../../server/contract/target.ts'
import { type Language, STATUS_LABELS } from '../../server/domain/labels.ts'
import type { FigureText, Progress } from '../../server/domain/model.ts'
import { type BrowserTest, openBrowserTest } from '../helpers/browser.ts'

// What a screen reader reads of each chart of the demo, its name and its table, held against the API and the picture.

/** A long unit is told once, above the axis. */
const unitOf = ({ indicator }: Target, language: Language): string => {
  const unit = language === 'en' ? indicator.unitEn : indicator.unitZh
  return /[/／]/.test(unit) || unit.length > 17 ? '' : unit
}

const told = (target: Target, language: Language, figure: FigureText, derived = false): string => {
  const shown = derived ? toRounded(figure, Math.max(target.indicator.decimals, 1)) : figure
  return toMeasured(shown, unitOf(target, language), { language })
}

interface ShownTable {
  heads: string[]
  rows: { year: string; cells: string[]; roles: string }[]
}

const TABLE = `(() => {
  const text = (cell) => cell.textContent.replace(/\\s+/g, ' ').trim()
  const table = document.querySelector('.figure-table')
  return {
    heads: [...table.querySelectorAll('thead th')].map(text),
    rows: [...table.querySelectorAll('tbody tr')].map((row) => ({
      year: text(row.querySelector('th')),
      cells: [...row.querySelectorAll('td')].map(text),
      roles: [table, row, ...row.children].map((one) => one.getAttribute('role')).join(' '),
    })),
  }
})()`

/** The words of the picture itself; of a flow of built and not built there is none. */
const pictureOf = async (page: Page): Promise<string> => {
  const texts = page.locator('.chart .drawing svg text')
  await texts.first().waitFor({ state: 'attached' })
  return (await texts.allTextContents()).join(' | ')
}

describe('what is read of a chart', () => {
  let test: BrowserTest
  let targets: Target[]
  beforeAll(async () => {
    test = await openBrowserTest()
    targets = ((await (await fetch(`${test.address}/api/targets?limit=1000`)).json()) as TargetList).items
  })
  afterAll(async () => await test.close())

  async function holdsTheSame(page: Page, target: Target, progress: Progress, language: Language): Promise<void> {
    const { latest, milestone, milestoneYear, expected, status: code } = progress
    const which = `${target.id} ${milestoneYear} ${language}`
    const status = STATUS_LABELS[code][language]
    expect(await page.locator('.verdict .status-word').innerText(), which).toContain(status)

    const table: ShownTable = await page.evaluate(TABLE)
    const row = (year: number) => table.rows.find((one) => one.year === `${year}`)
    for (const { roles } of table.rows) expect(roles, which).toMatch(/^table row rowheader( cell)+$/)
    expect(row(milestoneYear), which).toBeDefined()
    const isDone = target.indicator.kind === 'done'
    if (isDone) return
    const bare = (figure: FigureText): string => toMeasured(figure, '', { language })
    const goals = [milestone.value, milestone.valueHigh].flatMap((one) => (one === null ? [] : bare(one)))
    expect(row(milestoneYear)?.cells.join(' '), which).toContain(goals.join(rangeDash(language)))
    if (latest && !latest.derived) expect(row(latest.year)?.cells, which).toContain(bare(latest.value))
    const path = table.heads.findIndex((head) => /^(序时目标|Due on the path)/.test(head)) - 1
    if (latest && expected !== null && latest.year < milestoneYear) {
      const shown = Number(row(latest.year)?.cells[path]?.replace('\u2212', '-').replaceAll(',', ''))
      expect(Math.abs(shown - Number(expected)), which).toBeLessThan(0.06)
    }
    if (milestone.value === null && latest === null) return

    const name = (await page.locator('.chart').getAttribute('aria-label')) ?? ''
    const picture = await pictureOf(page)
    expect(name, which).toContain(status)
    if (latest) {
      expect(name, which).toContain(`${latest.year}`)
      expect(name, which).toContain(told(target, language, latest.value, latest.derived))
      expect(picture, which).toContain(`${latest.year}`)
      if (!latest.derived) expect(picture, which).toContain(bare(latest.value))
    }
    if (expected !== null && latest && latest.year < milestoneYear) {
      expect(name, which).toContain(told(target, language, expected, true))
    }
    if (goals.length > 0) {
      expect(name, which).toMatch(language === 'en' ? `Target for ${milestoneYear}` : `${milestoneYear} 年目标`)
    }
    for (const goal of goals) {
      expect(name, which).toContain(goal)
      expect(picture, which).toContain(goal)
    }
  }

  it.each(['zh-CN', 'en'] as const)(
    'is for every target of the demo the status, value, year and target of the API and the picture, in %s',
    { timeout: 240_000 },
    async (language) => {
      const { page } = await test.visit(`/?lang=${language}`)
      for (const target of targets) {
        for (const progress of target.progress) {
          await page.goto(`${test.address}/targets/${target.id}?milestone=${progress.milestoneYear}`)
          await page.locator('.figure-table').waitFor()
          await holdsTheSame(page, target, progress, language)
        }
      }
      await page.context().close()
    },
  )

  it('stands at the decimal point in every column of every table', { timeout: 240_000 }, async () => {
    const { page } = await test.visit('/')
    for (const { id } of targets) {
      await page.goto(`${test.address}/targets/${id}`)
      await page.locator('.figure-table').waitFor()
      const spread: [string, number][] = await page.evaluate(`(() => {
        const rows = [...document.querySelectorAll('.figure-table tbody tr')]
        const columns = Map.groupBy(
          rows.flatMap((row) => [...row.children].flatMap((cell, at) =>
            [...cell.querySelectorAll('.figure .whole')].map((one) => ({ at, right: one.getBoundingClientRect().right })))),
          ({ at }) => at,
        )
        return [...columns].map(([at, ends]) => {
          const rights = ends.map(({ right }) => right)
          return [String(at), Math.max(...rights) - Math.min(...rights)]
        })
      })()`)
      for (const [column, apart] of spread) expect(apart, `${id}, column ${column}`).toBeLessThan(1)
    }
    await page.context().close()
  })

  it('is announced in one sentence when another milestone or day is chosen, and not when the page opens', async () => {
    const { page } = await test.visit('/targets/cn-carbon-2022-2030-co2-per-gdp?milestone=2025')
    const news = page.locator('main > [role=status]').first()
    await page.locator('.figure-table').waitFor()
    expect(await news.textContent()).toBe('')
    await page.getByRole('navigation', { name: '阶段目标' }).getByRole('link').nth(1).click()
    await expect
      .poll(() => news.textContent(), { timeout: 20_000 })
      .toMatch(/^图表已换：截至 2026-06-30，2030 年目标.*，达序时进度：到 2024 年下降 52.4%.*。$/)
    await page.getByLabel('截至').fill('2024-06-30')
    await page.getByLabel('截至').press('Enter')
    await page.waitForURL(/asOf=2024-06-30/)
    await expect.poll(() => news.textContent(), { timeout: 20_000 }).toContain('截至 2024-06-30，2030 年目标')
    await page.context().close()
  })

  it('can be copied as a link and compared, with the state that is shown', async () => {
    const address = '/targets/cn-carbon-2022-2030-co2-per-gdp?milestone=2030&asOf=2024-06-30'
    const { page } = await test.visit(address, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: '复制链接' }).click()
    await expect
      .poll(() => page.evaluate('navigator.clipboard.readText()'), { timeout: 20_000 })
      .toBe(test.address + address)
    await page.getByText('链接已复制。').waitFor()
    const links = page.locator('.lede-links')
    expect(await links.getByRole('link', { name: '与其他地区比较' }).getAttribute('href')).toBe(
      '/compare?region=00&indicator=co2-per-gdp&milestone=2030&asOf=2024-06-30',
    )
    expect(await links.getByRole('link', { name: '进展通报' }).getAttribute('href')).toBe(
      '/report?region=00&plan=cn-carbon-2022-2030&milestone=2030&asOf=2024-06-30',
    )
    await page.context().close()
  })
})
