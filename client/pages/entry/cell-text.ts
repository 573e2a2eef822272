import { MISSING_REASON_LABELS, type Language } from '../../../server/domain/labels.ts'
import type { Kind } from '../../../server/domain/words.ts'
import type { Column } from './columns.ts'
import type { Content } from './content.ts'

/** Built or not, as it is shown and copied. */
export const BUILT: Readonly<Record<Language, readonly [string, string]>> = {
  'zh-CN': ['未建成', '已建成'],
  en: ['Not built', 'Built'],
}

const YES: Readonly<Record<Language, string>> = { 'zh-CN': '是', en: 'yes' }

/** What stands in the cell of the figure. */
export function figureText({ text, missingReason }: Content, kind: Kind, language: Language): string {
  if (missingReason !== null) return MISSING_REASON_LABELS[missingReason][language]
  if (kind !== 'done') return text
  const [no, yes] = BUILT[language]
  return text === '0' ? no : text === '1' ? yes : text
}

/** What a cell is copied as. */
export function cellText(content: Content, column: Column, kind: Kind, language: Language): string {
  if (column === 'value') return figureText(content, kind, language)
  if (column === 'provisional') return content.provisional ? YES[language] : ''
  return content[column]
}

const IS_PROVISIONAL = /^(是|初步|初步数|yes|y|true|1|√|✓|x)$/i
const IS_FINAL = /^(否|终值|no|n|false|0|×)$/i

/** The content with other text in one of its cells; undefined where the text is none for that cell. */
export function withCell(content: Content, column: Column, text: string): Content | undefined {
  switch (column) {
    case 'value':
      return { ...content, text: text.trim(), missingReason: null }
    case 'provisional':
      if (IS_PROVISIONAL.test(text.trim())) return { ...content, provisional: true }
      return IS_FINAL.test(text.trim()) ? { ...content, provisional: false } : undefined
    default:
      return { ...content, [column]: text.trim() }
  }
}

/** The content with one of its cells cleared. */
export function withoutCell(content: Content, column: Column): Content {
  switch (column) {
    case 'value':
      return { ...content, text: '', missingReason: null, provisional: false, breakBefore: false }
    case 'provisional':
      return { ...content, provisional: false }
    default:
      return { ...content, [column]: '' }
  }
}
