import { formText } from '../../i18n/form.ts'
import { textOf } from '../../i18n/language.ts'
import { TextField } from './TextField.tsx'

interface Props {
  value: string
  fault: string | undefined
  onInput: (reason: string) => void
  hint?: string
  isOptional?: boolean
  hasFocus?: boolean
}

/** Why something is changed: asked of every change. */
export function ReasonField({ hint, ...field }: Props) {
  const text = textOf(formText)
  return <TextField {...field} label={text.reason} hint={hint ?? text.reasonHint} lines={2} />
}
