import { useEffect, useRef, useState } from 'preact/hooks'
import type { Problem } from '../../server/contract/problem.ts'
import { ProblemError } from '../api.ts'
import { answersNow, rememberAnswer } from './answers.ts'

/** What a page knows of an answer. `slow` turns true when it takes long enough to be worth a word. */
export type Answer<Value> =
  | { state: 'loading'; slow: boolean }
  | { state: 'ready'; value: Value }
  | { state: 'problem'; problem: Problem; retry: () => void }

const SLOW_AFTER_MS = 300

/** What went wrong, as the server tells it; an error of the pages themselves has the code `client`. */
export const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError
    ? error.problem
    : { type: 'about:blank', title: 'client', status: 0, detail: String(error), code: 'client', requestId: '' }

/**
 * Asks once per `key` and again after `retry`. What was answered before under the same key is shown at once and
 * replaced when the new answer comes, so going back to a page does not blink.
 */
export function useAnswer<Value>(key: string, ask: (signal: AbortSignal) => Promise<Value>): Answer<Value> {
  const [attempt, setAttempt] = useState(0)
  const [kept, setKept] = useState<{ key: string; answer: Answer<Value> } | null>(null)

  const asked = useRef(ask) // a new function on every render; `key` says what it asks for
  useEffect(() => {
    asked.current = ask
  })

  useEffect(() => {
    const controller = new AbortController()
    const keep = (answer: Answer<Value>): void => setKept({ key, answer })
    const answers = answersNow()
    const known = answers.has(key)
    const slow = setTimeout(() => known || keep({ state: 'loading', slow: true }), SLOW_AFTER_MS)
    asked
      .current(controller.signal)
      .then((value) => {
        rememberAnswer(answers, key, value)
        keep({ state: 'ready', value })
      })
      .catch((error: unknown) => {
        if (controller.signal.aborted) return
        keep({ state: 'problem', problem: problemOf(error), retry: () => setAttempt((count) => count + 1) })
      })
      .finally(() => clearTimeout(slow))
    return () => {
      clearTimeout(slow)
      controller.abort()
    }
  }, [key, attempt])

  if (kept?.key === key) return kept.answer
  const answers = answersNow()
  if (answers.has(key)) return { state: 'ready', value: answers.get(key) as Value }
  return { state: 'loading', slow: false }
}
