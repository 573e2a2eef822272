import { textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'

interface Props {
  /** Says so only when it takes long enough to be noticed. */
  slow: boolean
}

export function Waiting({ slow }: Props) {
  return (
    <p class="waiting aside">
      <output>{slow ? textOf(shellText).loading : ''}</output>
    </p>
  )
}
