import { useLocation } from 'preact-iso'
import type { Session } from '../../../server/contract/session.ts'
import { textOf } from '../../i18n/language.ts'
import { sessionText } from '../../i18n/session.ts'
import { useTitle } from '../../layout/use-title.ts'
import { comeBackTo } from '../../state/address.ts'
import { session } from '../../state/session.ts'
import { deskOf } from './desk-of.ts'
import { DemoAccounts } from './DemoAccounts.tsx'
import { SignInForm } from './SignInForm.tsx'
import './sign-in.css'

/** Signs in and leads back to where one came from, else to one's desk. */
export function SignInPage() {
  const text = textOf(sessionText)
  const { query, route } = useLocation()
  useTitle(text.title)
  const goOn = async (signedIn: Session): Promise<void> =>
    route(comeBackTo(query['to']) ?? (await deskOf(signedIn)), true)
  const begin = (signedIn: Session): void => void goOn(signedIn)
  return (
    <div class="sign-in">
      <h1>{text.title}</h1>
      <p>{session.value?.publicRead === false ? text.leadClosed : text.lead}</p>
      <div class="sign-in-ways">
        <SignInForm onSignedIn={begin} />
        {session.value?.mode === 'demo' && <DemoAccounts onSignedIn={begin} />}
      </div>
    </div>
  )
}
