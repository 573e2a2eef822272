import { useState } from 'preact/hooks'
import type { Account } from '../../../../server/contract/account.ts'
import { ROLE_LABELS } from '../../../../server/domain/labels.ts'
import { ColumnHeads } from '../../../components/ColumnHeads.tsx'
import { Limited } from '../../../components/Limited.tsx'
import { toDate } from '../../../format.ts'
import { accountsText } from '../../../i18n/admin-accounts.ts'
import { say, textOf } from '../../../i18n/language.ts'
import { adminAddress } from '../address.ts'
import { SearchLine } from '../SearchLine.tsx'
import { accountStand, mentions } from './account-terms.ts'

interface Props {
  accounts: readonly Account[]
  regionName: (code: string | null) => string
}

export function AccountTable({ accounts, regionName }: Props) {
  const text = textOf(accountsText)
  const [q, setQ] = useState('')
  const shown = accounts.filter((account) => {
    const names = [say(ROLE_LABELS[account.role]), regionName(account.regionCode), text.stands[accountStand(account)]]
    return mentions(account, names, q)
  })
  const { columns } = text
  return (
    <>
      <SearchLine q={q} onSearch={setQ} shown={shown.length} all={accounts.length} />
      <Limited rows={shown}>
        {(rows) => (
          <table class="desk-table" role="table">
            <caption class="visually-hidden">{text.caption}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <ColumnHeads columns={['name', 'role', 'region', 'stand', 'seen']} titles={columns} />
              </tr>
            </thead>
            <tbody role="rowgroup">
              {rows.map((account) => (
                <tr key={account.username} role="row" class={account.active ? undefined : 'past'}>
                  <th role="rowheader" scope="row">
                    <a href={adminAddress('accounts', { account: account.username })}>{account.displayName}</a>
                    <small>
                      <code>{account.username}</code>
                    </small>
                  </th>
                  <td role="cell" data-label={columns.role}>
                    {say(ROLE_LABELS[account.role])}
                  </td>
                  <td role="cell" data-label={columns.region}>
                    {regionName(account.regionCode)}
                  </td>
                  <td role="cell" data-label={columns.stand}>
                    {text.stands[accountStand(account)]}
                  </td>
                  <td role="cell" data-label={columns.seen}>
                    {account.lastSeenAt === null ? <span class="aside">{text.never}</span> : toDate(account.lastSeenAt)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Limited>
    </>
  )
}
