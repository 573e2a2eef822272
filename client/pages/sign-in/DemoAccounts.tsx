import { useState } from 'preact/hooks'
import type { Session } from '../../../server/contract/session.ts'
import { ROLE_LABELS } from '../../../server/domain/labels.ts'
import type { AccountRole } from '../../../server/domain/words.ts'
import { ProblemError } from '../../api.ts'
import { language, say, textOf } from '../../i18n/language.ts'
import { sessionText } from '../../i18n/session.ts'
import { signIn } from '../../state/session.ts'

const PASSWORD = 'demo-only-password'
const REGIONAL: readonly AccountRole[] = ['reporter', 'reviewer']
const OTHERS: readonly [string, AccountRole][] = [
  ['leader', 'leader'],
  ['auditor', 'auditor'],
  ['admin', 'administrator'],
]

/** The accounts of the demo, each a click away. */
export function DemoAccounts({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const text = textOf(sessionText)
  const [refusal, setRefusal] = useState('')
  const enter = async (username: string): Promise<void> => {
    setRefusal('')
    try {
      onSignedIn(await signIn(username, PASSWORD))
    } catch (error) {
      setRefusal(error instanceof ProblemError && error.problem.detail ? error.problem.detail : text.network)
    }
  }
  const accounts = [
    ...['qh', 'sd', 'hb', 'cn'].flatMap((prefix) =>
      REGIONAL.map((role) => ({
        username: `${prefix}-${role}`,
        label: [text.demoRegions[prefix], say(ROLE_LABELS[role])].join(language.value === 'en' ? ' · ' : ''),
      })),
    ),
    ...OTHERS.map(([username, role]) => ({ username, label: say(ROLE_LABELS[role]) })),
  ]
  return (
    <section class="demo-accounts" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{text.demoTitle}</h2>
      <p class="small aside">{text.demoHint}</p>
      <ul>
        {accounts.map(({ username, label }) => (
          <li key={username}>
            <button type="button" class="button" onClick={() => void enter(username)}>
              {label} <small>{username}</small>
            </button>
          </li>
        ))}
      </ul>
      <p class="refusal" role="alert">
        {refusal}
      </p>
    </section>
  )
}
