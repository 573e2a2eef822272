import { useEffect, useState } from 'preact/hooks'

/** Whether the whole screen is used, and a way to change that; null where the browser has none. */
export function useFullScreen(): { isFull: boolean; toggle: (() => void) | null } {
  const [isFull, setFull] = useState(document.fullscreenElement !== null)
  useEffect(() => {
    const follow = (): void => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', follow)
    return () => document.removeEventListener('fullscreenchange', follow)
  }, [])
  const toggle = (): void => {
    const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
    // The browser may refuse; then nothing changes.
    change.catch(() => undefined)
  }
  return { isFull, toggle: document.fullscreenEnabled ? toggle : null }
}
