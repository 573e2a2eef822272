import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { type Filters, toAddress } from './filters.ts'

const PAUSE_MS = 200

interface Props {
  filters: Filters
  /** Hears that something is about to be searched. */
  onWanted: () => void
}

/** Acts after a pause in typing and replaces the address, so that Back does not go letter by letter. */
export function SearchBox({ filters, onWanted }: Props) {
  const text = textOf(overviewText)
  const { route } = useLocation()
  const [typed, setTyped] = useState(filters.q)
  const sent = useRef(filters.q)
  const latest = useRef(filters) // another filter may be chosen during the pause
  useEffect(() => {
    latest.current = filters
  })
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  // The address changed by a link or by Back, not by typing here.
  useEffect(() => {
    if (filters.q === sent.current) return
    clearTimeout(pause.current)
    sent.current = filters.q
    setTyped(filters.q)
  }, [filters.q])
  useEffect(() => () => clearTimeout(pause.current), [])

  const search = (value: string, isComposing: boolean): void => {
    setTyped(value)
    clearTimeout(pause.current)
    if (isComposing) return // pinyin on its way to becoming characters
    pause.current = setTimeout(() => {
      sent.current = value
      route(toAddress(latest.current, { q: value }), true)
    }, PAUSE_MS)
  }

  return (
    <label class="search">
      <span class="visually-hidden">{text.search}</span>
      <input
        type="search"
        maxLength={200}
        placeholder={text.searchHint}
        value={typed}
        onFocus={onWanted}
        onInput={(event) => search(event.currentTarget.value, event.isComposing)}
        onCompositionEnd={(event) => search(event.currentTarget.value, false)}
      />
    </label>
  )
}
