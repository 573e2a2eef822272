import type { PasswordPolicy } from './words.ts'

/** How long a session lasts without a request, and at most. */
export interface SessionLimits {
  idleMinutes: number
  absoluteHours: number
}

/** What a policy asks of a password, and for how long. */
export interface PasswordTerms {
  /** In characters as a reader counts them, half-width and full-width alike. */
  shortest: number
  longest: number
  /** Of the four classes, capital letters, small letters, digits and everything else, how many it must mix. */
  classes: number
  /** Whether the username may be a part of it. */
  mayHoldUsername: boolean
  /** Null: never, as long as nobody else knows it. */
  expiresAfterDays: number | null
  /** How many of the account's newest passwords cannot be taken again. */
  remembered: number
}

/** How many sign-ins may fail before the next has to wait, and for how long. */
export interface AttemptLimits {
  /** Failures that cost nothing: everyone mistypes. */
  free: number
  /** From this failure on, sign-in is held. */
  heldFrom: number
  holdMinutes: number
}

export interface Policy {
  passwords: PasswordTerms
  sessions: SessionLimits
  /** Of one account from one address. */
  attempts: AttemptLimits
}

/**
 * The two sets of rules between which an installation chooses.
 *
 * `nist`: NIST SP 800-63B-4 for a password that is the only factor: long, anything goes, no expiry, nothing commonplace.
 * `dengbao`: 等级保护 2.0 (GB/T 22239—2019, third level) as it is usually inspected: mixed, renewed, held after five failures.
 *
 * Source: docs/operations.md, "Passwords and sessions"
 */
export const POLICIES: Readonly<Record<PasswordPolicy, Policy>> = {
  nist: {
    passwords: { shortest: 15, longest: 200, classes: 1, mayHoldUsername: true, expiresAfterDays: null, remembered: 0 },
    sessions: { idleMinutes: 60, absoluteHours: 12 },
    attempts: { free: 3, heldFrom: 10, holdMinutes: 15 },
  },
  dengbao: {
    passwords: { shortest: 10, longest: 200, classes: 3, mayHoldUsername: false, expiresAfterDays: 90, remembered: 5 },
    sessions: { idleMinutes: 15, absoluteHours: 8 },
    attempts: { free: 2, heldFrom: 5, holdMinutes: 30 },
  },
}

/**
 * One account from anywhere, and any account from one address, under either policy. Much higher than what one person
 * mistypes or one office behind one address does, so that nobody is locked out by what happens elsewhere.
 */
export const ACCOUNT_ATTEMPTS: AttemptLimits = { free: 100, heldFrom: 100, holdMinutes: 15 }
export const ADDRESS_ATTEMPTS: AttemptLimits = { free: 100, heldFrom: 100, holdMinutes: 15 }

const FIRST_WAIT_SECONDS = 2

/**
 * How long after the last of `failures` the next attempt is taken, in seconds; 0 where at once.
 *
 * Twice as long with each failure beyond those that cost nothing, and then the hold.
 */
export function waitSeconds({ free, heldFrom, holdMinutes }: AttemptLimits, failures: number): number {
  if (failures >= heldFrom) return holdMinutes * 60
  return failures <= free ? 0 : Math.min(FIRST_WAIT_SECONDS * 2 ** (failures - free - 1), holdMinutes * 60)
}

/** Whether a password that was set at `setAt` has to be changed before anything else. */
export function isExpired(policy: PasswordPolicy, setAt: Date, now: Date): boolean {
  const { expiresAfterDays } = POLICIES[policy].passwords
  return expiresAfterDays !== null && now.getTime() - setAt.getTime() > expiresAfterDays * 86_400_000
}
