import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { violationsOf } from '../helpers/browser.ts'
import {
  cell,
  copied,
  type EntryWorld,
  eventually,
  focusedCell,
  focusedText,
  FORTY,
  openEntryWorld,
  paste,
  SHEET,
  stateOf,
  typeInto,
} from './entry-world.ts'

describe('the entry grid', () => {
  let world: EntryWorld
  let open: Page[] = []
  beforeAll(async () => {
    world = await openEntryWorld()
  })
  afterAll(async () => await world.close())
  afterEach(async () => {
    await Promise.all(open.map((page) => page.context().close()))
    open = []
    await takeBack(world)
  })

  const visit = async (options = {}): Promise<Page> => {
    const { page } = await world.visitAs('qh-reporter', SHEET, options)
    await cell(page, 0).waitFor()
    open.push(page)
    return page
  }
  const saved = async (page: Page) =>
    (await world.sheet(page)).rows.flatMap(({ pending }) => (pending === null ? [] : [pending]))

  it('takes all forty figures of a province by keyboard alone, and submits them', { timeout: 120_000 }, async () => {
    const page = await visit()
    const { rows } = await world.sheet(page)
    expect(rows.length).toBe(FORTY)
    await page.keyboard.press('Tab')
    await cell(page, 0).focus()
    for (let row = 0; row < FORTY; row++) {
      const isChoice = (await cell(page, row).evaluate((control) => control.tagName)) === 'SELECT'
      expect(await focusedCell(page)).toBe(`${row} 0`)
      if (isChoice) await page.keyboard.press('1')
      else await page.keyboard.type(await figureFor(page, row))
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('End')
    for (let row = 0; row < FORTY; row++) {
      await page.keyboard.type('已核对')
      await page.keyboard.press('ArrowDown')
    }
    await eventually(async () => (await saved(page)).filter(({ note }) => note === '已核对').length).toBe(FORTY)
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Shift+Tab')
    expect(await focusedText(page)).toBe(`提交 ${FORTY} 项草稿`)
    expect(await violationsOf(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText(`已提交 ${FORTY} 项`).first().waitFor()
    expect((await saved(page)).every(({ state }) => state === 'submitted')).toBe(true)
    expect(await page.locator('h1 + p').innerText()).toContain(`${FORTY} 项都已提交`)
    await page.getByRole('button', { name: `全部撤回（${FORTY} 项）` }).click()
    await page.getByText(`已撤回 ${FORTY} 项`).first().waitFor()
  })

  it('pastes thirty figures of a spreadsheet: two refused, three asked, the rest saved; and undoes them in one step', async () => {
    const page = await visit()
    const lines: string[] = []
    const asked = await withFigureOfLastYear(world, page)
    for (let row = 0; row < 30; row++) lines.push(await pastedLine(world, page, row, asked))
    await cell(page, 0).focus()
    await paste(page, `2026年\t\t数据来源\r\n${lines.join('\r\n')}\r\n`)
    const report = page.locator('.paste-report')
    expect(await report.innerText()).toContain('第 1 行像是表头，未读入')
    expect(await report.innerText()).toContain('2 格不是确定的数')
    await eventually(() => page.locator('.row-state', { hasText: '不能保存' }).count()).toBe(2)
    await eventually(async () => (await saved(page)).length).toBe(28)
    const questions = await page.locator('.message.ask').allInnerTexts()
    expect(
      questions.map((question) => question.includes('完全相同')),
      questions.join(),
    ).toEqual([true, true, true])
    expect(await cell(page, 8, 2).inputValue()).toBe('统计公报\n第 8 页，"初步"口径')
    await page.keyboard.press('Control+z')
    await eventually(async () => (await saved(page)).length).toBe(0)
    expect(await cell(page, 5).inputValue()).toBe('')
    await page.keyboard.press('Control+y')
    await eventually(async () => (await saved(page)).length).toBe(28)
  })

  it('tells of a paste what lies beyond the table, and drops nothing in silence', async () => {
    const page = await visit()
    await cell(page, FORTY - 1).focus()
    await paste(page, '17\t是\t来源\t备注\t多出的\r\n18\r\n19\r\n')
    const report = page.locator('.paste-report')
    expect(await report.innerText()).toContain('最后 2 行超出表格，未读入')
    expect(await report.innerText()).toContain('右边 1 格超出表格，未读入')
    await report.getByText('查看未读入的').click()
    for (const left of ['18', '19', '多出的']) expect(await report.innerText()).toContain(left)
  })

  it('pastes nothing into a figure that waits for its review, and says so', async () => {
    const page = await visit()
    await typeInto(page, 1, '17')
    await page.keyboard.press('Enter')
    await eventually(() => stateOf(page, 1)).not.toBe('正在保存…')
    await typeInto(page, 1, '已核对', 3)
    await page.keyboard.press('Enter')
    await eventually(() => stateOf(page, 1)).toBe('草稿，已存')
    await page.getByRole('button', { name: '提交 1 项草稿' }).click()
    await eventually(() => stateOf(page, 1)).toBe('待审核')
    await cell(page, 1).focus()
    await paste(page, '99')
    expect(await page.locator('.paste-report').innerText()).toContain('1 格已锁定')
    expect(await cell(page, 1).inputValue()).toBe('17')
    await page.getByRole('button', { name: /^撤回 / }).click()
    await eventually(() => stateOf(page, 1)).toBe('草稿，已存')
  })

  it('keeps what is no clear number as typed, says what to write instead, and never takes it for 0', async () => {
    const page = await visit()
    await typeInto(page, 0, '约17')
    await page.keyboard.press('Enter')
    expect(await stateOf(page, 0)).toBe('不能保存')
    expect(await cell(page, 0).inputValue()).toBe('约17')
    expect(await cell(page, 0).getAttribute('aria-invalid')).toBe('true')
    const message = page.locator(`#${(await cell(page, 0).getAttribute('aria-describedby')) ?? ''}`)
    expect(await message.innerText()).toContain('“约17”不是一个确定的数')
    await message.getByRole('button', { name: /尚未公布/ }).click()
    await eventually(() => stateOf(page, 0)).toBe('草稿，已存')
    const [figure] = await saved(page)
    expect(figure).toMatchObject({ value: null, missingReason: 'not-yet-published', note: '约17' })
  })

  it('asks for the reason of a dash, and shows what a conversion makes of a text before it is taken', async () => {
    const page = await visit()
    await typeInto(page, 0, '—')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '未收集', exact: true }).click()
    await eventually(async () => (await saved(page))[0]?.missingReason).toBe('not-collected')
    await typeInto(page, 1, '１７．５％')
    await page.locator('#row-1-conversion').waitFor()
    expect(await page.locator('#row-1-conversion').innerText()).toContain('将记为 17.5%')
    await page.keyboard.press('Enter')
    await eventually(() => cell(page, 1).inputValue()).toBe('17.5')
    expect(await page.locator('#row-1-conversion').innerText()).toContain('“１７．５％”记为 17.5%')
  })

  it('moves as a spreadsheet does, and gives a cell up with Escape', async () => {
    const page = await visit()
    const at = (): Promise<string> => focusedCell(page)
    await cell(page, 2).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    expect(await at()).toBe('3 1')
    await page.keyboard.press('End')
    expect(await at()).toBe('3 3')
    await page.keyboard.press('Home')
    expect(await at()).toBe('3 0')
    await page.keyboard.type('12')
    await page.keyboard.press('Escape')
    expect(await cell(page, 3).inputValue()).toBe('')
    await page.keyboard.type('12')
    await page.keyboard.press('Shift+Enter')
    expect(await at()).toBe('2 0')
    await page.keyboard.press('Enter')
    await page.keyboard.type('5')
    await page.keyboard.press('Tab')
    expect(await at()).toBe('2 1')
    expect(await cell(page, 2).inputValue()).toBe('5')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('F2')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('1')
    await page.keyboard.press('Enter')
    expect(await cell(page, 2).inputValue()).toBe('15')
    await cell(page, 2).focus()
    await page.keyboard.press('Delete')
    expect(await cell(page, 2).inputValue()).toBe('')
    await page.keyboard.press('Control+z')
    expect(await cell(page, 2).inputValue()).toBe('15')
    await page.keyboard.press('ArrowLeft')
    expect(await focusedText(page)).toBe('说明')
    await page.keyboard.press('Enter')
    await page.locator('#details-2').waitFor()
    await page.keyboard.press('ArrowRight')
    expect(await at()).toBe('2 0')
  })

  it('selects a block with Shift, copies it as a spreadsheet reads it, and clears it in one step', async () => {
    const page = await visit()
    for (const row of [0, 1]) await typeInto(page, row, `${row + 3}`)
    await cell(page, 0).focus()
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(`Shift+${key}`)
    const lines = await copied(page)
    expect(lines.map(([figure]) => figure)).toEqual(['3', '4'])
    expect(lines[0]?.length).toBe(3)
    await page.keyboard.press('Delete')
    expect(await cell(page, 0).inputValue()).toBe('')
    expect(await cell(page, 1).inputValue()).toBe('')
    await page.keyboard.press('Control+z')
    expect(await cell(page, 1).inputValue()).toBe('4')
  })

  it('shows the first one’s figure to the second, and overwrites it only when told to', async () => {
    const first = await visit()
    const second = (await world.visitAs('qh-second', SHEET)).page
    open.push(second)
    await typeInto(first, 0, '17.1')
    await first.keyboard.press('Enter')
    await eventually(async () => (await saved(first))[0]?.value).toBe('17.1')
    await typeInto(second, 0, '17.2')
    await second.keyboard.press('Enter')
    await eventually(() => stateOf(second, 0)).toBe('有两份')
    expect(await second.locator('#row-0-conflict').innerText()).toMatch(/索南.*存了 17\.1.*您填的是 17\.2/s)
    expect((await saved(first))[0]?.value).toBe('17.1')
    expect(await violationsOf(second)).toEqual([])
    await second.getByRole('button', { name: /用我的$/ }).click()
    await eventually(async () => (await saved(first))[0]).toMatchObject({ value: '17.2', enteredBy: 'qh-second' })
    await typeInto(first, 0, '17.3')
    await first.keyboard.press('Enter')
    await first.getByRole('button', { name: /用对方的$/ }).click()
    expect(await cell(first, 0).inputValue()).toBe('17.2')
  })
})

/** Last year's figure where there is one, else a number that fits everywhere. */
async function figureFor(page: Page, row: number): Promise<string> {
  const earlier = await page.locator('.entry-row').nth(row).locator('.earlier').last().innerText()
  const text = earlier.replace(/[\s,]/g, '').replace('−', '-')
  return /^-?[0-9.]+$/.test(text) ? text : '17'
}

/** A line of a spreadsheet: two that are no numbers, three that are asked about, quotes and a line break in a source. */
async function pastedLine(world: EntryWorld, page: Page, row: number, asked: readonly number[]): Promise<string> {
  if (row === 2) return '约17'
  if (row === 6) return '10—20'
  const figure = asked.includes(row) ? await figureFor(page, row) : await plausible(world, page, row)
  return row === 8 ? `${figure}\t\t"统计公报\n第 8 页，""初步""口径"` : figure
}

const nameAt = (page: Page, row: number): Promise<string> =>
  page.locator('.entry-row').nth(row).locator('.indicator-name').innerText()

/** Three rows that had a figure last year: the same once more is asked about. */
async function withFigureOfLastYear(world: EntryWorld, page: Page): Promise<number[]> {
  const { rows } = await world.sheet(page)
  const found: number[] = []
  for (let row = 0; found.length < 3; row++) {
    const name = await nameAt(page, row)
    const figure = rows.find(({ indicator }) => indicator.nameZh === name)?.earlier.find(({ year }) => year === 2025)
    if (figure?.value && ![2, 6].includes(row)) found.push(row)
  }
  return found
}

/** A figure about which there is nothing to ask: a little better than the last one. */
async function plausible(world: EntryWorld, page: Page, row: number): Promise<string> {
  const name = await nameAt(page, row)
  const of = (await world.sheet(page)).rows.find(({ indicator }) => indicator.nameZh === name)
  const last = of?.earlier.findLast(({ value }) => value !== null)?.value
  if (of?.indicator.kind === 'done') return '已建成'
  if (of?.indicator.kind === 'change') return '-1.7'
  if (of === undefined || !last) return '17'
  const places = last.split('.')[1]?.length ?? 0
  const step = of.indicator.better === 'higher' ? 1 : -1
  return ((Math.round(Number(last) * 10 ** places) + step) / 10 ** places).toFixed(places)
}

/** Forgets the drafts of the test before, as nobody can: what is saved is kept for ever. */
async function takeBack({ address, visitAs }: EntryWorld): Promise<void> {
  const { page } = await visitAs('qh-reporter', '/method')
  const { rows } = (await (await page.request.get(`${address}/api/sheets/63/2026`)).json()) as {
    rows: { pending: { state: string; indicatorCode: string; measure: string } | null }[]
  }
  const drafts = rows.flatMap(({ pending }) => (pending === null ? [] : [pending]))
  const headers = { 'sec-fetch-site': 'same-origin' }
  if (drafts.some(({ state }) => state === 'submitted')) {
    await page.request.delete(`${address}/api/submissions`, { headers, data: { regionCode: '63', year: 2026 } })
  }
  const items = drafts.map(({ indicatorCode, measure }) => ({ regionCode: '63', indicatorCode, year: 2026, measure }))
  if (items.length > 0) await page.request.delete(`${address}/api/observations`, { headers, data: { items } })
  await page.context().close()
}
