import { useState } from 'preact/hooks'
import { copyTextWords } from '../i18n/copy-text.ts'
import { textOf } from '../i18n/language.ts'
import { copyText } from './copy-text.ts'
import './take-along.css'

/** Copies a text that stands beside it; `of` says of what, for those who do not see that. */
export function CopyText({ value, of }: { value: string; of: string }) {
  const text = textOf(copyTextWords)
  const [told, setTold] = useState('')
  const act = async (): Promise<void> => {
    setTold('')
    setTold((await copyText(value)) ? text.copied : text.refused)
  }
  return (
    <span class="copy-link">
      <button type="button" class="as-link" aria-label={text.copyOf(of)} onClick={() => void act()}>
        {text.copy}
      </button>
      <span class="told" role="status">
        {told}
      </span>
    </span>
  )
}
