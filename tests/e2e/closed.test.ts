import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserTest, openBrowserTest } from '../helpers/browser.ts'

/** An installation whose data only those who are signed in can read, as it is unless PUBLIC_READ is set. */
describe('someone who is not signed in where nothing is public', () => {
  let world: BrowserTest
  beforeAll(async () => {
    world = await openBrowserTest(undefined, { publicRead: false })
  })
  afterAll(async () => await world.close())

  it.each(['/targets/qh-stip-145-rd-intensity', '/entry/63/2025', '/due', '/admin'])(
    '%s asks to sign in, offers nothing that would be refused, and is come back to',
    async (url) => {
      const { page } = await world.visit(url)
      await page.locator('h1', { hasText: '请先登录' }).waitFor()
      const text = await page.locator('body').innerText()
      for (const part of ['CSV', '截至', '编号', '跳到筛选']) expect(text).not.toContain(part)
      expect(await page.locator('main a.button').getAttribute('href')).toBe(`/sign-in?to=${encodeURIComponent(url)}`)
    },
  )

  it('the overview leads each to the own desk', async () => {
    const { page } = await world.visit('/')
    await page.locator('h1', { hasText: '请先登录' }).waitFor()
    expect(await page.locator('body').innerText()).not.toMatch(/CSV|截至|编号|跳到筛选/)
    expect(await page.locator('main a.button').getAttribute('href')).toBe('/sign-in')
  })
})
