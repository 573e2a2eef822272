import type { ComponentChildren } from 'preact'
import { ROLE_LABELS } from '../../server/domain/labels.ts'
import type { AccountRole } from '../../server/domain/words.ts'
import { formText } from '../i18n/form.ts'
import { language, say, textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'
import { signInAddress } from '../state/address.ts'
import { session, user } from '../state/session.ts'

interface Props {
  roles: readonly AccountRole[]
  children: ComponentChildren
}

/** What is on a desk is shown to those who work at it; others are told whose it is. */
export function OnlyFor({ roles, children }: Props) {
  if (session.value === undefined) return null
  const role = user.value?.role
  if (role !== undefined && roles.includes(role)) return <>{children}</>
  const text = textOf(formText)
  const shell = textOf(shellText)
  const names = roles.map((one) => say(ROLE_LABELS[one])).join(language.value === 'en' ? ', ' : '、')
  return (
    <div class="trouble">
      <h1>{role === undefined ? shell.problems.session.title : text.onlyFor(names)}</h1>
      <p>{role === undefined ? shell.problems.session.advice : text.onlyForHint}</p>
      {role === undefined ? (
        <a class="button main" href={signInAddress(location.pathname + location.search)}>
          {shell.signIn}
        </a>
      ) : (
        <a class="button main" href="/">
          {shell.backToOverview}
        </a>
      )}
    </div>
  )
}
