import { useEffect, useMemo, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type Filters, toAddress } from './filters.ts'

const PAUSE_MS = 200

/**
 * The filters with the words that are being typed, and what takes these. They act at once; the address follows after a
 * pause and is replaced, so that Back does not go letter by letter.
 */
export function useTyped(filters: Filters): [Filters, (q: string) => void] {
  const { route } = useLocation()
  const [typed, setTyped] = useState({ q: filters.q, over: filters.q })
  const isAhead = typed.over === filters.q && typed.q !== filters.q // else the address went on, by a link or by Back
  const shown = useMemo(() => (isAhead ? { ...filters, q: typed.q, page: 1 } : filters), [isAhead, filters, typed.q])
  const address = isAhead ? toAddress(shown) : ''
  useEffect(() => {
    if (address === '') return
    const pause = setTimeout(() => route(address, true), PAUSE_MS)
    return () => clearTimeout(pause)
  }, [address, route])
  return [shown, (q) => setTyped({ q, over: filters.q })]
}
