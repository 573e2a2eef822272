import type { Transaction } from 'kysely'
import type { AccountTerms } from '../server/accounts/rows.ts'
import { setPassword } from '../server/accounts/secrets.ts'
import { PROGRAM } from '../server/audit/program.ts'
import { type Actor, recordChange } from '../server/audit/record.ts'
import type { Database } from '../server/db/schema.ts'
import type { AccountRole } from '../server/domain/words.ts'

/** Of every account of the demo; it is printed at its start, and the demo listens on loopback only. */
export const DEMO_PASSWORD = 'demo-only-password'

const account = (
  username: string,
  displayName: string,
  role: AccountRole,
  regionCode: string | null = null,
): AccountTerms => ({ username, revision: 1, displayName, role, regionCode, email: null, active: true })

const ADMINISTRATOR = account('admin', '何静（管理）', 'administrator')

/** The people of the demo; their names are invented. */
export const DEMO_ACCOUNTS: readonly AccountTerms[] = [
  ADMINISTRATOR,
  account('qh-reporter', '索南（青海填报）', 'reporter', '63'),
  account('qh-reviewer', '马秀兰（青海审核）', 'reviewer', '63'),
  account('sd-reporter', '孙海涛（山东填报）', 'reporter', '37'),
  account('sd-reviewer', '于敏（山东审核）', 'reviewer', '37'),
  account('hb-reporter', '汪磊（湖北填报）', 'reporter', '42'),
  account('hb-reviewer', '陈汉芳（湖北审核）', 'reviewer', '42'),
  account('cn-reporter', '林一（全国填报）', 'reporter', '00'),
  account('cn-reviewer', '周文（全国审核）', 'reviewer', '00'),
  account('leader', '高远（领导）', 'leader'),
  account('auditor', '严明（审计）', 'auditor'),
]

/** Makes the accounts: the program makes the administrator, who makes the others; each sets the password of `hash`. */
export async function recordAccounts(trx: Transaction<Database>, at: Date, hash: string): Promise<void> {
  for (const data of DEMO_ACCOUNTS) {
    const actor: Actor = data === ADMINISTRATOR ? PROGRAM : ADMINISTRATOR
    await recordChange(trx, actor, at, { action: 'account.revise', data }, '示例账号')
    await setPassword(trx, data, at, { username: data.username, hash })
  }
}
