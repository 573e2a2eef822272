import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Account } from '../../../../server/contract/account.ts'
import { getAccounts, getRegions } from '../../../api.ts'
import { accountsText } from '../../../i18n/admin-accounts.ts'
import { either, textOf } from '../../../i18n/language.ts'
import { Trouble } from '../../../layout/Trouble.tsx'
import { Waiting } from '../../../layout/Waiting.tsx'
import { useFresh } from '../../../state/use-fresh.ts'
import { adminAddress } from '../address.ts'
import { AccountActs } from './AccountActs.tsx'
import { AccountForm } from './AccountForm.tsx'
import { AccountTable } from './AccountTable.tsx'
import { givenLink } from './given-link.ts'
import { OneTimeLink } from './OneTimeLink.tsx'

const load = async (signal: AbortSignal) => {
  const [accounts, regions] = await Promise.all([getAccounts(signal), getRegions(signal)])
  return { accounts, regions }
}

export function AccountsPart() {
  const text = textOf(accountsText)
  const { query } = useLocation()
  const answer = useFresh('admin accounts', load)
  useEffect(
    () => () => {
      givenLink.value = null
    },
    [],
  )
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const { accounts, regions } = answer.value
  const names = new Map(regions.map(({ code, nameZh, nameEn }) => [code, either(nameZh, nameEn)]))
  const regionName = (code: string | null): string => (code === null ? text.nation : (names.get(code) ?? code))
  const username = query['account']
  const chosen = accounts.find((account) => account.username === username)
  if (query['new']) return <AccountForm regions={regions} />
  if (chosen) {
    return (
      <>
        <OneTimeLink />
        <AccountActs key={chosen.username} account={chosen} regions={regions} regionName={regionName} />
      </>
    )
  }
  const waiting = accounts.filter(({ hasPassword, active }) => active && !hasPassword).length
  const inactive = accounts.filter(({ active }: Account) => !active).length
  return (
    <>
      <OneTimeLink />
      <header class="lede with-act">
        <div>
          <h1>{text.lede(accounts.length, waiting, inactive)}</h1>
          <p>{username ? text.unknown(username) : text.lead}</p>
        </div>
        <a class="button main" href={adminAddress('accounts', { new: '1' })}>
          {text.add}
        </a>
      </header>
      <AccountTable accounts={accounts} regionName={regionName} />
    </>
  )
}
