import type { Rows } from './rows.ts'
import { getSheet } from './sender.ts'

/** How old the sheet may be before it is asked for again. */
const STALE_MS = 30_000

/** Asks for the sheet again when someone comes back to the page: meanwhile a reviewer may have decided. */
export function lookAgain(name: { regionCode: string; year: number }, rows: Rows): () => void {
  let lookedAt = Date.now()
  const look = (): void => {
    if (document.visibilityState !== 'visible' || Date.now() - lookedAt < STALE_MS) return
    lookedAt = Date.now()
    // Whether the server can be reached is told by what is saved.
    getSheet(name).then(rows.refresh, () => undefined)
  }
  document.addEventListener('visibilitychange', look)
  return () => document.removeEventListener('visibilitychange', look)
}
