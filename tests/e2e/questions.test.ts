import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Changes } from '../../server/contract/changes.ts'
import type { CompositeAnswer } from '../../server/contract/composite.ts'
import type { Freshness } from '../../server/contract/freshness.ts'
import type { Target, TargetDetail, TargetList } from '../../server/contract/target.ts'
import type { YearlyProgressList } from '../../server/contract/yearly-progress.ts'
import { type BrowserTest, openBrowserTest } from '../helpers/browser.ts'

// What a leader asks, each answered from the overview on with three clicks at the most, and held against the API.

const MOST_CLICKS = 3

/** A visit of someone who counts the clicks: choosing in a list or a calendar is one too. */
class Visit {
  clicks = 0
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async click(what: Locator): Promise<void> {
    await what.click()
    this.count()
  }

  async choose(what: Locator, option: string): Promise<void> {
    await what.selectOption(option)
    this.count()
  }

  async goTo(day: string): Promise<void> {
    await this.page.locator('.as-of input').fill(day)
    this.count()
  }

  private count(): void {
    this.clicks += 1
    expect(this.clicks).toBeLessThanOrEqual(MOST_CLICKS)
  }

  /** The rows of the list, once there are as many as expected. */
  async rows(count: number): Promise<Locator[]> {
    const rows = this.page.locator('table.targets tr:has(th[scope=row] a[href^="/targets/"])')
    await expect.poll(() => rows.count()).toBe(count)
    return await rows.all()
  }

  get main(): Locator {
    return this.page.locator('main')
  }
}

let test: BrowserTest
let targets: Target[]
beforeAll(async () => {
  test = await openBrowserTest()
  targets = (await ask<TargetList>('targets?limit=1000')).items
})
afterAll(async () => await test.close())

const ask = async <Answer>(what: string): Promise<Answer> =>
  (await (await fetch(`${test.address}/api/${what}`)).json()) as Answer

const visit = async (): Promise<Visit> => new Visit((await test.visit('/')).page)

const withFlag = (flag: Target['progress'][number]['flags'][number], year: number): Target[] =>
  targets.filter(({ progress }) => progress.some((one) => one.milestoneYear === year && one.flags.includes(flag)))

/** As a number stands on the screen: its sign is told in words or as a true minus. */
const shown = (figure: string | null): string => (figure ?? '').replace('-', '')

const nameOf = (target: Target): string => target.indicator.shortNameZh

const find = (id: string): Target => {
  const found = targets.find((target) => target.id === id)
  if (found === undefined) throw new Error(`no target ${id}`)
  return found
}

const judgedIn = (target: Target, year: number): Target['progress'][number] => {
  const found = target.progress.find(({ milestoneYear }) => milestoneYear === year)
  if (found === undefined) throw new Error(`${target.id} has no milestone in ${year}`)
  return found
}

/** Without white space: a figure is set in pieces, so that its column is aligned at the decimal point. */
const textOf = async (what: Locator): Promise<string> => ((await what.textContent()) ?? '').replaceAll(/\s/g, '')

const closed = (text: string): string => text.replaceAll(/\s/g, '')

