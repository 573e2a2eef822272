import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startSession } from '../../server/accounts/sessions.ts'
import { findAccount } from '../../server/accounts/queries.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import { NOW } from '../helpers/app.ts'
import { violationsOf } from '../helpers/browser.ts'
import {
  asksBeforeLeaving,
  cell,
  type EntryWorld,
  eventually,
  openEntryWorld,
  SHEET,
  stateOf,
  typeInto,
} from './entry-world.ts'

const PASSWORD = 'demo-only-password'

/** Nothing that was typed is lost: whatever happens to the connection, the session or the page. */
describe('what is typed', () => {
  let world: EntryWorld
  const contexts: BrowserContext[] = []
  beforeAll(async () => {
    world = await openEntryWorld()
  })
  afterAll(async () => await world.close())
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()))
  })

  const visit = async (): Promise<Page> => {
    const { page } = await world.visitAs('qh-reporter', SHEET)
    await cell(page, 0).waitFor()
    contexts.push(page.context())
    return page
  }
  const again = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage()
    await page.goto(`${world.address}${SHEET}`, { waitUntil: 'networkidle' })
    await cell(page, 0).waitFor()
    return page
  }
  const valueAt = async (page: Page, row: number): Promise<string | null | undefined> => {
    const name = await page.locator('.entry-row').nth(row).locator('.indicator-name').innerText()
    return (await world.sheet(page)).rows.find(({ indicator }) => indicator.nameZh === name)?.pending?.value
  }
  const endSessions = async (): Promise<void> => {
    await world.db.deleteFrom('session').where('username', '=', 'qh-reporter').execute()
  }

  it('outlives a connection that is cut in the middle of typing, and is saved when it is back', async () => {
    const page = await visit()
    const context = page.context()
    await typeInto(page, 0, '17.5')
    await context.setOffline(true)
    await page.keyboard.press('Enter')
    await page.keyboard.type('18.2')
    await page.keyboard.press('Enter')
    await page.getByText('连不上服务器').waitFor()
    await typeInto(page, 3, '约19')
    await page.keyboard.press('Tab')
    await eventually(() => stateOf(page, 0)).toBe('未保存')
    expect(await page.locator('[role="status"] .notice').innerText()).toContain('3 项未存')
    expect(await violationsOf(page)).toEqual([])
    await context.setOffline(false)
    await eventually(() => valueAt(page, 0)).toBe('17.5')
    await eventually(() => valueAt(page, 1)).toBe('18.2')
    expect(await cell(page, 3).inputValue()).toBe('约19')
    expect(await page.getByText('连不上服务器').count()).toBe(0)
  })

  it('outlives answers that get lost: the same figure is not saved twice', async () => {
    const page = await visit()
    let lost = 0
    await page.route('**/api/observations', async (route) => {
      if (route.request().method() !== 'PUT' || lost++ > 0) return await route.continue()
      await route.fetch()
      await route.abort()
    })
    await typeInto(page, 4, '21.5')
    await page.keyboard.press('Enter')
    await eventually(() => lost).toBeGreaterThan(1)
    await eventually(() => stateOf(page, 4)).not.toMatch(/未保存|正在保存|有两份/)
    const name = await page.locator('.entry-row').nth(4).locator('.indicator-name').innerText()
    const row = (await world.sheet(page)).rows.find(({ indicator }) => indicator.nameZh === name)
    expect(row?.revision).toBe(1)
  })

  it('outlives a session that ends: one signs in where one is, and goes on', async () => {
    const page = await visit()
    await typeInto(page, 0, '17.6')
    await endSessions()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await violationsOf(page)).toEqual([])
    expect(await dialog.getByLabel('用户名').inputValue()).toBe('qh-reporter')
    await dialog.getByLabel('密码', { exact: true }).fill('not the password')
    await page.keyboard.press('Enter')
    await dialog.getByRole('alert').getByText('用户名或密码不对').waitFor()
    await dialog.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await eventually(() => valueAt(page, 0)).toBe('17.6')
    expect(await dialog.count()).toBe(0)
    await typeInto(page, 0, '已核对', 3)
    await page.keyboard.press('Enter')
    await eventually(() => stateOf(page, 0)).toBe('草稿，已存')
    await page.locator('button[data-heading="0"]').click()
    await page.getByRole('button', { name: '只提交这一项' }).click()
    await eventually(() => stateOf(page, 0)).toBe('待审核')
    await page.getByRole('button', { name: /^撤回 / }).click()
    await eventually(() => stateOf(page, 0)).toBe('草稿，已存')
  })

  it('is not handed to someone else who signs in, and waits for whoever typed it', async () => {
    const page = await visit()
    await endSessions()
    await typeInto(page, 5, '23.7')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('用户名').fill('qh-reviewer')
    await dialog.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByText('这里只看').waitFor()
    expect(await cell(page, 5).inputValue()).toBe('')
    const account = await findAccount(world.db, 'qh-reporter')
    if (account === undefined) throw new Error('no such account')
    const value = await inWriteTransaction(world.db, (trx) => startSession(trx, account, NOW))
    await page.context().addCookies([{ name: 'tanbiao_session', value, url: world.address }])
    const own = await again(page.context())
    await eventually(() => valueAt(own, 5)).toBe('23.7')
  })

  it('is still there when the page was closed in the middle of a cell, and says so', async () => {
    const page = await visit()
    const context = page.context()
    await context.setOffline(true)
    await typeInto(page, 6, '25.1')
    await page.keyboard.press('Enter')
    await typeInto(page, 7, '10余')
    await page.close({ runBeforeUnload: false })
    await context.setOffline(false)
    const next = await again(context)
    await next.getByText('上次有 2 项没有存到服务器').waitFor()
    await eventually(() => valueAt(next, 6)).toBe('25.1')
    expect(await cell(next, 7).inputValue()).toBe('10余')
    expect(await stateOf(next, 7)).toBe('不能保存')
  })

  it('is warned of when the page is left with something unsent, and only then', async () => {
    const page = await visit()
    expect(await asksBeforeLeaving(page)).toBe(false)
    await typeInto(page, 8, '约3')
    expect(await asksBeforeLeaving(page)).toBe(true)
    await page.keyboard.press('Escape')
    await eventually(() => asksBeforeLeaving(page)).toBe(false)
  })

  it('does not fight with itself in two windows', async () => {
    const page = await visit()
    const other = await again(page.context())
    await typeInto(page, 9, '31')
    await page.keyboard.press('Enter')
    await eventually(() => cell(other, 9).inputValue()).toBe('31')
    await typeInto(other, 9, '32')
    await other.keyboard.press('Enter')
    await eventually(() => cell(page, 9).inputValue()).toBe('32')
    expect(await page.locator('.row-state', { hasText: '有两份' }).count()).toBe(0)
    expect(await other.locator('.row-state', { hasText: '有两份' }).count()).toBe(0)
  })
})
