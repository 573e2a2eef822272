import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'

/** A part of the page that could not be read; the rest stays. */
export function NotRead({ retry }: { retry: () => void }) {
  const text = textOf(overviewText)
  return (
    <p class="small" role="alert">
      {text.freshFailed}{' '}
      <button type="button" class="button quiet" onClick={retry}>
        {text.retry}
      </button>
    </p>
  )
}
