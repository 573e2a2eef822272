import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DEMO_PASSWORD, recordAccounts } from '../../seeds/demo-accounts.ts'
import { loadPlans } from '../../seeds/load.ts'
import { hashPassword } from '../../server/accounts/passwords.ts'
import type { Sheet, SheetRow } from '../../server/contract/entry.ts'
import type { TargetDetail } from '../../server/contract/target.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import { type BrowserTest, openBrowserTest } from '../helpers/browser.ts'
import { cell, eventually, paste, stateOf, typeInto } from './entry-world.ts'

// A whole reporting year of a new installation: the five plans, no sample figures, four people.

const PASTED = 30
const START = new Date('2026-01-05T02:00:00.000Z')

let world: BrowserTest
beforeAll(async () => {
  const hash = await hashPassword(DEMO_PASSWORD)
  world = await openBrowserTest(async (db) => {
    await loadPlans(db, START)
    await inWriteTransaction(db, (trx) => recordAccounts(trx, START, hash))
  })
})
afterAll(async () => await world.close())

/** Signs in as everyone does, with user name and password. */
async function comeIn(username: string, to: string): Promise<Page> {
  const { page } = await world.visit(`/sign-in?to=${encodeURIComponent(to)}`)
  await page.getByLabel('用户名').fill(username)
  await page.locator('input[type="password"]').fill(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === to)
  await page.waitForLoadState('networkidle')
  return page
}

const headline = async (page: Page): Promise<string> => {
  await page.goto(`${world.address}/`, { waitUntil: 'networkidle' })
  return await page.locator('h1').first().innerText()
}

const sheetOf = async (page: Page): Promise<Sheet> =>
  (await (await page.request.get(`${world.address}/api/sheets/63/2025`)).json()) as unknown as Sheet

/** The rows of the sheet in the order in which the page shows them. */
async function rowsShown(page: Page): Promise<SheetRow[]> {
  const { rows } = await sheetOf(page)
  const names = await page.locator('.entry-row .indicator-name').allInnerTexts()
  return names.map((name) => {
    const row = rows.find(({ indicator }) => indicator.nameZh === name)
    if (row === undefined) throw new Error(`the sheet has no ${name}`)
    return row
  })
}

const times = (figure: string, factor: number): string => {
  const places = figure.split('.')[1]?.length ?? 0
  return (Number(figure) * factor).toFixed(places)
}

/** What a department would report: a little more than the last figure, else a small number. */
function plausible({ indicator, earlier }: SheetRow): string {
  if (indicator.kind === 'done') return '未建成'
  if (indicator.kind === 'change') return '-3.2'
  const last = earlier.at(-1)?.value
  return last == null ? '3' : times(last, 1.06)
}

