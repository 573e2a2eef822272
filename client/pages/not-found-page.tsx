import { textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'
import { useTitle } from '../layout/use-title.ts'

export function NotFoundPage() {
  const text = textOf(shellText)
  useTitle(text.notFoundTitle)
  return (
    <div class="trouble">
      <h1>{text.notFoundTitle}</h1>
      <p>{text.notFound}</p>
      <a class="button main" href="/">
        {text.backToOverview}
      </a>
    </div>
  )
}
