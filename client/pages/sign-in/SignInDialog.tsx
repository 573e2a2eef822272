import { useEffect, useRef } from 'preact/hooks'
import { textOf } from '../../i18n/language.ts'
import { sessionText } from '../../i18n/session.ts'
import { sessionEnded } from '../../state/ended.ts'
import { user } from '../../state/session.ts'
import { SignInForm } from './SignInForm.tsx'
import './sign-in.css'

/** Signs in where one is: the page behind it keeps everything and goes on afterwards. */
export function SignInDialog() {
  const text = textOf(sessionText)
  const dialog = useRef<HTMLDialogElement>(null)
  const name = user.value?.displayName ?? ''
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    const password = dialog.current?.querySelector('input[type="password"]')
    if (password instanceof HTMLElement) password.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const leave = (): void => {
    sessionEnded.value = false
  }
  return (
    <dialog ref={dialog} class="sign-in-dialog" aria-labelledby="sign-in-again" onCancel={leave}>
      <h2 id="sign-in-again">{text.again}</h2>
      <p>{text.againLead(name)}</p>
      <SignInForm expected={user.value?.username ?? ''} onSignedIn={leave} />
      <p class="small aside">{text.againOther(name)}</p>
      <button type="button" class="button quiet" onClick={leave}>
        {text.later}
      </button>
    </dialog>
  )
}
