import type { Page } from 'playwright-core'

/**
 * What can be seen to be wrong with a page as it is drawn: it scrolls sideways, a text is cut, or two texts of one
 * drawing lie on each other. A line per fault, at most `MOST` of a kind.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  return await page.evaluate(FIND_FAULTS)
}

// Runs in the page, whose types this program does not have.
const FIND_FAULTS = `(() => {
  const MOST = 5
  const TOLERANCE_PX = 1.5
  const faults = []
  const root = document.documentElement
  const wider = root.scrollWidth - root.clientWidth
  if (wider > 0) faults.push('scrolls sideways by ' + wider + ' px')

  const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const told = (element) => '“' + element.textContent.trim().slice(0, 40) + '”'
  const cut = [...document.querySelectorAll('body *')].filter((element) => {
    if (element.childElementCount > 0 || !element.textContent.trim() || !isSeen(element)) return false
    if (element.closest('.visually-hidden, select, option, svg')) return false
    const style = getComputedStyle(element)
    const hides = style.overflowX !== 'visible' && style.overflowX !== 'auto' && style.overflowX !== 'scroll'
    // Of a link that shows itself only with the focus a pixel is left.
    return hides && element.clientWidth > 1 && element.scrollWidth - element.clientWidth > TOLERANCE_PX
  })
  for (const element of cut.slice(0, MOST)) faults.push('cut: ' + told(element))

  for (const drawing of document.querySelectorAll('svg')) {
    const texts = [...drawing.querySelectorAll('text')]
      .filter((text) => text.textContent.trim() && isSeen(text))
      .map((text) => ({ text, box: text.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
    let found = 0
    for (let one = 0; one < texts.length; one++) {
      for (let other = one + 1; other < texts.length && found < MOST; other++) {
        const [a, b] = [texts[one].box, texts[other].box]
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        if (wide > TOLERANCE_PX && high > Math.min(a.height, b.height) * 0.35) {
          faults.push('overlap: ' + told(texts[one].text) + ' and ' + told(texts[other].text))
          found++
        }
      }
    }
  }
  return faults
})()`
