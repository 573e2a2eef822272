import { signal } from '@preact/signals'

/** What was done last, until something else is begun. */
export const told = signal('')
