import { useMemo } from 'preact/hooks'
import { useTypedWords } from '../../state/use-typed-words.ts'
import { type Filters, toAddress } from './filters.ts'

/** The filters with the words that are being typed, and what takes these. */
export function useTyped(filters: Filters): [Filters, (q: string) => void] {
  const [q, type] = useTypedWords(filters.q, (typed) => toAddress(filters, { q: typed }))
  const shown = useMemo(() => (q === filters.q ? filters : { ...filters, q, page: 1 }), [filters, q])
  return [shown, type]
}
