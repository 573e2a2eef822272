import { useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { AuditList } from '../../../server/contract/audit.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { Waiting } from '../../layout/Waiting.tsx'
import { user } from '../../state/session.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { auditAddress, conditionsOf, toAsked } from './asked.ts'
import { getAudit, useNames } from './audit-data.ts'
import { AuditView } from './AuditView.tsx'

/** The log with the conditions of the address. */
export function AuditSearch() {
  const { query } = useLocation()
  const asked = toAsked(query)
  const names = useNames()
  const answer = useAnswer(`${user.value?.username} ${auditAddress(asked)}`, (signal) => getAudit(asked, signal))
  // While other lines are fetched, those before stay, so that a condition is not taken from under whoever sets it.
  const shown = useRef<AuditList | null>(null)
  if (answer.state === 'ready') shown.current = answer.value
  if (names.state === 'problem') return <Trouble problem={names.problem} retry={names.retry} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  if (names.state === 'loading' || shown.current === null) {
    return <Waiting slow={(names.state === 'loading' && names.slow) || (answer.state === 'loading' && answer.slow)} />
  }
  return (
    <AuditView
      list={shown.current}
      isOld={answer.state === 'loading'}
      names={names.value}
      asked={asked}
      isFiltered={conditionsOf(asked).length > 0}
    />
  )
}
