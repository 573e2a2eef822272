import type { AdminPart } from '../../i18n/admin.ts'

/** A part of the administration, with a form open where the address names one. */
export const adminAddress = (part: AdminPart, query: Readonly<Record<string, string>> = {}): string => {
  const kept = Object.entries(query).filter(([, value]) => value !== '')
  return `/admin/${part}${kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''}`
}

/** What in an address opens a form. */
const FORMS = ['new', 'extend', 'change', 'account', 'target', 'indicator']

export const opensForm = (query: Readonly<Record<string, string>>): boolean => FORMS.some((name) => query[name])
