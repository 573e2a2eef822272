import type { Account } from '../../../../server/contract/account.ts'
import { FIELD_SENTENCES } from '../../../../server/domain/field-sentences.ts'
import type { Label } from '../../../../server/domain/labels.ts'
import type { AccountRole } from '../../../../server/domain/words.ts'
import { type Faults, toFaults } from '../../../components/form/faults.ts'
import { mentionsWords } from '../../../../server/domain/search.ts'

/** What is typed of an account. */
export interface AccountValues {
  username: string
  displayName: string
  role: AccountRole
  regionCode: string
  email: string
  reason: string
}

export const NEW_ACCOUNT: AccountValues = {
  username: '',
  displayName: '',
  role: 'reporter',
  regionCode: '',
  email: '',
  reason: '',
}

/** Reporters and reviewers work for one region; the others for none. */
export const isRegional = (role: AccountRole): boolean => role === 'reporter' || role === 'reviewer'

interface Words {
  needed: string
  say: (label: Label) => string
}

const USERNAME = /^[a-z0-9]+(-[a-z0-9]+)*$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export function lackingOfAccount(values: AccountValues, { needed, say }: Words): Faults {
  const { username, displayName, role, regionCode, email, reason } = values
  return toFaults({
    username: username.trim() === '' ? needed : !USERNAME.test(username.trim()) && say(FIELD_SENTENCES.username),
    displayName: displayName.trim() === '' && needed,
    regionCode: isRegional(role) && regionCode === '' && say(FIELD_SENTENCES['region-needed']),
    email: email.trim() !== '' && !EMAIL.test(email.trim()) && say(FIELD_SENTENCES.email),
    reason: reason.trim() === '' && needed,
  })
}

/** The terms as the server takes them. */
export const accountTerms = ({ displayName, role, regionCode, email }: AccountValues) => ({
  displayName: displayName.trim(),
  role,
  regionCode: isRegional(role) ? regionCode : null,
  email: email.trim() === '' ? null : email.trim(),
})

/** What can be done with an account. */
export const ACCOUNT_ACTS = ['change', 'link', 'sessions', 'deactivate', 'activate'] as const
export type AccountAct = (typeof ACCOUNT_ACTS)[number]

/** What can be done with this one. */
export const actsOf = ({ active }: Pick<Account, 'active'>): AccountAct[] =>
  active ? ['change', 'link', 'sessions', 'deactivate'] : ['change', 'activate']

/** Whether and how someone can sign in. */
export type AccountStand = 'inactive' | 'able' | 'invited' | 'without-link'

export const accountStand = ({
  active,
  hasPassword,
  invited,
}: Pick<Account, 'active' | 'hasPassword' | 'invited'>): AccountStand => {
  if (!active) return 'inactive'
  if (hasPassword) return 'able'
  return invited ? 'invited' : 'without-link'
}

/** Whether every word of `q` stands in what is known of the account, or in `names`. */
export const mentions = ({ username, displayName, email }: Account, names: readonly string[], q: string): boolean =>
  mentionsWords([username, displayName, email ?? '', ...names], q)
