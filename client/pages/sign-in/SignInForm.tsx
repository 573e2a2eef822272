import { useId, useState } from 'preact/hooks'
import type { Session } from '../../../server/contract/session.ts'
import { ProblemError } from '../../api.ts'
import { textOf } from '../../i18n/language.ts'
import { sessionText } from '../../i18n/session.ts'
import { signIn } from '../../state/session.ts'
import { PasswordField } from './PasswordField.tsx'

interface Props {
  /** Who is expected to sign in again. */
  expected?: string
  onSignedIn: (session: Session) => void
}

/** User name and password. What is wrong stands above the button and is announced. */
export function SignInForm({ expected = '', onSignedIn }: Props) {
  const text = textOf(sessionText)
  const id = useId()
  const [username, setUsername] = useState(expected)
  const [password, setPassword] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState('')

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    if (username.trim() === '' || password === '') {
      setRefusal(text.empty)
      return
    }
    setBusy(true)
    setRefusal('')
    try {
      onSignedIn(await signIn(username.trim(), password))
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : undefined
      setRefusal(problem === undefined || problem.status === 0 ? text.network : problem.detail)
      setBusy(false)
    }
  }

  return (
    <form class="sign-in-form" method="post" noValidate onSubmit={(event) => void submit(event)}>
      <div class="field">
        <label for={`${id}-name`}>{text.username}</label>
        <input
          id={`${id}-name`}
          name="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          value={username}
          // The keyboard is wanted here and nowhere else.
          ref={(input) => (expected === '' && username === '' ? input?.focus() : undefined)}
          onInput={(event) => setUsername(event.currentTarget.value)}
        />
      </div>
      <PasswordField label={text.password} name="current-password" value={password} onInput={setPassword} />
      <p class="refusal" role="alert">
        {refusal}
      </p>
      <button type="submit" class="button main" aria-disabled={isBusy}>
        {isBusy ? text.signingIn : text.signIn}
      </button>
    </form>
  )
}
