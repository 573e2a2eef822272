import { either, language, textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import type { Pasted } from './paste.ts'

interface Props {
  pasted: Pasted
  onUndo: () => void
  onDismiss: () => void
}

/** Conversions that are told one by one. */
const MOST = 4

/** What became of a pasted block, and every text that was not taken. */
export function PasteReport({ pasted, onUndo, onDismiss }: Props) {
  const text = textOf(entryText)
  const { taken, headerRows, conversions, unclear, below, beside, locked, unfit, blank } = pasted
  const isEnglish = language.value === 'en'
  const count = (n: number, said: (n: number) => string): string[] => (n > 0 ? [said(n)] : [])
  const parts = [
    ...conversions
      .slice(0, MOST)
      .map(({ figure }) => text.conversion(figure.typed, figure.value.replace('-', '\u2212'))),
    ...count(unclear, text.unclear),
    ...count(headerRows, text.headers),
    ...count(below.length, text.below),
    ...count(beside.length, text.beside),
    ...count(locked.length, text.lockedCells),
    ...count(unfit.length, text.unfit),
    ...count(blank, text.blanks),
  ]
  const named = [...locked, ...unfit].map((one) => `${either(one.indicator.nameZh, one.indicator.nameEn)}：${one.text}`)
  const left = [...below, ...beside, ...named]
  return (
    <div class="notice paste-report">
      <div>
        <strong>{taken > 0 ? text.pasted(taken) : text.pastedNone}</strong>
        {parts.length > 0 && ` ${parts.join(isEnglish ? '; ' : '；')}${isEnglish ? '.' : '。'}`}
        {left.length > 0 && (
          <details>
            <summary>{text.show}</summary>
            <ul>
              {left.map((one, at) => (
                <li key={`${at} ${one}`}>{one}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <div class="notice-acts">
        {taken > 0 && (
          <button type="button" class="button small" onClick={onUndo}>
            <kbd>Ctrl</kbd> + <kbd>Z</kbd> {text.undoPaste}
          </button>
        )}
        <button type="button" class="button small" onClick={onDismiss}>
          {text.dismiss}
        </button>
      </div>
    </div>
  )
}
