import { signal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { forgetAnswers } from './answers.ts'
import { type Answer, useAnswer } from './use-answer.ts'

const changes = signal(0)

/** Something was changed: what was answered before is no longer true, and what is on the page is asked for again. */
export function refresh(): void {
  forgetAnswers()
  changes.value += 1
}

/** Like `useAnswer`, and asked again after every `refresh`; until then what was shown stays. */
export function useFresh<Value>(key: string, ask: (signal: AbortSignal) => Promise<Value>): Answer<Value> {
  const answer = useAnswer(`${key} (${changes.value})`, ask)
  const shown = useRef<{ key: string; answer: Answer<Value> } | null>(null)
  if (answer.state !== 'loading') shown.current = { key, answer }
  return answer.state === 'loading' && shown.current?.key === key ? shown.current.answer : answer
}
