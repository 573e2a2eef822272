import { signal } from '@preact/signals'

/** True from the first request that is refused because nobody is signed in any more until someone is. */
export const sessionEnded = signal(false)
