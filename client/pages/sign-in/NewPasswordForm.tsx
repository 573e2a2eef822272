import { useId, useState } from 'preact/hooks'
import { passwordFaults } from '../../../server/domain/password-faults.ts'
import { POLICIES } from '../../../server/domain/policies.ts'
import type { PasswordPolicy } from '../../../server/domain/words.ts'
import { ProblemError } from '../../api.ts'
import { textOf } from '../../i18n/language.ts'
import { sessionText } from '../../i18n/session.ts'
import { PasswordField } from './PasswordField.tsx'

interface Props {
  username: string
  policy: PasswordPolicy
  /** Whether the present password is asked for. */
  isChange: boolean
  /** Rejects with what the server refuses. */
  save: (passwords: { password: string; newPassword: string }) => Promise<void>
}

const saidBy = (error: unknown, otherwise: string): string =>
  error instanceof ProblemError
    ? [...new Set(error.problem.errors?.map(({ message }) => message) ?? [])].join(' ') ||
      error.problem.detail ||
      otherwise
    : otherwise

/** A new password, typed twice, with the rules and whether each is kept as it is typed. */
export function NewPasswordForm({ username, policy, isChange, save }: Props) {
  const text = textOf(sessionText)
  const id = useId()
  const [password, setPassword] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState('')
  const faults = passwordFaults(policy, next, username)

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    setRefusal(next === again ? '' : text.differs)
    if (next !== again) return
    setBusy(true)
    await save({ password, newPassword: next }).catch((error: unknown) => setRefusal(saidBy(error, text.failed)))
    setBusy(false)
  }

  return (
    <form class="sign-in-form" method="post" noValidate onSubmit={(event) => void submit(event)}>
      <input
        class="visually-hidden"
        type="text"
        autocomplete="username"
        value={username}
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      {isChange && (
        <PasswordField label={text.present} name="current-password" value={password} onInput={setPassword} hasFocus />
      )}
      <PasswordField
        label={isChange ? text.next : text.password}
        name="new-password"
        value={next}
        onInput={setNext}
        describedBy={`${id}-rules`}
        hasFocus={!isChange}
      />
      <ul id={`${id}-rules`} class="password-rules">
        {text.rules(POLICIES[policy].passwords).map((rule) => {
          const isKept = rule.fault !== undefined && next !== '' && !faults.some((fault) => rule.fault?.test(fault))
          return (
            <li key={rule.text} class={isKept ? 'kept' : undefined}>
              {rule.text}
              {rule.fault !== undefined && next !== '' && <small> {isKept ? `✓ ${text.kept}` : text.notKept}</small>}
            </li>
          )
        })}
      </ul>
      <PasswordField label={text.repeat} name="new-password" value={again} onInput={setAgain} />
      <p class="refusal" role="alert">
        {refusal}
      </p>
      <button type="submit" class="button main" aria-disabled={isBusy}>
        {isBusy ? text.wait : isChange ? text.change : text.set}
      </button>
    </form>
  )
}
