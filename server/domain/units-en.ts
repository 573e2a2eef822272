/**
 * A unit as it follows its figure in English: “1 enterprise”, “1 person or team”, “23.17 × 100 million yuan”.
 *
 * @param unit as it follows a plural, without a sign of percent
 */
export function unitAfterEn(figure: string, unit: string): string {
  if (/^[0-9]/.test(unit)) return `× ${unit}`
  if (!/^[+\u2212-]?1$/.test(figure) || unit.startsWith('per ')) return unit
  return unit.replace(/ies\b/g, 'y').replace(/s\b/g, '').replace(/ and /g, ' or ')
}
