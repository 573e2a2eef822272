import type { ComponentChildren } from 'preact'
import { adminText } from '../../i18n/admin.ts'
import { textOf } from '../../i18n/language.ts'

interface Props {
  q: string
  onSearch: (q: string) => void
  shown: number
  all: number
  /** Further conditions. */
  children?: ComponentChildren
}

/** What a list is searched for, and how much of it is left. */
export function SearchLine({ q, onSearch, shown, all, children }: Props) {
  const text = textOf(adminText)
  return (
    <search class="search-line">
      <input
        type="search"
        aria-label={text.search}
        placeholder={text.search}
        value={q}
        onInput={(event) => onSearch(event.currentTarget.value)}
      />
      {children}
      <output class="aside small">{shown === 0 ? text.nothingFound : text.tally(shown, all)}</output>
    </search>
  )
}
