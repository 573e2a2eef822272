import type { PasswordPolicy } from './words.ts'

/** How long a session lasts without a request, and at most. */
export interface SessionLimits {
  idleMinutes: number
  absoluteHours: number
}

/** Source: docs/operations.md, "Passwords and sessions" */
export const SESSION_LIMITS: Readonly<Record<PasswordPolicy, SessionLimits>> = {
  nist: { idleMinutes: 60, absoluteHours: 12 },
  dengbao: { idleMinutes: 15, absoluteHours: 8 },
}
