import type { Account } from '../../../../server/contract/account.ts'
import { ROLE_LABELS } from '../../../../server/domain/labels.ts'
import type { AccountsText } from '../../../i18n/admin-accounts.ts'
import { say } from '../../../i18n/language.ts'

type Revision = Account['history'][number]

/** What one revision of an account changed against the one before it. */
export function toldChanges(
  before: Revision | undefined,
  after: Revision,
  text: AccountsText,
  regionName: (code: string | null) => string,
): string {
  const { was } = text
  if (before === undefined) return was.created
  return [
    before.displayName !== after.displayName && was.name(before.displayName, after.displayName),
    before.role !== after.role && was.role(say(ROLE_LABELS[before.role]), say(ROLE_LABELS[after.role])),
    before.regionCode !== after.regionCode && was.region(regionName(before.regionCode), regionName(after.regionCode)),
    before.email !== after.email && was.email,
    before.active !== after.active && (after.active ? was.active : was.inactive),
  ]
    .filter(Boolean)
    .join(was.joint)
}
