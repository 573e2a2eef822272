import type { Region } from '../../../../server/contract/reference.ts'
import { ROLE_LABELS } from '../../../../server/domain/labels.ts'
import { ACCOUNT_ROLES } from '../../../../server/domain/words.ts'
import { RadioList } from '../../../components/form/RadioList.tsx'
import { SelectField } from '../../../components/form/SelectField.tsx'
import { TextField } from '../../../components/form/TextField.tsx'
import type { Form } from '../../../components/form/use-form.ts'
import { accountsText } from '../../../i18n/admin-accounts.ts'
import { adminText } from '../../../i18n/admin.ts'
import { either, say, textOf } from '../../../i18n/language.ts'
import { type AccountValues, isRegional } from './account-terms.ts'

interface Props<Values extends AccountValues> {
  form: Form<Values>
  regions: readonly Region[]
  onChange: (part: Partial<AccountValues>) => void
}

/** Name, role, region and e-mail of an account. */
export function AccountFields<Values extends AccountValues>({ form, regions, onChange }: Props<Values>) {
  const text = textOf(accountsText)
  const { values } = form
  return (
    <>
      <TextField
        label={text.displayName}
        hint={text.displayNameHint}
        value={values.displayName}
        fault={form.faultAt('displayName')}
        onInput={(displayName) => onChange({ displayName })}
      />
      <RadioList
        legend={text.role}
        value={values.role}
        options={ACCOUNT_ROLES.map((role) => ({ value: role, name: say(ROLE_LABELS[role]), hint: text.roles[role] }))}
        fault={form.faultAt('role')}
        onChoose={(role) => onChange({ role })}
      />
      {isRegional(values.role) && (
        <SelectField
          label={text.region}
          hint={text.regionHint}
          value={values.regionCode}
          none={textOf(adminText).chooseNone}
          options={regions.map(({ code, nameZh, nameEn }) => ({ value: code, name: either(nameZh, nameEn) }))}
          fault={form.faultAt('regionCode')}
          onChoose={(regionCode) => onChange({ regionCode })}
        />
      )}
      <TextField
        kind="email"
        label={text.email}
        hint={text.emailHint}
        isOptional
        value={values.email}
        fault={form.faultAt('email')}
        onInput={(email) => onChange({ email })}
      />
    </>
  )
}
