import { useEffect } from 'preact/hooks'
import { textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'

/** The browser tab says the page first, then the product. */
export function useTitle(title: string): void {
  const name = textOf(shellText).name
  useEffect(() => {
    document.title = title ? `${title} · ${name}` : name
  }, [title, name])
}
