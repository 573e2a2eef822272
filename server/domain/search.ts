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

/**
 * Whether every word of `q` stands somewhere in the texts. Words are parted by white space and come in any order; without
 * any, everything matches.
 */
export function mentionsWords(texts: readonly string[], q: string): boolean {
  const haystack = plain(texts.join('\n'))
  return plain(q)
    .split(/\s+/)
    .every((word) => haystack.includes(word))
}

/**
 * Whether every word of `q` stands somewhere in the target's names, quotes, clauses and codes, or in `names`, those of its
 * plan and region.
 */
export function mentionsAll(target: Searched, names: readonly string[], q: string): boolean {
  const { nameZh, nameEn, shortNameZh, shortNameEn, definitionZh, definitionEn } = target.indicator
  const { id, planCode, indicatorCode, ownerZh, clause, quote, conflicts } = target
  const own = [id, planCode, indicatorCode, ownerZh ?? '', clause, quote]
  const ofIndicator = [nameZh, nameEn, shortNameZh, shortNameEn, definitionZh, definitionEn]
  const ofConflicts = conflicts.flatMap((conflict) => [conflict.clause, conflict.quote])
  return mentionsWords([...own, ...ofIndicator, ...ofConflicts, ...names], q)
}
