import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { getHealth } from '../api.ts'
import { textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'
import { loadSession, mayRead, session } from '../state/session.ts'
import { useAnswer } from '../state/use-answer.ts'
import { Colophon } from './Colophon.tsx'
import { Masthead } from './Masthead.tsx'
import { nowOf } from './past.ts'
import { SignInAgain } from './SignInAgain.tsx'

interface Props {
  children: ComponentChildren
}

/** What every page has around it: skip links, sample band, masthead, colophon. A board on the wall has the wall alone. */
export function Shell({ children }: Props) {
  const text = textOf(shellText)
  const health = useAnswer('health', getHealth)
  const { path, query, route } = useLocation()
  const mustChangePassword = session.value?.passwordExpired === true && path !== '/account'
  useEffect(() => {
    // Without an answer the pages can be read as by someone who is not signed in; they say themselves what is refused.
    loadSession().catch(() => undefined)
  }, [])
  useEffect(() => {
    if (mustChangePassword) route('/account')
  }, [mustChangePassword, route])
  const isBare = path === '/board'
  const now = nowOf(health)
  const isSample = health.state === 'ready' && health.value.sampleObservations > 0
  return (
    <>
      {!isBare && (
        <a class="skip" href="#main">
          {text.skip}
        </a>
      )}
      {path === '/' && mayRead.value && (
        <a class="skip" href="#list">
          {text.skipToList}
        </a>
      )}
      {isSample && !isBare && (
        <aside class="sample-band" aria-label={text.sample}>
          <strong>{text.sample}</strong>
          {text.sampleNote}
        </aside>
      )}
      {!isBare && <Masthead path={path} asOf={query['asOf']} now={now} />}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {!isBare && <SignInAgain />}
      {!isBare && (
        <Colophon
          asOf={query['asOf']}
          version={health.state === 'ready' ? health.value.version : ''}
          isSample={isSample}
        />
      )}
    </>
  )
}
