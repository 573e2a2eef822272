import { signal } from '@preact/signals'

/** A one-time link as it was answered: nobody can ask for it again. */
export interface GivenLink {
  name: string
  path: string
  expiresAt: string
}

export const givenLink = signal<GivenLink | null>(null)
