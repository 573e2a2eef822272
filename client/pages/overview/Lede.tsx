import { Fragment } from 'preact'
import { textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import type { Summary } from './summary.ts'

interface Props {
  summary: Summary
  scope: string
}

/** The answer, before anything else; then what must be known about it. */
export function Lede({ summary, scope }: Props) {
  const text = textOf(overviewText)
  const notes = text.notes(summary)
  return (
    <div class="lede">
      <h1>
        {summary.total === 0
          ? text.emptyHeadline
          : text.headline(summary, scope).map((phrase) => (
              <Fragment key={phrase}>
                <span class="phrase">{phrase.trim()}</span>
                {phrase.endsWith(' ') && ' '}
              </Fragment>
            ))}
      </h1>
      {notes.length > 0 && <p>{notes.join(text.sentences)}</p>}
    </div>
  )
}
