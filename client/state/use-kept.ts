import { useRef } from 'preact/hooks'
import type { Answer } from './use-answer.ts'

export type Kept<Value> = Exclude<Answer<Value>, { state: 'ready' }> | { state: 'ready'; value: Value; isOld: boolean }

/** While something else is asked, what was answered before stays, so that nothing is taken from under whoever reads it. */
export function useKept<Value>(answer: Answer<Value>): Kept<Value> {
  const shown = useRef<{ value: Value } | null>(null)
  if (answer.state === 'ready') shown.current = { value: answer.value }
  if (answer.state === 'ready') return { ...answer, isOld: false }
  if (answer.state === 'loading' && shown.current) return { state: 'ready', value: shown.current.value, isOld: true }
  return answer
}
