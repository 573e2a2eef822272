// Watches the overview as it is painted; put into the page before its own scripts run. All times are in milliseconds.
{
  const rows = () => [...document.querySelectorAll('table.targets a[href^="/targets/"]')]

  /** What is to be read of a list: which rows, and the numbers said beside it. */
  const list = () => {
    const said = document.querySelector('.filters output')?.textContent ?? ''
    return [said, ...rows().map((row) => row.getAttribute('href'))].join()
  }

  // The frame is on its way to the screen once it was asked for here; what the page does after it must not count.
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        void scheduler.postTask(() => resolve(performance.now()), { priority: 'user-blocking' })
      })
    })

  /** When what `is` tells was painted, from the start of the navigation. */
  const when = (is) =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (!is()) return
        observer.disconnect()
        clearTimeout(tooLate)
        resolve(painted())
      }
      const tooLate = setTimeout(() => reject(new Error('nothing was painted for a minute')), 60_000)
      const observer = new MutationObserver(look)
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
      look()
    })

  const anything = when(() => document.body?.textContent)
  const firstRow = when(() => rows().length > 0)
  globalThis.watch = {
    /** From the start of the navigation to anything at all. */
    anything,
    /** From the start of the navigation to the first row of the list. */
    firstRow,
    /** From the start of the navigation to the answer of a filter that was chosen as soon as there was one. */
    usable: async () => {
      await firstRow
      const before = list()
      document.querySelector('table.counts a.cell').click()
      return await when(() => list() !== before)
    },
    /** From the next input of the user to the list that follows from it. */
    nextList: async () => {
      const before = list()
      let began = Number.POSITIVE_INFINITY
      const note = ({ timeStamp }) => {
        began = Math.min(began, timeStamp)
      }
      for (const type of ['click', 'input', 'change']) addEventListener(type, note, { capture: true, once: true })
      return (await when(() => list() !== before)) - began
    },
  }
}
