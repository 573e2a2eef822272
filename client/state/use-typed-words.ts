import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'

const PAUSE_MS = 200

/**
 * The words that are being typed, and what takes these. They act at once; the address follows after a pause and is
 * replaced, so that Back does not go letter by letter.
 *
 * @param words as the address has them
 * @param toAddress the address with other words
 */
export function useTypedWords(words: string, toAddress: (typed: string) => string): [string, (typed: string) => void] {
  const { route } = useLocation()
  const [typed, setTyped] = useState({ words, over: words })
  const isAhead = typed.over === words && typed.words !== words // else the address went on, by a link or by Back
  const address = isAhead ? toAddress(typed.words) : ''
  useEffect(() => {
    if (address === '') return
    const pause = setTimeout(() => route(address, true), PAUSE_MS)
    return () => clearTimeout(pause)
  }, [address, route])
  return [isAhead ? typed.words : words, (next) => setTyped({ words: next, over: words })]
}
