/** The place of the first row of a page, counted from 1. */
export const fromOf = (page: number, perPage: number): number => (page - 1) * perPage + 1

/**
 * Of a page that was cut from a list, what `Pages` needs to know. One beyond the end of the list, which was longer before,
 * stands right after the last.
 */
export const toListing = (total: number, page: number, perPage: number, shown: number) => {
  const pages = Math.ceil(total / perPage)
  return {
    page: Math.min(page, pages + 1),
    pages: Math.max(1, pages),
    from: shown === 0 ? 0 : fromOf(page, perPage),
    to: shown === 0 ? 0 : fromOf(page, perPage) + shown - 1,
    total,
  }
}

type Place = Readonly<Record<string, string>>

/** What is searched in an address, and which page of the list it names. */
export const toPlace = (query: Place, page = 'page'): { q: string; page: number } => ({
  q: (query['q'] ?? '').slice(0, 200),
  page: /^[1-9][0-9]{0,5}$/.test(query[page] ?? '') ? Number(query[page]) : 1,
})

/** The same address with other values; empty ones are left out. */
export const withPlace = (path: string, place: Readonly<Record<string, string | number>>): string => {
  const kept = Object.entries(place).flatMap(([name, value]) => (value === '' ? [] : [[name, String(value)]]))
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path
}
