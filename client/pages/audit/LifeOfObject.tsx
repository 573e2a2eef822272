import { useLocation } from 'preact-iso'
import { Trouble } from '../../layout/Trouble.tsx'
import { Waiting } from '../../layout/Waiting.tsx'
import { user } from '../../state/session.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { getAuditLife, useNames } from './audit-data.ts'
import { LifeView } from './LifeView.tsx'

/** The whole life of the object that the address names. */
export function LifeOfObject() {
  const { object = '', cursor = '' } = useLocation().query
  const names = useNames()
  const answer = useAnswer(`${user.value?.username} life ${object} ${cursor}`, (signal) =>
    getAuditLife(object, cursor, signal),
  )
  if (names.state === 'problem') return <Trouble problem={names.problem} retry={names.retry} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  if (names.state === 'loading' || answer.state === 'loading') {
    return <Waiting slow={(names.state === 'loading' && names.slow) || (answer.state === 'loading' && answer.slow)} />
  }
  return <LifeView life={answer.value} names={names.value} isFirst={cursor === ''} />
}
