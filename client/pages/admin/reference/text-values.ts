import type { Label } from '../../../../server/domain/labels.ts'

/** What is said of a field that has to be filled in or chosen, and how a sentence is said. */
export interface Words {
  needed: string
  neededChoice: string
  say: (label: Label) => string
}

export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const isBlank = (text: string): boolean => text.trim() === ''
export const orNull = (text: string): string | null => (isBlank(text) ? null : text.trim())
