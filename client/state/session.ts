import { computed, signal } from '@preact/signals'
import type { Session } from '../../server/contract/session.ts'
import type { User } from '../../server/domain/access.ts'
import { getSession, send } from '../api.ts'
import { sessionEnded } from './ended.ts'
import { forgetAnswers } from './answers.ts'

/** Who is signed in and at what kind of installation; undefined until it is known. */
export const session = signal<Session | undefined>(undefined)

export const user = computed<User | undefined>(() => session.value?.user ?? undefined)

/** Whether approved data can be read here now; taken for granted until it is known. */
export const mayRead = computed<boolean>(
  () => session.value === undefined || session.value.publicRead || session.value.user !== null,
)

/** Counts the times that someone signed in here: what was held up by the end of a session goes on then. */
export const signIns = signal(0)

/** Asks who is signed in. What was read before is another reader's, if it is another one now. */
export async function loadSession(): Promise<Session> {
  const now = await getSession()
  const before = session.peek()
  if (before !== undefined && before.user?.username !== now.user?.username) forgetAnswers()
  session.value = now
  if (now.user !== null) sessionEnded.value = false
  return now
}

export async function signIn(username: string, password: string): Promise<Session> {
  await send<unknown>('POST', '/api/session', { username, password })
  const now = await loadSession()
  signIns.value++
  return now
}

/** Whoever is signed out already is so all the same. */
export async function signOut(): Promise<void> {
  await send('DELETE', '/api/session').catch(() => undefined)
  await loadSession()
  sessionEnded.value = false
  forgetAnswers()
}
