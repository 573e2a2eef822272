import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BrowserTest, openBrowserTest } from '../helpers/browser.ts'

let test: BrowserTest
beforeAll(async () => {
  test = await openBrowserTest()
})
afterAll(async () => await test.close())

it('the description of the API is ours, and nothing complains on the console', async () => {
  const { page, complaints } = await test.visit('/docs')
  await page.locator('.info .title', { hasText: 'Tanbiao 碳标' }).waitFor()
  expect(await page.title()).toBe('Tanbiao 碳标 API')
  expect(await page.locator('.topbar').count()).toBe(0)
  await page.locator('.opblock-get .opblock-summary', { hasText: '/api/targets/{id}' }).click()
  await page.locator('.opblock.is-open .responses-table').waitFor()
  expect(complaints).toEqual([])
})
