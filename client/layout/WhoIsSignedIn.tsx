import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ROLE_LABELS } from '../../server/domain/labels.ts'
import { say, textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'
import { signInAddress } from '../state/address.ts'
import { session, signOut, user } from '../state/session.ts'

/** Who is signed in, with the way to the own password and out; or the way in. */
export function WhoIsSignedIn() {
  const text = textOf(shellText)
  const { url, path, route } = useLocation()
  const [hasFailed, setFailed] = useState(false)
  if (session.value === undefined) return null
  const who = user.value
  if (who === undefined) {
    return path === '/sign-in' ? null : (
      <a class="button quiet" href={signInAddress(url)}>
        {text.signIn}
      </a>
    )
  }
  const leave = async (): Promise<void> => {
    setFailed(false)
    const isOut = await signOut().then(
      () => user.value === undefined,
      () => false,
    )
    setFailed(!isOut)
    if (isOut) route('/')
  }
  return (
    <>
      <a class="button quiet who" href="/account" title={text.account}>
        <span>{who.displayName}</span> <small>{say(ROLE_LABELS[who.role])}</small>
      </a>
      <button type="button" class="button quiet" onClick={() => void leave()}>
        {text.signOut}
      </button>
      {hasFailed && (
        <span class="sign-out-failed" role="alert">
          {text.signOutFailed}
        </span>
      )}
    </>
  )
}
