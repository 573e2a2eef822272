import { formText } from '../../i18n/form.ts'
import { textOf } from '../../i18n/language.ts'
import type { Form } from './use-form.ts'
import './form.css'

interface Props<Values> {
  form: Form<Values>
  /** The verb of what is done, the same everywhere. */
  act: string
  /** Where one goes without saving anything: an address, or a way to close the form. */
  leave: string | (() => void)
}

/** What is wrong with the whole, the one filled button, and the way out. Comes last in its form. */
export function FormFoot<Values>({ form, act, leave }: Props<Values>) {
  const text = textOf(formText)
  const unplaced = form.unplaced()
  const isRefused = form.refusal !== '' || form.count > 0
  return (
    <div class="form-foot">
      <div role="alert">
        {isRefused && (
          <p class="form-refusal" tabIndex={-1}>
            {form.refusal || text.toMend(form.count)}
            {unplaced.map((said) => (
              <span key={said}>{said}</span>
            ))}
          </p>
        )}
      </div>
      <p class="form-acts">
        <button type="submit" class="button main" aria-disabled={form.isBusy}>
          {form.isBusy ? text.saving : act}
        </button>
        {typeof leave === 'string' ? (
          <a class="button" href={leave}>
            {text.cancel}
          </a>
        ) : (
          <button type="button" class="button" onClick={leave}>
            {text.cancel}
          </button>
        )}
      </p>
    </div>
  )
}
