import { textOf } from '../../i18n/language.ts'
import { shellText } from '../../i18n/shell.ts'

export function MethodPage() {
  return <h1>{textOf(shellText).method}</h1>
}
