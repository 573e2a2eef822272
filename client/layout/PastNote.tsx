import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'
import { atInstant, changesAddress } from '../state/address.ts'
import { focusMain } from './focus-main.ts'
import type { PastChanges, PastScope } from './PastChanges.tsx'
import { toDay } from './past.ts'

interface Props {
  path: string
  /** A day or instant that is over. */
  asOf: string
}

/** Says that the page is of a past day, what became known after it, and where to look. It has its room before it knows. */
export function PastNote({ path, asOf }: Props) {
  const text = textOf(shellText)
  const { url, query } = useLocation()
  const { region, plan } = query
  const target = /^\/targets\/([^/]+)/.exec(path)?.[1] ?? query['target']
  const scope: PastScope = target ? { target } : { ...(region && { region }), ...(plan && { plan }) }
  const counting = useCounting()
  return (
    <aside class="past-note" aria-label={text.pastDay}>
      <p>
        {text.asKnownOn.before}
        <strong>{toDay(asOf)}</strong>
        {text.asKnownOn.after}
      </p>
      <p class="since-then">{counting && <counting.PastChanges asOf={asOf} scope={scope} />}</p>
      <p class="screen-only ways">
        <a href={changesAddress({ since: asOf, ...scope })}>{text.whatChanged}</a>
        <a href={atInstant(url, '')} onClick={focusMain}>
          {text.backToToday}
        </a>
      </p>
    </aside>
  )
}

/** What counts the changes, once the page itself is there: the page comes first. */
function useCounting() {
  const [counting, setCounting] = useState<{ PastChanges: typeof PastChanges } | null>(null)
  useEffect(() => {
    let isWanted = true
    // What cannot be loaded is not said; the rest of the note stands without it.
    const load = (): void =>
      void import('./PastChanges.tsx').then((loaded) => isWanted && setCounting(loaded)).catch(() => undefined)
    if (document.readyState === 'complete') load()
    else window.addEventListener('load', load, { once: true })
    return () => {
      isWanted = false
      window.removeEventListener('load', load)
    }
  }, [])
  return counting
}
