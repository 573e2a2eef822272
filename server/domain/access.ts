import { type AccountRole, ACCOUNT_ROLES } from './words.ts'

/** Who asks: an account's role, or `public`, someone who is not signed in. */
export const READERS = ['public', ...ACCOUNT_ROLES] as const
export type Reader = (typeof READERS)[number]

/** How far a right reaches; `public-read`: everything, where the installation reads publicly. */
export type Scope = 'all' | 'own-region' | 'public-read' | 'none'

const none = {
  public: 'none',
  reporter: 'none',
  reviewer: 'none',
  leader: 'none',
  auditor: 'none',
  administrator: 'none',
} as const
const everyAccount = { reporter: 'all', reviewer: 'all', leader: 'all', auditor: 'all', administrator: 'all' } as const

/**
 * Who may do what: the table of access, of which nothing is an exception. What is not here may not be done.
 *
 * Source: docs/operations.md, "Who may do what"
 */
export const RIGHTS = {
  /** What says nothing of the data: signing in, whether the service runs, how the API is used. */
  'come-in': { ...everyAccount, public: 'all' },
  /** One's own session and password. */
  'keep-session': { ...everyAccount, public: 'none' },
  'read-approved': { ...everyAccount, public: 'public-read' },
  /** Which rounds there are and what they ask for. */
  'read-rounds': { ...everyAccount, public: 'none' },
  /** Drafts and submitted figures; a reviewer sees them once submitted, an administrator sees states without values. */
  'read-sheet': { ...none, reporter: 'own-region', reviewer: 'own-region', administrator: 'all' },
  /** Enter, import, submit, withdraw. */
  enter: { ...none, reporter: 'own-region' },
  /** Approve and return, what others entered. */
  review: { ...none, reviewer: 'own-region' },
  /** Snapshots and the audit log. */
  audit: { ...none, auditor: 'all' },
  /** Accounts, plans, indicators, targets and rounds. */
  administer: { ...none, administrator: 'all' },
} as const satisfies Record<string, Record<Reader, Scope>>
export type Right = keyof typeof RIGHTS

/** Whoever is signed in. */
export interface User {
  username: string
  displayName: string
  role: AccountRole
  /** Of reporters and reviewers only. */
  regionCode: string | null
}

/** How far the right reaches for this reader; undefined is someone who is not signed in. */
export function scopeOf(right: Right, user: User | undefined, publicRead: boolean): 'all' | 'own-region' | 'none' {
  const scope: Scope = RIGHTS[right][user?.role ?? 'public']
  if (scope === 'public-read') return publicRead ? 'all' : 'none'
  return scope
}

/** Whether the right reaches the region. */
export function reaches(right: Right, user: User, regionCode: string): boolean {
  const scope = scopeOf(right, user, false)
  return scope === 'all' || (scope === 'own-region' && user.regionCode === regionCode)
}
