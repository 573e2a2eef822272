import { useRef, useState } from 'preact/hooks'
import { accountsText } from '../../../i18n/admin-accounts.ts'
import { language, textOf } from '../../../i18n/language.ts'
import { toMoment } from '../../../moment.ts'
import { givenLink } from './given-link.ts'

/** The link that was just given, to be handed over. It is shown until it is put away, and never again. */
export function OneTimeLink() {
  const text = textOf(accountsText)
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const link = givenLink.value
  if (link === null) return null
  const address = location.origin + link.path

  const copy = async (): Promise<void> => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(address)
      setSaid(text.copied)
    } catch {
      // Without HTTPS browsers give no clipboard; the text is selected.
      setSaid(text.copyByHand)
    }
  }

  return (
    <section class="one-time-link" aria-labelledby="one-time-link">
      <h2 id="one-time-link">{text.linkTitle(link.name)}</h2>
      <p class="small">{text.linkLead(toMoment(link.expiresAt, language.value))}</p>
      <p class="link-line">
        <input
          ref={field}
          readOnly
          class="code"
          aria-label={text.link}
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button" onClick={() => void copy()}>
          {text.copy}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            givenLink.value = null
          }}
        >
          {text.handedOver}
        </button>
      </p>
      <p role="status" class="small">
        {said}
      </p>
    </section>
  )
}
