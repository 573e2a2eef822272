import { useLocation } from 'preact-iso'
import type { Account } from '../../../../server/contract/account.ts'
import type { Region } from '../../../../server/contract/reference.ts'
import { send } from '../../../api.ts'
import { FormFoot } from '../../../components/form/FormFoot.tsx'
import { ReasonField } from '../../../components/form/ReasonField.tsx'
import { TextField } from '../../../components/form/TextField.tsx'
import { useForm } from '../../../components/form/use-form.ts'
import { accountsText } from '../../../i18n/admin-accounts.ts'
import { formText } from '../../../i18n/form.ts'
import { say, textOf } from '../../../i18n/language.ts'
import { refresh } from '../../../state/use-fresh.ts'
import { adminAddress } from '../address.ts'
import { told } from '../told.ts'
import { AccountFields } from './AccountFields.tsx'
import { accountTerms, lackingOfAccount, NEW_ACCOUNT } from './account-terms.ts'
import { givenLink } from './given-link.ts'

interface Made {
  account: Account
  path: string
  expiresAt: string
}

/** A new account, whose owner gets a link to set the password. */
export function AccountForm({ regions }: { regions: readonly Region[] }) {
  const text = textOf(accountsText)
  const { needed } = textOf(formText)
  const { route } = useLocation()
  const form = useForm({
    first: NEW_ACCOUNT,
    lacking: (values) => lackingOfAccount(values, { needed, say }),
    send: (values) =>
      send<Made>('POST', '/api/accounts', {
        username: values.username.trim(),
        ...accountTerms(values),
        reason: values.reason.trim(),
      }),
    onDone: ({ account, path, expiresAt }) => {
      refresh()
      givenLink.value = { name: account.displayName, path, expiresAt }
      told.value = text.created(account.displayName)
      route(adminAddress('accounts'))
    },
  })
  const { values } = form
  return (
    <>
      <header class="lede">
        <h1>{text.addTitle}</h1>
      </header>
      <form class="form" noValidate onSubmit={form.submit}>
        <TextField
          kind="code"
          label={text.username}
          hint={text.usernameHint}
          value={values.username}
          fault={form.faultAt('username')}
          onInput={(username) => form.change({ username })}
          hasFocus
        />
        <AccountFields form={form} regions={regions} onChange={form.change} />
        <ReasonField
          value={values.reason}
          hint={text.reasonHint}
          fault={form.faultAt('reason')}
          onInput={(reason) => form.change({ reason })}
        />
        <FormFoot form={form} act={text.create} leave={adminAddress('accounts')} />
      </form>
    </>
  )
}
