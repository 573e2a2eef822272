import { useEffect, useRef } from 'preact/hooks'
import type { Problem } from '../../../server/contract/problem.ts'
import { importText } from '../../i18n/import.ts'
import { textOf } from '../../i18n/language.ts'
import { shellText } from '../../i18n/shell.ts'
import { sessionEnded } from '../../state/ended.ts'
import { type Refusal, remedyOf } from './refusal.ts'

interface Props {
  /** Of which file it speaks; empty where it is of none. */
  name: string
  refusal: Refusal
}

/** What did not come about, why, and what to do. */
export function RefusalNotice({ name, refusal }: Props) {
  const text = textOf(importText)
  const { problem, again } = refusal
  const doing = refusal.while
  const remedy = typeof problem === 'string' ? 'other-file' : remedyOf(problem)
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What was pressed may have gone with the preview.
    if (document.activeElement === document.body) notice.current?.focus()
  }, [refusal])
  const told = typeof problem === 'string' ? [text.faults[problem]] : toldProblem(problem, doing)
  return (
    <div class="import-notice" ref={notice} tabIndex={-1}>
      <p>
        <strong>{doing === 'reading' ? text.notRead(name) : text.notWritten}</strong>
      </p>
      {told.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {remedy === 'sign-in' && (
        <button
          type="button"
          class="button"
          onClick={() => {
            sessionEnded.value = true
          }}
        >
          {text.signIn}
        </button>
      )}
      {remedy === 'again' && again !== null && (
        <button type="button" class="button" onClick={again}>
          {text.again[doing]}
        </button>
      )}
    </div>
  )
}

function toldProblem({ status, detail, errors = [], requestId }: Problem, doing: Refusal['while']): string[] {
  const text = textOf(importText)
  if (status === 0 || status === 408) return [text.network[doing]]
  if (status === 401) return [text.ended[doing]]
  if (status === 413) return [text.faults['too-large']]
  if (status >= 500) return [text.server[doing], ...(requestId ? [textOf(shellText).requestId(requestId)] : [])]
  const messages = errors.map(({ message }) => message)
  return messages.length > 0 ? messages : [detail]
}
