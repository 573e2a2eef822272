import { Fragment } from 'preact'
import { FLAG_LABELS } from '../../../server/domain/labels.ts'
import type { Flag } from '../../../server/domain/words.ts'
import { say, textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'

interface Props {
  flags: readonly Flag[]
  /** One line: the first, and how many more there are. */
  isBrief: boolean
}

/** What must be said beside a status. */
export function Flags({ flags, isBrief }: Props) {
  const text = textOf(overviewText)
  const [first, ...others] = flags
  if (first === undefined) return null
  if (isBrief && others.length > 0) {
    const rest = others.map((flag) => say(FLAG_LABELS[flag])).join(text.comma)
    return (
      <small title={`${say(FLAG_LABELS[first])}${text.comma}${rest}`}>
        {say(FLAG_LABELS[first])} <span aria-hidden="true">{text.moreRemarks(others.length)}</span>
        <span class="visually-hidden">
          {text.comma}
          {rest}
        </span>
      </small>
    )
  }
  return (
    <small>
      {flags.map((flag, index) => (
        <Fragment key={flag}>
          <span class="together">
            {say(FLAG_LABELS[flag])}
            {index < flags.length - 1 && text.comma.trim()}
          </span>
          {text.space}
        </Fragment>
      ))}
    </small>
  )
}
