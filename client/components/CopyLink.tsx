import { useState } from 'preact/hooks'
import { copyLinkText } from '../i18n/copy-link.ts'
import { textOf } from '../i18n/language.ts'
import { copyText } from './copy-text.ts'
import './take-along.css'

/** Copies the address of the page as it is shown: every state is one. */
export function CopyLink() {
  const text = textOf(copyLinkText)
  const [told, setTold] = useState('')
  const act = async (): Promise<void> => {
    setTold('')
    setTold((await copyText(location.href)) ? text.copied : text.refused)
  }
  return (
    <span class="copy-link">
      <button type="button" class="as-link" onClick={() => void act()}>
        {text.copyLink}
      </button>
      <span class="told" role="status">
        {told}
      </span>
    </span>
  )
}
