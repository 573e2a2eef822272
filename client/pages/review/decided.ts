import { signal } from '@preact/signals'
import type { Observation } from '../../../server/contract/observation.ts'
import type { ReviewItem } from '../../../server/contract/review.ts'
import { user } from '../../state/session.ts'

/** Something that was decided on this visit. */
export interface Decided {
  item: ReviewItem
  observation: Observation
}

/** Stays while one looks at a target and comes back; goes with the one who decided. */
const kept = signal<{ username: string | undefined; decided: readonly Decided[] }>({ username: undefined, decided: [] })

/** What the one who is signed in decided on this visit, the latest first. */
export const decidedHere = (): readonly Decided[] =>
  kept.value.username === user.value?.username ? kept.value.decided : []

export function keepDecided(items: readonly ReviewItem[], observations: readonly Observation[]): void {
  const decided = observations.flatMap((observation) => {
    const item = items.find((one) => one.observation.id === observation.id)
    return item ? [{ item, observation }] : []
  })
  kept.value = { username: user.peek()?.username, decided: [...decided, ...decidedHere()] }
}
