import { useLocation, useRoute } from 'preact-iso'
import type { Invitation } from '../../../server/contract/session.ts'
import { get, send } from '../../api.ts'
import { language, textOf } from '../../i18n/language.ts'
import { sessionText } from '../../i18n/session.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { loadSession } from '../../state/session.ts'
import { toMoment } from '../../moment.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { deskOf } from './desk-of.ts'
import { NewPasswordForm } from './NewPasswordForm.tsx'
import './sign-in.css'

/** Whoever holds a one-time link sets the password of the account, and is signed in. */
export function WelcomePage() {
  const text = textOf(sessionText)
  const { params } = useRoute()
  const { route } = useLocation()
  const address = `/api/invitations/${encodeURIComponent(params['token'] ?? '')}`
  const answer = useAnswer(address, (signal) => get<Invitation>(address, {}, signal))
  useTitle(answer.state === 'ready' ? text.welcomeTitle(answer.value.displayName) : text.welcomeGone)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem' && answer.problem.status !== 404) {
    return <Trouble problem={answer.problem} retry={answer.retry} />
  }
  if (answer.state === 'problem') {
    return (
      <div class="trouble">
        <h1>{text.welcomeGone}</h1>
        <p>{text.welcomeGoneHint}</p>
        <a class="button main" href="/sign-in">
          {text.signIn}
        </a>
      </div>
    )
  }
  const { username, displayName, passwordPolicy, expiresAt } = answer.value
  return (
    <div class="password-page">
      <h1>{text.welcomeTitle(displayName)}</h1>
      <p>{text.welcomeLead(username, toMoment(expiresAt, language.value))}</p>
      <NewPasswordForm
        username={username}
        policy={passwordPolicy}
        isChange={false}
        save={async ({ newPassword }) => {
          await send<unknown>('POST', address, { password: newPassword })
          route(await deskOf(await loadSession()), true)
        }}
      />
    </div>
  )
}
