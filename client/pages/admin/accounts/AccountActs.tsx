import type { Account } from '../../../../server/contract/account.ts'
import type { Region } from '../../../../server/contract/reference.ts'
import { ROLE_LABELS } from '../../../../server/domain/labels.ts'
import { send } from '../../../api.ts'
import { FormFoot } from '../../../components/form/FormFoot.tsx'
import { RadioList } from '../../../components/form/RadioList.tsx'
import { ReasonField } from '../../../components/form/ReasonField.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import { toDate } from '../../../format.ts'
import { accountsText } from '../../../i18n/admin-accounts.ts'
import { adminText } from '../../../i18n/admin.ts'
import { formText } from '../../../i18n/form.ts'
import { say, textOf } from '../../../i18n/language.ts'
import { refresh } from '../../../state/use-fresh.ts'
import { adminAddress } from '../address.ts'
import { HistoryList } from '../HistoryList.tsx'
import { told } from '../told.ts'
import { AccountFields } from './AccountFields.tsx'
import {
  type AccountAct,
  accountStand,
  accountTerms,
  actsOf,
  type AccountValues,
  lackingOfAccount,
} from './account-terms.ts'
import { toldChanges } from './account-history.ts'
import { givenLink } from './given-link.ts'

interface Props {
  account: Account
  regions: readonly Region[]
  regionName: (code: string | null) => string
}

type Values = AccountValues & { act: AccountAct }

/** One account: what it is, one thing to do with it and why, and what it was. */
export function AccountActs({ account, regions, regionName }: Props) {
  const text = textOf(accountsText)
  const { needed } = textOf(formText)
  const { username, displayName, role, revision } = account
  const form = useForm<Values, void>({
    first: {
      act: accountStand(account) === 'without-link' ? 'link' : 'change',
      username,
      displayName,
      role,
      regionCode: account.regionCode ?? '',
      email: account.email ?? '',
      reason: '',
    },
    lacking: (values) =>
      values.act === 'change'
        ? lackingOfAccount(values, { needed, say })
        : values.reason.trim() === ''
          ? { reason: needed }
          : {},
    send: (values) => doIt(values, revision),
    onDone: () => {
      refresh()
      told.value = text.done[act](displayName)
      form.renew({ ...form.values, reason: '' })
    },
    onConflict: refresh,
  })
  const { values } = form
  const acts = actsOf(account)
  const act = acts.includes(values.act) ? values.act : 'change'
  return (
    <>
      <header class="lede">
        <p class="crumbs">
          <a href={adminAddress('accounts')}>{text.back}</a>
        </p>
        <h1>{displayName}</h1>
        <p>
          <code>{username}</code> · {say(ROLE_LABELS[role])}
          {account.regionCode !== null && ` · ${regionName(account.regionCode)}`} · {text.stands[accountStand(account)]}
        </p>
      </header>
      <form class="form" noValidate onSubmit={form.submit}>
        <RadioList
          legend={text.act}
          value={act}
          options={acts.map((one) => ({ value: one, name: text.acts[one][0], hint: text.acts[one][1] }))}
          onChoose={(one) => form.change({ act: one })}
        />
        {act === 'change' && <AccountFields form={form} regions={regions} onChange={form.change} />}
        <ReasonField
          value={values.reason}
          fault={form.faultAt('reason')}
          onInput={(reason) => form.change({ reason })}
        />
        <FormFoot form={form} act={text.acts[act][0]} leave={adminAddress('accounts')} />
      </form>
      <HistoryList
        count={textOf(adminText).history(account.history.length)}
        entries={account.history.map((entry, index) => ({
          id: String(entry.revision),
          at: toDate(entry.at),
          by: entry.by,
          what: toldChanges(account.history[index - 1], entry, text, regionName),
          reason: entry.reason,
        }))}
      />
    </>
  )
}

async function doIt(values: Values, ifRevision: number): Promise<void> {
  const address = `/api/accounts/${values.username}`
  const reason = values.reason.trim()
  switch (values.act) {
    case 'change':
      return void (await send<Account>('PATCH', address, { ...accountTerms(values), reason, ifRevision }))
    case 'activate':
    case 'deactivate':
      return void (await send<Account>('PATCH', address, { active: values.act === 'activate', reason, ifRevision }))
    case 'sessions':
      return void (await send<Account>('DELETE', `${address}/sessions`, { reason }))
    case 'link': {
      const link = await send<{ path: string; expiresAt: string }>('POST', `${address}/invitations`, { reason })
      givenLink.value = { name: values.displayName, ...link }
    }
  }
}
