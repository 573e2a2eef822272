import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SHOWN_PAGES } from '../../scripts/shown-pages.ts'
import { type BrowserTest, faultsAtAnyWidth, openBrowserTest, violationsOf } from '../helpers/browser.ts'

/** Those of someone who is signed in are tried where they are used. */
const PAGES = SHOWN_PAGES.filter(({ username }) => username === undefined).map(({ url }) => url)

/** A page that does not exist is answered with 404, which Chromium reports on the console. */
const isExpected = (complaint: string): boolean => complaint.includes('the server responded with a status of 404')

/** One visitor goes from page to page: a window for each would cost more than what is looked at in it. */
function visitor(test: () => BrowserTest, options: BrowserContextOptions): (url: string) => Promise<Visited> {
  let visited: Visited | undefined
  afterAll(async () => await visited?.page.context().close())
  return async (url) => {
    if (visited === undefined) return (visited = await test().visit(url, options))
    visited.complaints.length = 0
    await visited.page.setViewportSize({ width: 1440, height: 900 })
    await visited.page.goto(`${test().address}${url}`, { waitUntil: 'networkidle' })
    return visited
  }
}

type Visited = Awaited<ReturnType<BrowserTest['visit']>>

describe('every page', () => {
  let test: BrowserTest
  beforeAll(async () => {
    test = await openBrowserTest()
  })
  afterAll(async () => await test.close())

  describe.each(['zh-CN', 'en'])('in %s', (language) => {
    describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
      const visit = visitor(() => test, { colorScheme, reducedMotion: 'reduce' })

      it.each(PAGES)('%s has no violation that axe knows, and no word on the console', async (url) => {
        const { page, complaints } = await visit(`${url}${url.includes('?') ? '&' : '?'}lang=${language}`)
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        expect(await violationsOf(page)).toEqual([])
        expect(complaints.filter((complaint) => !isExpected(complaint))).toEqual([])
      })
    })
  })

  describe('at any width', () => {
    const visit = visitor(() => test, {})

    it.each(PAGES)('%s scrolls sideways at no width, and cuts no text', async (url) => {
      const { page } = await visit(url)
      expect(await faultsAtAnyWidth(page)).toEqual([])
    })
  })
})
