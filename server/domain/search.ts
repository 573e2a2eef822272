/** What of a target is searched. */
interface Searched {
  id: string
  planCode: string
  indicatorCode: string
  ownerZh: string | null
  clause: string
  quote: string
  conflicts: readonly { clause: string; quote: string }[]
  indicator: {
    nameZh: string
    nameEn: string
    shortNameZh: string
    shortNameEn: string
    definitionZh: string
    definitionEn: string
  }
}

/** Full-width and half-width, capital and small letters are the same to who searches. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The words of a search, plain. They are parted by white space and come in any order. */
export const wordsOf = (q: string): string[] => plain(q).split(/\s+/)

/** Whether every word stands somewhere in a text that is plain already. */
export const hasWords = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word))

/** Whether every word of `q` stands somewhere in the texts; without any, everything matches. */
export const mentionsWords = (texts: readonly string[], q: string): boolean =>
  hasWords(plain(texts.join('\n')), wordsOf(q))

/** Everything in which a target is looked for: its names, quotes, clauses and codes, and `names`, those of its plan and region. */
function searchedTexts(target: Searched, names: readonly string[]): string[] {
  const { nameZh, nameEn, shortNameZh, shortNameEn, definitionZh, definitionEn } = target.indicator
  const { id, planCode, indicatorCode, ownerZh, clause, quote, conflicts } = target
  const own = [id, planCode, indicatorCode, ownerZh ?? '', clause, quote]
  const ofIndicator = [nameZh, nameEn, shortNameZh, shortNameEn, definitionZh, definitionEn]
  const ofConflicts = conflicts.flatMap((conflict) => [conflict.clause, conflict.quote])
  return [...own, ...ofIndicator, ...ofConflicts, ...names]
}

/** The same as one plain text: `mentionsAll(target, names, q)` is `hasWords(searchedText(target, names), wordsOf(q))`. */
export const searchedText = (target: Searched, names: readonly string[]): string =>
  plain(searchedTexts(target, names).join('\n'))

/**
 * Whether every word of `q` stands somewhere in the target's names, quotes, clauses and codes, or in `names`, those of its
 * plan and region.
 */
export const mentionsAll = (target: Searched, names: readonly string[], q: string): boolean =>
  mentionsWords(searchedTexts(target, names), q)
