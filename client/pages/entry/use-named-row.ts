import { useEffect } from 'preact/hooks'

/** Begins at the figure that the address names behind its #, as links from elsewhere do. */
export function useNamedRow(): void {
  useEffect(() => {
    const code = decodeURIComponent(location.hash.slice(1))
    if (code === '') return
    const row = document.querySelector(`[data-indicator="${CSS.escape(code)}"]`)
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector<HTMLElement>('[data-column="0"]')?.focus({ preventScroll: true })
  }, [])
}
