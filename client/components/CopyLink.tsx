import { useState } from 'preact/hooks'
import { copyLinkText } from '../i18n/copy-link.ts'
import { textOf } from '../i18n/language.ts'
import './take-along.css'

/** Over plain HTTP browsers keep the clipboard to themselves; the old way still works there. */
function copiedTheOldWay(link: string): boolean {
  const field = document.createElement('textarea')
  field.value = link
  field.style.cssText = 'position: fixed; top: 0; opacity: 0'
  const before = document.activeElement
  document.body.append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}

async function copy(link: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(link)
    return true
  } catch {
    return copiedTheOldWay(link)
  }
}

/** Copies the address of the page as it is shown: every state is one. */
export function CopyLink() {
  const text = textOf(copyLinkText)
  const [told, setTold] = useState('')
  const act = async (): Promise<void> => {
    setTold('')
    setTold((await copy(location.href)) ? text.copied : text.refused)
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