describe('a leader asks', () => {
  it('which targets of 2025 were missed, and by how much', async () => {
    const leader = await visit()
    await leader.click(leader.page.locator('tr.chosen').getByRole('link', { name: '未完成' }))
    const missed = targets.filter(({ progress }) =>
      progress.some(({ milestoneYear, status }) => milestoneYear === 2025 && status === 'missed'),
    )
    expect(missed.length).toBeGreaterThan(0)
    const rows = await Promise.all((await leader.rows(missed.length)).map(textOf))
    for (const target of missed) {
      const row = rows.find((text) => text.includes(nameOf(target)))
      expect(row, target.id).toContain('未完成')
      expect(row, target.id).toContain(shown(judgedIn(target, 2025).gap))
    }
  })

  it('what Qinghai must add a year to have 20 more high-tech enterprises by 2030', async () => {
    const leader = await visit()
    const target = find('qh-carbon-2022-green-high-tech-enterprises-new')
    const required = shown(judgedIn(target, 2030).requiredPerYear)
    await leader.click(leader.page.getByRole('link', { name: /^2030 年/ }).first())
    await leader.choose(leader.page.getByLabel('地区'), '63')
    await leader.click(leader.page.getByRole('link', { name: nameOf(target), exact: true }).first())
    await leader.page.waitForURL(/milestone=2030/)
    const pace = leader.main.getByRole('region').or(leader.main.locator('section')).filter({ hasText: '今后每年须' })
    await expect.poll(() => textOf(pace.last())).toContain(`+${required}`)
  })

  it('which figures are older than two years', async () => {
    const leader = await visit()
    await leader.click(leader.page.getByRole('link', { name: /^数据陈旧/ }))
    const old = withFlag('outdated', 2025)
    expect(old.length).toBeGreaterThan(0)
    const rows = await Promise.all((await leader.rows(old.length)).map(textOf))
    for (const target of old) {
      const latest = judgedIn(target, 2025).latest
      expect(rows.find((text) => text.includes(nameOf(target)))).toContain(`${latest?.year}年`)
    }
  })

  it('which targets were moved, from what and to what', async () => {
    const leader = await visit()
    await leader.click(leader.page.getByRole('link', { name: /^目标已调整/ }))
    await leader.page.waitForURL(/flag=target-revised/)
    const target = find('cn-carbon-2022-2030-co2-capture-energy')
    expect(judgedIn(target, 2030).flags).toContain('target-revised')
    await leader.click(leader.page.getByRole('link', { name: nameOf(target), exact: true }).first())
    await expect.poll(() => textOf(leader.main)).toMatch(/2030年目标由力争−25%改为力争−30%/)
  })

  it('what the page said on 1 March, and what became known since', async () => {
    const leader = await visit()
    await leader.goTo('2026-03-01')
    const then = await ask<TargetList>('targets?limit=1000&asOf=2026-03-01')
    const of2025 = then.items.flatMap(({ progress }) => progress).filter(({ milestoneYear }) => milestoneYear === 2025)
    const count = (status: string): number => of2025.filter((progress) => progress.status === status).length
    await expect.poll(() => leader.page.locator('h1').innerText()).toContain(`已完成 ${count('achieved')} 项`)
    const changes = await ask<Changes>('changes?since=2026-03-01')
    const note = leader.page.getByText(/2026-03-01 所知/)
    await expect.poll(() => textOf(note.locator('xpath=..'))).toContain(`${changes.counts.figuresAdded}`)
  })

  it('what has changed since the last round closed', async () => {
    const leader = await visit()
    await leader.click(leader.page.getByRole('link', { name: '查看变化' }))
    const { lastRound } = await ask<Freshness>('freshness')
    const changes = await ask<Changes>(`changes?since=${lastRound?.closedOn}`)
    await expect
      .poll(() => leader.page.locator('h1').innerText())
      .toContain(`自 ${lastRound?.closedOn} 以来，${changes.counts.statuses} 项进展状态有变`)
    const turned = leader.page.locator('table').first().locator('tbody tr')
    await expect.poll(() => turned.count()).toBe(changes.statuses.length)
  })

  it("in which year the enterprises' share of Qinghai's research went the wrong way", async () => {
    const leader = await visit()
    await leader.click(leader.page.getByRole('link', { name: '比较' }))
    await leader.choose(leader.page.locator('.cmp-controls').getByRole('combobox', { name: '地区', exact: true }), '63')
    const { items } = await ask<YearlyProgressList>('yearly-progress?region=63&limit=1000')
    const target = find('qh-stip-145-enterprise-rd-share')
    const years = items.find(({ targetId }) => targetId === target.id)?.years ?? []
    const year = years.find(({ status }) => status === 'moving-away')?.year
    const row = leader.page.locator('.cmp-heat tr').filter({ hasText: nameOf(target) })
    await expect
      .poll(async () => await row.locator('td.turned').allInnerTexts())
      .toEqual([expect.stringContaining('背离目标')])
    expect(await row.locator('td.turned').innerText()).toContain(`${year} 年`)
  })

  it('how Qinghai stands as a whole, and what could not be assessed', async () => {
    const leader = await visit()
    await leader.click(leader.page.getByRole('link', { name: '综合评价' }))
    const { regions } = await ask<CompositeAnswer>('composite?milestone=2025')
    const qinghai = regions.find(({ code }) => code === '63')
    const row = leader.page.locator('.composite').getByRole('row').filter({ hasText: '青海省' }).first()
    await expect.poll(() => textOf(row)).toContain(`${qinghai?.kept}/${qinghai?.assessable}`)
    for (const { count } of qinghai?.unassessed ?? [])
      expect(await textOf(row)).toContain(`暂无法评估：基期未载明${count}`)
  })

  it('who still owes figures, until when', async () => {
    const leader = await visit()
    const { regions } = await ask<Freshness>('freshness')
    const lines = leader.page.locator('.freshness tbody tr')
    await expect.poll(() => lines.count()).toBe(regions.length)
    for (const { regionCode, approved, owed, closesOn } of regions) {
      const line = lines.filter({ has: leader.page.locator(`a[href*="region=${regionCode}"]`) }).first()
      await expect.poll(() => textOf(line)).toContain(`${approved}/${owed}`)
      expect(await textOf(line)).toContain(closesOn)
    }
  })

  it('when a target is reached at the recent pace, and what the plan says about it', async () => {
    const leader = await visit()
    const target = find('qh-stip-145-national-innovation-platforms')
    const { projectedYear } = judgedIn(target, 2025)
    const row = leader.page
      .getByRole('row')
      .filter({ hasText: nameOf(target) })
      .first()
    await leader.click(row.getByRole('link', { name: nameOf(target), exact: true }))
    const { quote } = await ask<TargetDetail>(`targets/${target.id}`)
    await expect.poll(() => textOf(leader.main)).toContain(closed(quote))
    expect(await textOf(leader.main)).toContain(`照近年速度，${projectedYear}年`)
  })

  it('for a notice to take to the meeting', async () => {
    const leader = await visit()
    await leader.click(leader.page.getByRole('link', { name: '进展通报' }))
    await leader.click(leader.page.locator('.report-choice').getByRole('link', { name: '青海省', exact: true }))
    await expect.poll(() => leader.page.locator('h1').innerText()).toContain('青海省科技目标进展通报')
    await leader.page.getByRole('button', { name: /打印/ }).waitFor()
  })
})
