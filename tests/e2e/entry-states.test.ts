import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsAtAnyWidth, violationsOf } from '../helpers/browser.ts'
import {
  cell,
  type EntryWorld,
  eventually,
  focusedCell,
  openEntryWorld,
  paste,
  SHEET,
  stateOf,
  typeInto,
} from './entry-world.ts'

/** Every state in which a row and the page can be, in both languages and both lights. */
describe('the pages of entry', () => {
  let world: EntryWorld
  beforeAll(async () => {
    world = await openEntryWorld()
    const { page } = await world.visitAs('qh-reporter', SHEET)
    await fill(page)
    await page.context().close()
  })
  afterAll(async () => await world.close())

  /** A submitted figure, one to be explained, one that cannot be submitted, one without a number. */
  async function fill(page: Page): Promise<void> {
    await cell(page, 0).focus()
    await paste(page, '0.91\t是\t公报\t已核对\r\n6195\r\n51\r\n')
    await page.locator('.paste-report').waitFor()
    await typeInto(page, 3, '尚未公布')
    await page.keyboard.press('Enter')
    await page.locator('.entry-row').nth(3).getByText('草稿，已存').waitFor()
    await page.locator('button[data-heading="0"]').click()
    await page.getByRole('button', { name: '只提交这一项' }).click()
    await page.locator('.entry-row').nth(0).getByText('待审核').waitFor()
  }

  const PAGES: [string, string, string][] = [
    ['the desk with rows in every state', 'qh-reporter', SHEET],
    ['the demo’s desk', 'qh-reporter', '/entry/63/2025'],
    ['a year that is closed', 'qh-reporter', '/entry/63/2023'],
    ['a year without a round', 'qh-reporter', '/entry/63/2019'],
    ['what a reviewer sees', 'qh-reviewer', SHEET],
    ['what an administrator sees', 'admin', SHEET],
    ['the sheet on paper', 'qh-reporter', `${SHEET}/paper`],
    ['the own account', 'qh-reporter', '/account'],
    ['another region', 'qh-reporter', '/entry/37/2026'],
  ]

  describe.each(['zh-CN', 'en'])('in %s', (language) => {
    describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
      it.each(PAGES)('%s: no violation that axe knows', async (_what, username, url) => {
        const { page } = await world.visitAs(username, `${url}?lang=${language}`, { colorScheme })
        await page.locator('h1').waitFor()
        const isDesk = url === SHEET && username === 'qh-reporter'
        if (isDesk) {
          await typeInto(page, 4, '约17')
          await page.keyboard.press('Enter')
          await typeInto(page, 5, '—')
          await page.keyboard.press('Enter')
          await page.locator('button[data-heading="1"]').click()
          await page.locator('.history-of-figure li').first().waitFor()
        }
        expect(await violationsOf(page)).toEqual([])
        await page.context().close()
      })
    })
  })

  it.each(PAGES)('%s: scrolls sideways at no width', async (_what, username, url) => {
    const { page } = await world.visitAs(username, url)
    expect(await faultsAtAnyWidth(page)).toEqual([])
    await page.context().close()
  })

  it('says which it is where nothing can be entered: not yet open, closed, locked, no round', async () => {
    const said = async (url: string): Promise<string> => {
      const { page } = await world.visitAs('qh-reporter', url)
      await page.locator('h1').waitFor()
      const text = await page.locator('.entry-lede').innerText()
      expect(await page.getByRole('button', { name: /提交/ }).count()).toBe(0)
      await page.context().close()
      return text
    }
    expect(await said('/entry/63/2019')).toContain('没有 2019 年的填报期')
    expect(await said('/entry/63/2023')).toContain('填报期已于 2024 年 4 月 30 日截止')
    expect(await said('/entry/63/2022')).toContain('填报期尚未开放，2026 年 7 月 1 日开始')
  })

  it('a reviewer reads and changes nothing; an administrator sees states and no value', async () => {
    const reviewer = (await world.visitAs('qh-reviewer', SHEET)).page
    expect(await cell(reviewer, 0).inputValue()).toBe('0.91')
    expect(await cell(reviewer, 1).inputValue()).toBe('')
    expect(await reviewer.locator('[data-column]:not([readonly], [aria-disabled="true"])').count()).toBe(0)
    await cell(reviewer, 0).focus()
    for (const key of ['Delete', '7', 'Enter', 'Control+x']) await reviewer.keyboard.press(key)
    await paste(reviewer, '99')
    expect(await cell(reviewer, 0).inputValue()).toBe('0.91')
    expect(await reviewer.locator('.row-state', { hasText: '未保存' }).count()).toBe(0)
    const administrator = (await world.visitAs('admin', SHEET)).page
    expect(await stateOf(administrator, 0)).toBe('待审核')
    expect(await cell(administrator, 0).inputValue()).toBe('')
  })

  it('corrects an approved figure with a reason and a sentence, and keeps the old one in sight', async () => {
    const { page } = await world.visitAs('qh-reporter', '/entry/63/2025')
    await page.getByRole('button', { name: '更正 技术合同交易额' }).click()
    const row = Number((await page.locator('.message:has(.correction)').getAttribute('id'))?.split('-')[1])
    expect(await focusedCell(page)).toBe(`${row} 0`)
    expect(await stateOf(page, row)).toBe('待补全')
    await typeInto(page, row, '23.71')
    await page.keyboard.press('Enter')
    await page.getByLabel('更正原因').selectOption('typing')
    await page.getByLabel('一句说明').fill('两位写反。')
    await page.keyboard.press('Tab')
    await eventually(() => stateOf(page, row)).toMatch(/草稿，已存|待确认/)
    expect(await page.locator(`#row-${row}-correction`).innerText()).toContain('审核通过的是 23.17 亿元')
    await page.locator(`button[data-heading="${row}"]`).click()
    await eventually(() => page.locator('.history-of-figure').innerText()).toContain('23.71')
  })

  it('prints the sheet on A4 with all figures, states and lines to sign', async () => {
    const { page } = await world.visitAs('qh-reporter', `${SHEET}/paper`, { colorScheme: 'dark' })
    await page.locator('.paper h1').waitFor()
    expect(await page.locator('.paper h1').innerText()).toBe('青海省 2026 年度数据上报表')
    const text = await page.locator('.paper').innerText()
    for (const part of ['0.91', '待审核', '尚未公布', '未填', '填报人', '审核人', '单位负责人（盖章）']) {
      expect(text).toContain(part)
    }
    await page.emulateMedia({ media: 'print' })
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.length).toBeGreaterThan(20_000)
  })
})

