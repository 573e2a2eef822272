import { useEffect, useRef } from 'preact/hooks'

interface Turning {
  page: number
  /** How long each page stays. */
  stayMs: number
  isTurning: boolean
  turn: () => void
}

/** Turns the page when its time is over. What it had left when it was held is what it has when it goes on. */
export function useTurning({ page, stayMs, isTurning, turn }: Turning): void {
  const left = useRef({ page, stayMs, ms: stayMs })
  const turned = useRef(turn)
  useEffect(() => {
    turned.current = turn
  })
  useEffect(() => {
    if (left.current.page !== page || left.current.stayMs !== stayMs) left.current = { page, stayMs, ms: stayMs }
    if (!isTurning) return
    const own = left.current
    const start = performance.now()
    const timer = setTimeout(() => {
      own.ms = stayMs
      turned.current()
    }, own.ms)
    return () => {
      clearTimeout(timer)
      own.ms = Math.max(0, own.ms - (performance.now() - start))
    }
  }, [page, stayMs, isTurning])
}
