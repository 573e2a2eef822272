import { useEffect, useRef, useState } from 'preact/hooks'
import { type Answer, useAnswer } from '../../state/use-answer.ts'

const EVERY_MS = 1000

/**
 * Like `useAnswer`, and asked again every second while what was answered is under way, and whenever `again` is called.
 * What cannot be answered in between leaves what is shown as it is.
 */
export function useWatched<Value>(
  key: string,
  ask: (signal: AbortSignal) => Promise<Value>,
  isUnderWay: (value: Value) => boolean,
): { answer: Answer<Value>; again: () => void } {
  const first = useAnswer(key, ask)
  const [newer, setNewer] = useState<{ key: string; value: Value } | null>(null)
  const [asking, setAsking] = useState(0)
  const answer: Answer<Value> = newer?.key === key ? { state: 'ready', value: newer.value } : first
  const isMoving = answer.state === 'ready' && isUnderWay(answer.value)
  const value = answer.state === 'ready' ? answer.value : undefined

  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  const answered = useRef(asking)
  useEffect(() => {
    const isAsked = answered.current !== asking
    if (!isMoving && !isAsked) return
    const controller = new AbortController()
    const look = (): void => {
      latest.current(controller.signal).then(
        (found) => {
          answered.current = asking
          setNewer({ key, value: found })
        },
        () => {
          if (!controller.signal.aborted) timer = setTimeout(look, EVERY_MS)
        },
      )
    }
    let timer = setTimeout(look, isAsked ? 0 : EVERY_MS)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [key, value, isMoving, asking])

  return { answer, again: () => setAsking((times) => times + 1) }
}
