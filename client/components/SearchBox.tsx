import { useState } from 'preact/hooks'

interface Props {
  label: string
  /** Stands in the empty field. */
  hint: string
  q: string
  onSearch: (q: string) => void
  /** Hears that something is about to be searched. */
  onWanted?: () => void
}

/** Acts on every letter; pinyin first has to become characters. */
export function SearchBox({ label, hint, q, onSearch, onWanted }: Props) {
  const [composing, setComposing] = useState<string | undefined>(undefined)
  const search = (value: string): void => {
    setComposing(undefined)
    onSearch(value)
  }
  return (
    <label class="search">
      <span class="visually-hidden">{label}</span>
      <input
        type="search"
        maxLength={200}
        placeholder={hint}
        value={composing ?? q}
        onFocus={onWanted}
        onInput={({ currentTarget: { value }, isComposing }) => (isComposing ? setComposing(value) : search(value))}
        onCompositionEnd={(event) => search(event.currentTarget.value)}
      />
    </label>
  )
}
