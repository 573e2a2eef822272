import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { sessionEnded } from '../state/ended.ts'
import { user } from '../state/session.ts'

/** Asks whoever was signed in to sign in again, where they are; nothing on the page is lost. Loaded when it is needed. */
export function SignInAgain() {
  const [Dialog, setDialog] = useState<ComponentType | null>(null)
  const isWanted = sessionEnded.value && user.value !== undefined
  useEffect(() => {
    if (!isWanted || Dialog !== null) return
    import('../pages/sign-in/SignInDialog.tsx')
      .then(({ SignInDialog }) => setDialog(() => SignInDialog))
      // The page shows that nothing is saved; the next refusal asks again.
      .catch(() => {
        sessionEnded.value = false
      })
  }, [isWanted, Dialog])
  return isWanted && Dialog !== null ? <Dialog /> : null
}
