import type { Filters } from './filters.ts'

type Kept = 'region' | 'plan' | 'milestone' | 'asOf'

/** Another page's address, with what both pages know of: only what is said here and was chosen. */
export function alongAddress(
  path: '/changes' | '/report' | '/board' | `/regions${string}`,
  filters: Pick<Filters, Kept>,
  names: readonly Kept[],
  more: Readonly<Record<string, string>> = {},
): string {
  const params = new URLSearchParams(more)
  for (const name of names) {
    if (filters[name] !== '') params.set(name, String(filters[name]))
  }
  const text = params.toString()
  return text ? `${path}?${text}` : path
}
