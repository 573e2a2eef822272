import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

/** The pointer hides after a few seconds; one that has not moved for a minute was left behind and holds nothing. */
const HIDE_AFTER_MS = 3000
const LEFT_BEHIND_AFTER_MS = 60_000

/** Whether somebody looks at something on the page with pointer or keyboard, and whether the pointer can be hidden. */
export function useHeld(page: RefObject<HTMLElement | null>): { isHeld: boolean; isPointerIdle: boolean } {
  const [isHovered, setHovered] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const [isPointerIdle, setPointerIdle] = useState(false)
  // Heard from the moment in which the board is seen: a pointer that rests afterwards tells nothing more.
  useLayoutEffect(() => {
    let hiding: ReturnType<typeof setTimeout> | undefined
    let leaving: ReturnType<typeof setTimeout> | undefined
    const within = (target: EventTarget | null): boolean =>
      target instanceof Node && (page.current?.contains(target) ?? false)
    const onPointer = ({ pointerType, target }: PointerEvent): void => {
      if (pointerType === 'touch') return
      clearTimeout(hiding)
      clearTimeout(leaving)
      setPointerIdle(false)
      setHovered(within(target))
      hiding = setTimeout(() => setPointerIdle(true), HIDE_AFTER_MS)
      leaving = setTimeout(() => setHovered(false), LEFT_BEHIND_AFTER_MS)
    }
    const onGone = (): void => setHovered(false)
    const onFocus = ({ target }: FocusEvent): void => setFocused(within(target))
    const onBlur = ({ relatedTarget }: FocusEvent): void => setFocused(within(relatedTarget))
    document.addEventListener('pointermove', onPointer)
    document.addEventListener('pointerdown', onPointer)
    document.documentElement.addEventListener('pointerleave', onGone)
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', onBlur)
    return () => {
      clearTimeout(hiding)
      clearTimeout(leaving)
      document.removeEventListener('pointermove', onPointer)
      document.removeEventListener('pointerdown', onPointer)
      document.documentElement.removeEventListener('pointerleave', onGone)
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', onBlur)
    }
  }, [page])
  return { isHeld: isHovered || isFocused, isPointerIdle }
}
