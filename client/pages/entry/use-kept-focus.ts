import { useLayoutEffect } from 'preact/hooks'

/**
 * Keeps the focus in the row when what had it goes away with what it did, as the button of a withdrawal: it moves to
 * the row's figure.
 *
 * @param index where the row is in the grid, which its parts carry as `data-of`
 */
export function useKeptFocus(index: number): void {
  const had = document.activeElement?.closest(`[data-of="${index}"]`) != null
  useLayoutEffect(() => {
    if (!had || document.activeElement !== document.body) return
    document.querySelector<HTMLElement>(`[data-row="${index}"][data-column="0"]`)?.focus()
  })
}
