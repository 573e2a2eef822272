import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserTest, faultsAtAnyWidth, openBrowserTest, violationsOf } from '../helpers/browser.ts'

const PAGES = [
  '/',
  '/?milestone=2030&by=theme',
  '/?milestone=next&by=attention&where=plan',
  '/?milestone=next&flag=target-revised',
  '/?q=nothing-has-this-text',
  '/compare',
  '/compare?region=63',
  '/compare?indicator=technology-contracts',
  '/compare?theme=enterprises&milestone=2025',
  '/composite',
  '/composite?region=63&milestone=2030',
  '/method',
  '/?asOf=2024-06-30',
  '/changes',
  '/changes?since=2024-04-30&asOf=2025-06-30&region=63',
  '/changes?since=1999-12-31',
  '/changes?asOf=2020-01-01',
  '/method?asOf=2024-06-30',
  '/report',
  '/report?region=63',
  '/report?plan=cn-carbon-2022-2030&milestone=2030',
  '/report?region=37&milestone=2035',
  '/board',
  '/board?page=2&paused=1',
  '/board?region=63&milestone=2030&page=4',
  '/no-such-page',
  '/targets/no-such-target',
  '/targets/cn-carbon-2022-2030-co2-per-gdp',
  '/targets/cn-carbon-2022-2030-co2-per-gdp?milestone=2030',
  '/targets/cn-carbon-2022-2030-energy-per-gdp?milestone=2030',
  '/targets/cn-carbon-2022-2030-co2-capture-energy?milestone=2030',
  '/targets/qh-stip-145-rd-intensity',
  '/targets/qh-stip-145-technology-contracts',
  '/targets/sd-carbon-2023-green-industry-clusters',
  '/targets/sd-carbon-2023-green-high-tech-enterprises',
  '/targets/qh-carbon-2022-green-high-tech-enterprises-new',
  '/targets/qh-carbon-2022-energy-storage-national-key-lab',
]

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
