import { useEffect, useState } from 'preact/hooks'

const PAUSE_MS = 600

/** Whether the text has not changed for a moment: nobody is told what is wrong with half a number. */
export function usePaused(text: string, isTyping: boolean): boolean {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    if (!isTyping) {
      setRested(text)
      return undefined
    }
    const timer = setTimeout(() => setRested(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, isTyping])
  return rested === text
}
