import { useEffect, useRef, useState } from 'preact/hooks'
import type { Problem } from '../../../server/contract/problem.ts'
import { problemOf } from '../../state/use-answer.ts'

/** How often the data are read anew, and how soon again where that failed. */
export const READ_EVERY_MS = 5 * 60_000
export const RETRY_AFTER_MS = 30_000

/** What was read last, when, and since when reading has failed. */
export interface Reading<Value> {
  value: Value | undefined
  readAt: Date | undefined
  /** The first failure since then; null while all is well. */
  lost: { since: Date; problem: Problem } | null
}

const NOTHING = { value: undefined, readAt: undefined, lost: null }

/**
 * Reads once per `key` and then again and again. Where that fails the last value stays, and it is tried again sooner:
 * nobody is there to press a button.
 */
export function useReading<Value>(key: string, read: (signal: AbortSignal) => Promise<Value>): Reading<Value> {
  const [kept, setKept] = useState<{ key: string; reading: Reading<Value> }>({ key, reading: NOTHING })
  const asked = useRef(read) // a new function on every render; `key` says what it reads
  useEffect(() => {
    asked.current = read
  })
  useEffect(() => {
    const controller = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const again = (after: number): void => {
      if (!controller.signal.aborted) timer = setTimeout(readOnce, after)
    }
    const readOnce = (): void => {
      asked
        .current(controller.signal)
        .then((value) => {
          setKept({ key, reading: { value, readAt: new Date(), lost: null } })
          again(READ_EVERY_MS)
        })
        .catch((error: unknown) => {
          if (controller.signal.aborted) return
          const problem = problemOf(error)
          setKept((before) => {
            const last: Reading<Value> = before.key === key ? before.reading : NOTHING
            return { key, reading: { ...last, lost: { since: last.lost?.since ?? new Date(), problem } } }
          })
          again(RETRY_AFTER_MS)
        })
    }
    readOnce()
    return () => {
      controller.abort()
      clearTimeout(timer)
    }
  }, [key])
  return kept.key === key ? kept.reading : NOTHING
}
