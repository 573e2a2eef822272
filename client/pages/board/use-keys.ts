import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

export interface Keys {
  previous: () => void
  next: () => void
  pause: () => void
  fullScreen: (() => void) | null
}

const OPERABLE = 'a, button, select, input, textarea'

/**
 * Space, arrows and F, as long as the board has the focus and not a field or another page's part of the window; what
 * Space does to a button it goes on doing. Esc is the browser's own way out of the full screen.
 *
 * @param page what is shown: a focus that went with the page before comes back to the board
 */
export function useKeys(page: number, keys: Keys): void {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useLayoutEffect(() => {
    const main = document.getElementById('main')
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const onControl = event.target instanceof Element && event.target.matches(OPERABLE)
      const { previous, next, pause, fullScreen } = current.current
      if (event.key === 'ArrowLeft') previous()
      else if (event.key === 'ArrowRight') next()
      else if (event.key === ' ' && !onControl) pause()
      else if (event.key.toLowerCase() === 'f') fullScreen?.()
      else return
      event.preventDefault()
    }
    main?.addEventListener('keydown', onKey)
    return () => main?.removeEventListener('keydown', onKey)
  }, [])
  useLayoutEffect(() => {
    if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true })
  }, [page])
}
