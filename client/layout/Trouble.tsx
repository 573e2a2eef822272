import type { Problem } from '../../server/contract/problem.ts'
import { textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'
import { signInAddress } from '../state/address.ts'

interface Props {
  problem: Problem
  retry?: () => void
}

const kindOf = ({ status }: Problem): 'network' | 'session' | 'refused' | 'absent' | 'server' => {
  if (status === 0) return 'network'
  if (status === 401) return 'session'
  if (status === 404) return 'absent'
  return status < 500 ? 'refused' : 'server'
}

/** What is wrong and what to do: another address where that one was refused, else a way to try again. */
export function Trouble({ problem, retry }: Props) {
  const text = textOf(shellText)
  const kind = kindOf(problem)
  const { title, advice } = text.problems[kind]
  const isAddress = kind === 'refused' || kind === 'absent'
  return (
    <div class="trouble" role="alert">
      <h1>{title}</h1>
      {kind === 'refused' && !problem.errors && <p>{problem.detail}</p>}
      {problem.errors?.map(({ path, message }) => (
        <p key={path}>
          <code>{path}</code> {message}
        </p>
      ))}
      <p>{advice}</p>
      {kind !== 'session' && problem.requestId && <p class="aside small">{text.requestId(problem.requestId)}</p>}
      {kind === 'session' ? (
        <a class="button main" href={signInAddress(location.pathname + location.search)}>
          {text.signIn}
        </a>
      ) : isAddress || !retry ? (
        <a class="button main" href="/">
          {text.backToOverview}
        </a>
      ) : (
        <button type="button" class="button main" onClick={retry}>
          {text.retry}
        </button>
      )}
    </div>
  )
}