it('opens a round, pastes, explains, submits, returns, corrects, approves, and the overview has moved', {
  timeout: 180_000,
}, async () => {
  const leader = await comeIn('leader', '/')
  const before = await headline(leader)

  const admin = await comeIn('admin', '/admin/rounds')
  await admin.getByRole('link', { name: '开放填报期' }).click()
  await admin.getByLabel('数据年份').fill('2025')
  const regions = admin.getByRole('group', { name: '地区' })
  await regions.getByRole('button', { name: '全不选' }).click()
  await regions.getByLabel('青海省').check()
  await admin.getByText('只填其中几项').click()
  await admin.getByRole('group', { name: '指标', exact: true }).getByRole('button', { name: '全选' }).click()
  await admin.getByRole('button', { name: '开放填报期' }).click()
  await admin.getByText(/已开放 2025 年年报/).waitFor()

  const reporter = await comeIn('qh-reporter', '/entry/63/2025')
  await reporter.locator('.entry-row').first().waitFor()
  const rows = await rowsShown(reporter)
  expect(rows.length).toBeGreaterThanOrEqual(PASTED)
  const isFree = (row: SheetRow, index: number): boolean =>
    index < PASTED && row.earlier.length > 0 && row.indicator.kind === 'level' && row.indicator.max === null
  const asked = rows.flatMap((row, index) => (isFree(row, index) ? index : [])).slice(0, 3)
  expect(asked).toHaveLength(3)
  const refused = rows.flatMap((_row, index) => (asked.includes(index) ? [] : index)).slice(0, 2)
  const factors = new Map([
    [asked[0], 10],
    [asked[1], 100],
    [asked[2], 0.8],
  ])
  const lines = rows.slice(0, PASTED).map((row, index) => {
    if (index === refused[0]) return '约17'
    if (index === refused[1]) return '10—20'
    const last = row.earlier.at(-1)?.value ?? '1'
    const factor = factors.get(index)
    const figure = factor === undefined ? plausible(row) : times(last, factor)
    return index === 8 ? `${figure}\t\t"统计公报\n第 8 页，""快报""口径"` : `${figure}\t\t省科技厅台账`
  })
  await cell(reporter, 0).focus()
  await paste(reporter, `${lines.join('\r\n')}\r\n`)

  const statesOf = async (): Promise<string[]> =>
    await Promise.all(Array.from({ length: PASTED }, (_, row) => stateOf(reporter, row)))
  await eventually(async () => (await statesOf()).filter((state) => state === '不能保存').length).toBe(2)
  await eventually(async () => (await statesOf()).filter((state) => state === '待确认').length).toBe(3)
  for (const row of refused) {
    expect(await stateOf(reporter, row)).toBe('不能保存')
    const shown = rows[row]
    await typeInto(reporter, row, shown === undefined ? '3' : plausible(shown))
    await reporter.keyboard.press('Enter')
  }
  for (const row of asked) {
    expect(await stateOf(reporter, row)).toBe('待确认')
    await typeInto(reporter, row, '已与统计部门核对', 3)
    await reporter.keyboard.press('Enter')
  }
  await reporter.getByRole('button', { name: `提交 ${PASTED} 项草稿` }).click()
  await eventually(async () => (await statesOf()).filter((state) => state === '待审核').length).toBe(PASTED)

  const reviewer = await comeIn('qh-reviewer', '/review')
  await eventually(() => reviewer.locator('h1').innerText()).toContain(`${PASTED} 项待审`)
  const first = reviewer.locator('tbody.item').first()
  const returned = (await first.locator('.c-name > :first-child').innerText()).trim()
  await first.getByRole('checkbox').check()
  await reviewer.getByRole('textbox').last().fill('请按统计年鉴核对')
  await reviewer.getByRole('button', { name: /^退回/ }).click()
  await eventually(() => reviewer.locator('tbody.item').count()).toBe(PASTED - 1)
  await reviewer.getByLabel(/^全选/).click()
  await reviewer.getByRole('button', { name: /^通过/ }).click()
  await eventually(() => reviewer.locator('tbody.item').count()).toBe(0)

  await reporter.goto(`${world.address}/entry/63/2025`, { waitUntil: 'networkidle' })
  const after = await rowsShown(reporter)
  const again = after.findIndex(({ pending }) => pending?.state === 'returned')
  expect(after[again]?.indicator.shortNameZh).toBe(returned)
  expect(await stateOf(reporter, again)).toBe('已退回')
  expect(await reporter.getByText('请按统计年鉴核对').count()).toBe(1)
  await typeInto(reporter, again, '《中国科技统计年鉴》2025 年版', 2)
  await reporter.keyboard.press('Enter')
  await reporter.getByRole('button', { name: '提交 1 项草稿' }).click()
  await eventually(() => stateOf(reporter, again)).toBe('待审核')

  await reviewer.goto(`${world.address}/review`, { waitUntil: 'networkidle' })
  await reviewer.getByLabel(/^全选/).click()
  await reviewer.getByRole('button', { name: /^通过/ }).click()
  await eventually(() => reviewer.locator('tbody.item').count()).toBe(0)

  const { rows: done } = await sheetOf(reporter)
  expect(done.filter(({ approved }) => approved !== null)).toHaveLength(PASTED)
  expect(await headline(leader)).not.toBe(before)
  const target = await leader.request.get(`${world.address}/api/targets/qh-stip-145-high-tech-enterprises`)
  const { progress } = (await target.json()) as TargetDetail
  expect(progress[0]?.latest?.year).toBe(2025)
})
