import { useState } from 'preact/hooks'
import { ROLE_LABELS } from '../../../server/domain/labels.ts'
import { send } from '../../api.ts'
import { say, textOf } from '../../i18n/language.ts'
import { sessionText } from '../../i18n/session.ts'
import { NOT_SIGNED_IN } from '../../layout/not-signed-in.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { loadSession, session } from '../../state/session.ts'
import { NewPasswordForm } from './NewPasswordForm.tsx'
import './sign-in.css'

/** The own account, and another password for it. */
export function AccountPage() {
  const text = textOf(sessionText)
  const [isDone, setDone] = useState(false)
  useTitle(text.accountTitle)
  const now = session.value
  if (now === undefined) return null
  if (now.user === null) return <Trouble problem={NOT_SIGNED_IN} />
  const { username, displayName, role } = now.user
  return (
    <div class="password-page">
      <h1>{displayName}</h1>
      <p>{text.accountLead(username, say(ROLE_LABELS[role]))}</p>
      {now.passwordExpired && <p class="refusal">{text.expired}</p>}
      <h2>{text.changeTitle}</h2>
      {isDone ? (
        <output class="together">{text.done}</output>
      ) : (
        <NewPasswordForm
          username={username}
          policy={now.passwordPolicy}
          isChange
          save={async (passwords) => {
            await send<unknown>('PUT', '/api/session/password', passwords)
            await loadSession()
            setDone(true)
          }}
        />
      )}
    </div>
  )
}
