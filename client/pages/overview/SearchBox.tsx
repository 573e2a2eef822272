import { useState } from 'preact/hooks'
import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'

interface Props {
  q: string
  onSearch: (q: string) => void
  /** Hears that something is about to be searched. */
  onWanted: () => void
}

/** Acts on every letter; pinyin first has to become characters. */
export function SearchBox({ q, onSearch, onWanted }: Props) {
  const text = textOf(overviewText)
  const [composing, setComposing] = useState<string | undefined>(undefined)
  const search = (value: string): void => {
    setComposing(undefined)
    onSearch(value)
  }
  return (
    <label class="search">
      <span class="visually-hidden">{text.search}</span>
      <input
        type="search"
        maxLength={200}
        placeholder={text.searchHint}
        value={composing ?? q}
        onFocus={onWanted}
        onInput={({ currentTarget: { value }, isComposing }) => (isComposing ? setComposing(value) : search(value))}
        onCompositionEnd={(event) => search(event.currentTarget.value)}
      />
    </label>
  )
}
