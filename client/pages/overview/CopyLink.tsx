import { useEffect, useState } from 'preact/hooks'
import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'

/** Puts the address of the page on the clipboard, or where the browser allows that to no page of this kind, into a field. */
export function CopyLink({ address }: { address: string }) {
  const text = textOf(overviewText)
  const [told, setTold] = useState<'copied' | 'by-hand' | null>(null)
  useEffect(() => setTold(null), [address])
  const whole = new URL(address, location.origin).href
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(whole)
      setTold('copied')
    } catch {
      setTold('by-hand') // over plain http there is no clipboard
    }
  }
  if (told === 'by-hand') {
    return (
      <input
        class="by-hand"
        readOnly
        aria-label={text.copyByHand}
        value={whole}
        ref={(field) => field?.focus()}
        onFocus={(event) => event.currentTarget.select()}
      />
    )
  }
  return (
    <>
      <button type="button" class="as-link" onClick={() => void copy()}>
        {told === 'copied' ? text.copied : text.copyLink}
      </button>
      <output class="visually-hidden">{told === 'copied' ? text.copied : ''}</output>
    </>
  )
}
