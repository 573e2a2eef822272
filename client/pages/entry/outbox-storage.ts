import type { Unsent } from './row-state.ts'

// What the server has not acknowledged, kept by this browser until it has: each open page under a key of its own, so that
// two of them never write over each other.

const VERSION = 1
const PREFIX = `tanbiao.outbox.${VERSION}`

/** Whose outbox, and of which sheet. */
export interface OutboxName {
  username: string
  regionCode: string
  year: number
}

export type Kept = Readonly<Record<string, Unsent>>

/** Only what is used of localStorage, which may be forbidden: then nothing is kept, and the page says so when it is left. */
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const startOf = ({ username, regionCode, year }: OutboxName): string => `${PREFIX}/${username}/${regionCode}/${year}/`

/** Keeps what this page has not sent; false where the browser does not let it. */
export function keep(store: Store, name: OutboxName, page: string, kept: Kept): boolean {
  try {
    if (Object.keys(kept).length === 0) store.removeItem(startOf(name) + page)
    else store.setItem(startOf(name) + page, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

const isUnsent = (value: unknown): value is Unsent =>
  typeof value === 'object' && value !== null && 'content' in value && 'measure' in value && 'base' in value

function parse(text: string | null): Record<string, Unsent> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).filter(([, one]) => isUnsent(one)))
  } catch {
    return {}
  }
}

export interface Found {
  /** By row the newest. */
  newest: Record<string, Unsent>
  /** Older ones of the same rows that say something else. */
  older: { key: string; unsent: Unsent }[]
  /** Forgets what was found, once it is kept elsewhere. */
  forget: () => void
}

/** What pages left behind that are closed. `isOpen` tells which are not. */
export function findLeft(store: Store, name: OutboxName, isOpen: (page: string) => boolean): Found {
  const start = startOf(name)
  const keys: string[] = []
  const found: Found = {
    newest: Object.create(null) as Found['newest'], // no row is there by the names that objects have of themselves
    older: [],
    forget: () => keys.forEach((key) => store.removeItem(key)),
  }
  try {
    for (let at = 0; at < store.length; at++) {
      const key = store.key(at) ?? ''
      if (key.startsWith(start) && !isOpen(key.slice(start.length))) keys.push(key)
    }
    for (const key of keys) {
      for (const [row, unsent] of Object.entries(parse(store.getItem(key)))) add(found, row, unsent)
    }
  } catch {
    // see `Store`
  }
  return found
}

function add(found: Found, key: string, unsent: Unsent): void {
  const other = found.newest[key]
  if (other === undefined) {
    found.newest[key] = unsent
    return
  }
  const [newer, older] = other.at > unsent.at ? [other, unsent] : [unsent, other]
  found.newest[key] = newer
  if (JSON.stringify(newer.content) !== JSON.stringify(older.content)) found.older.push({ key, unsent: older })
}
