import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SHOWN_PAGES } from '../../scripts/shown-pages.ts'
import { type BrowserTest, faultsAtAnyWidth, openBrowserTest, violationsOf } from '../helpers/browser.ts'

/** Those of someone who is signed in are tried where they are used. */
const PAGES = SHOWN_PAGES.filter(({ username }) => username === undefined).map(({ url }) => url)

/** A page that does not exist is answered with 404, which Chromium reports on the console. */
const isExpected = (complaint: string): boolean => complaint.includes('the server responded with a status of 404')

describe('every page', () => {
  let test: BrowserTest
  beforeAll(async () => {
    test = await openBrowserTest()
  })
  afterAll(async () => await test.close())

  describe.each(['zh-CN', 'en'])('in %s', (language) => {
    describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
      it.each(PAGES)('%s has no violation that axe knows, and no word on the console', async (url) => {
        const address = `${url}${url.includes('?') ? '&' : '?'}lang=${language}`
        const { page, complaints } = await test.visit(address, { colorScheme, reducedMotion: 'reduce' })
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        expect(await violationsOf(page)).toEqual([])
        expect(complaints.filter((complaint) => !isExpected(complaint))).toEqual([])
        await page.context().close()
      })
    })
  })

  it.each(PAGES)('%s scrolls sideways at no width, and cuts no text', async (url) => {
    const { page } = await test.visit(url)
    expect(await faultsAtAnyWidth(page)).toEqual([])
    await page.context().close()
  })
})
