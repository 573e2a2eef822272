import type { Problem } from '../../server/contract/problem.ts'
import { textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'

interface Props {
  problem: Problem
  retry?: () => void
}

/** What is wrong, what to do, and a way to try again. */
export function Trouble({ problem, retry }: Props) {
  const text = textOf(shellText)
  const [title, advice] = text.problems[problem.code] ?? text.problems['other'] ?? ['', '']
  return (
    <div class="trouble" role="alert">
      <h1>{title}</h1>
      <p>{problem.detail || advice}</p>
      {problem.detail && <p>{advice}</p>}
      {problem.requestId && <p class="aside small">{text.requestId(problem.requestId)}</p>}
      {retry && (
        <button type="button" class="button main" onClick={retry}>
          {text.retry}
        </button>
      )}
    </div>
  )
}
