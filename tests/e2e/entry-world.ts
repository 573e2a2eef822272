import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Actor, recordChange } from '../../server/audit/record.ts'
import type { Sheet } from '../../server/contract/entry.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import { addAccount } from '../helpers/accounts.ts'
import { NOW } from '../helpers/app.ts'
import { type BrowserTest, openBrowserTest } from '../helpers/browser.ts'

// The demo with a round of this year, in which nothing is entered yet, and a second reporter of Qinghai.

const ADMINISTRATOR: Actor = { username: 'admin', role: 'administrator' }

export const FORTY = 40
export const YEAR = 2026
export const SHEET = `/entry/63/${YEAR}`

export interface EntryWorld extends BrowserTest {
  /** The sheet as the server has it. */
  sheet: (page: Page) => Promise<Sheet>
}

/** Qinghai's own indicators and others of the plans, until there are forty. */
async function fortyCodes({ db }: BrowserTest): Promise<string[]> {
  const own = await db.selectFrom('target').select('indicator_code').where('region_code', '=', '63').execute()
  const all = await db.selectFrom('indicator').select('code').orderBy('seq').execute()
  return [...new Set([...own.map((row) => row.indicator_code), ...all.map((row) => row.code)])].slice(0, FORTY)
}

export async function openEntryWorld(): Promise<EntryWorld> {
  const test = await openBrowserTest()
  const terms = { roundId: null, revision: 1, kind: 'annual' } as const
  const indicatorCodes = await fortyCodes(test)
  const rounds = [
    { ...terms, regionCodes: ['63'], year: YEAR, indicatorCodes, opensOn: '2026-06-01', closesOn: '2026-07-13' },
    { ...terms, regionCodes: ['63'], year: 2022, indicatorCodes: null, opensOn: '2026-07-01', closesOn: '2026-07-13' },
  ]
  await addAccount(test.db, { username: 'qh-second', displayName: '才让', role: 'reporter' }, NOW)
  await inWriteTransaction(test.db, async (trx) => {
    for (const data of rounds) await recordChange(trx, ADMINISTRATOR, NOW, { action: 'round.revise', data })
  })
  return {
    ...test,
    sheet: async (page) =>
      (await (await page.request.get(`${test.address}/api/sheets/63/${YEAR}`)).json()) as unknown as Sheet,
  }
}

/** The control in a cell: rows from 0; the figure, provisional, source and note are the columns 0 to 3. */
export const cell = (page: Page, row: number, column = 0): Locator =>
  page.locator(`[data-row="${row}"][data-column="${column}"]`)

/** Where a row stands, in words. */
export const stateOf = (page: Page, row: number): Promise<string> =>
  page.locator('.entry-row').nth(row).locator('.row-state').innerText()

/** Goes to a cell and types over what is there, without leaving it. */
export async function typeInto(page: Page, row: number, text: string, column = 0): Promise<void> {
  await cell(page, row, column).focus()
  await page.keyboard.type(text)
}

/** Pastes a text as a spreadsheet would put it on the clipboard. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`{
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', ${JSON.stringify(text)})
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }`)
}

/** What the grid puts on the clipboard, line by line and cell by cell. */
export async function copied(page: Page): Promise<string[][]> {
  const text: string = await page.evaluate(`(() => {
    const clipboardData = new DataTransfer()
    document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return clipboardData.getData('text/plain')
  })()`)
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split('\t'))
}

/** Which cell has the focus: row and column. */
export const focusedCell = async (page: Page): Promise<string> =>
  await page.evaluate('`${document.activeElement.dataset.row} ${document.activeElement.dataset.column}`')

export const focusedText = async (page: Page): Promise<string> =>
  await page.evaluate('document.activeElement.textContent')

/** Whether leaving the page now would be asked back. */
export const asksBeforeLeaving = async (page: Page): Promise<boolean> =>
  await page.evaluate(`(() => {
    const event = new Event('beforeunload', { cancelable: true })
    dispatchEvent(event)
    return event.defaultPrevented
  })()`)

/** Waits until it is so, on a machine that has other things to do. */
export const eventually = <Value>(value: () => Value | Promise<Value>) => expect.poll(value, { timeout: 20_000 })