describe('signing in', () => {
  let world: EntryWorld
  beforeAll(async () => {
    world = await openEntryWorld()
  })
  afterAll(async () => await world.close())

  it('leads a reporter to the year with an open round, names who it is, and out again', async () => {
    const { page, complaints } = await world.visit('/')
    await page.getByRole('link', { name: '登录' }).click()
    await page.getByLabel('用户名').fill('qh-reporter')
    await page.getByLabel('密码', { exact: true }).fill('demo-only-password')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${SHEET}`)
    expect(await page.locator('.masthead').innerText()).toContain('填报员')
    expect(await page.locator('.main-nav').innerText()).toMatch(/总览\s+比较\s+综合评价\s+填报\s+待办\s+方法/)
    await page.locator('.entry-row').first().waitFor()
    await page.getByRole('button', { name: '退出' }).click()
    await page.getByRole('link', { name: '登录' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('says so where signing out did not come about', async () => {
    const { page } = await world.visitAs('qh-reporter', SHEET)
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '退出' }).click()
    await page.getByText('没有退出：连不上服务器').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '退出' }).click()
    await page.getByRole('link', { name: '登录' }).waitFor()
  })

  it('offers the accounts of the demo, each a click away', async () => {
    const { page } = await world.visit('/sign-in?to=%2Fmethod')
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole('button', { name: '领导 leader' }).click()
    await page.waitForURL('**/method')
  })

  it('comes back to no other site', async () => {
    for (const to of ['https://example.org/', '//example.org', '/\\example.org']) {
      const { page } = await world.visit(`/sign-in?to=${encodeURIComponent(to)}`)
      await page.getByRole('button', { name: '领导 leader' }).click()
      await page.waitForURL(`${world.address}/`)
      await page.context().close()
    }
  })

  it('sets the first password by a one-time link, which works once', async () => {
    const admin = (await world.visitAs('admin', '/method')).page
    const given = await admin.request.post(`${world.address}/api/accounts/sd-reporter/invitations`, {
      headers: { 'sec-fetch-site': 'same-origin' },
      data: { reason: '忘记密码' },
    })
    const { path } = (await given.json()) as { path: string }
    const { page } = await world.visit(path)
    await page.locator('h1').waitFor()
    expect(await page.locator('h1').innerText()).toContain('请设密码')
    expect(await violationsOf(page)).toEqual([])
    const password = '泰山脚下的石头一直在那里不动呀'
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.getByLabel('再填一次新密码').fill(password)
    await page.getByRole('button', { name: '设定密码' }).click()
    await page.waitForURL('**/entry/37/*')
    const second = (await world.visit(path)).page
    await second.getByText('链接已失效').waitFor()
  })

  it('changes the own password, with the rules told as it is typed', async () => {
    const { page } = await world.visitAs('hb-reporter', '/account')
    await page.getByLabel('现在的密码').fill('demo-only-password')
    const next = page.getByLabel('新密码', { exact: true })
    await next.fill('短')
    expect(await page.locator('.password-rules').innerText()).toContain('还不符合')
    await next.fill('三江源头的水向东流')
    expect(await page.locator('.password-rules').innerText()).toContain('还不符合')
    await next.fill('三江源头的水一直向东流去不回头呀')
    expect(await page.locator('.password-rules').innerText()).not.toContain('还不符合')
    await page.getByLabel('再填一次新密码').fill('别的')
    await page.getByRole('button', { name: '修改密码' }).click()
    await page.getByText('两次填的不一样').waitFor()
    await page.getByLabel('再填一次新密码').fill('三江源头的水一直向东流去不回头呀')
    await page.getByRole('button', { name: '修改密码' }).click()
    await page.getByText('密码已修改').waitFor()
  })
})
