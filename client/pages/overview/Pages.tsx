import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { type Filters, toAddress } from './filters.ts'
import type { Listing } from './listing.ts'

interface Props {
  listing: Listing
  filters: Filters
}

const toList = (): void => document.getElementById('list')?.focus()

/** The pages of a long list; nothing where it has one. */
export function Pages({ listing: { page, pages, from, to, total }, filters }: Props) {
  const text = textOf(overviewText)
  if (pages === 1) return null
  const link = (to: number, name: string) =>
    to < 1 || to > pages ? (
      <span class="aside">{name}</span>
    ) : (
      <a href={toAddress(filters, { page: to })} onClick={toList}>
        {name}
      </a>
    )
  return (
    <nav class="pages" aria-label={text.pages}>
      <span>{text.pageOf(from, to, total)}</span>
      {link(page - 1, text.previous)}
      {link(page + 1, text.following)}
    </nav>
  )
}
