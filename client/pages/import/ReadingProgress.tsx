import { useEffect, useState } from 'preact/hooks'
import { importText } from '../../i18n/import.ts'
import { textOf } from '../../i18n/language.ts'
import type { Reading } from './use-import.ts'

/** What is over sooner needs no bar. */
const SLOW_AFTER_MS = 2000

/** How far a file is: a bar where it takes long, first of what is sent, then of what cannot be measured. */
export function ReadingProgress({ reading, onCancel }: { reading: Reading | null; onCancel: () => void }) {
  const text = textOf(importText)
  const isGoing = reading !== null
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    setSlow(false)
    if (!isGoing) return undefined
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isGoing])
  if (reading === null || !isSlow) return null
  const isSent = reading.share >= 1
  const told = isSent
    ? text.reading(reading.name)
    : text.sending(reading.name, Math.min(99, Math.floor(reading.share * 100)))
  return (
    <div class="import-progress">
      <p id="import-progress">{told}</p>
      <progress aria-labelledby="import-progress" max={1} {...(!isSent && { value: reading.share })} />
      <button type="button" class="button quiet" onClick={onCancel}>
        {text.cancel}
      </button>
    </div>
  )
}
