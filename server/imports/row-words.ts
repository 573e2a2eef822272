import { MISSING_REASON_LABELS } from '../domain/labels.ts'
import { MISSING_REASONS, type MissingReason } from '../domain/words.ts'

/** Whether a figure is provisional, as people write it; blank is not. Undefined where it is neither yes nor no. */
export function readProvisional(text: string): boolean | undefined {
  const word = text.normalize('NFKC').toLowerCase()
  if (['是', 'true', 'yes', 'y', '1', '√', '✓', '✔', '初步数'].includes(word)) return true
  return ['', '否', 'false', 'no', 'n', '0', '正式数'].includes(word) ? false : undefined
}

/** Why there is no figure, by code or in words of either language; null where blank, undefined where it is no reason. */
export function readReason(text: string): MissingReason | null | undefined {
  if (text === '') return null
  const word = text.normalize('NFKC').toLowerCase()
  return MISSING_REASONS.find(
    (reason) =>
      reason === word || MISSING_REASON_LABELS[reason]['zh-CN'] === word || MISSING_REASON_LABELS[reason].en === word,
  )
}
