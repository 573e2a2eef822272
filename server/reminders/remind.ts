import type { Kysely } from 'kysely'
import { listAccounts } from '../accounts/queries.ts'
import { PROGRAM } from '../audit/program.ts'
import { recordChange } from '../audit/record.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import { shanghaiDate } from '../domain/days.ts'
import { type Clock, resolveAsOf } from '../http/as-of.ts'
import { byCode, listIndicators, listRegions } from '../plans/queries.ts'
import { listDue } from '../sheets/due.ts'
import type { KeepTurn } from '../turn.ts'
import { toLetter } from './letters.ts'
import { type Addressee, remindersOf, type SentReminder } from './occasions.ts'
import type { Post } from './post.ts'

/** What the reminding needs: a way to send, and the address of the dashboard as its readers know it. */
export interface Reminding {
  post: Post
  address: string
  onFailure: (error: unknown) => void
  /** Asked before each letter: whether this is still the process that sends them. */
  keepTurn?: KeepTurn
}

/** Sends what is to be told today; each that went out is a line of the audit log, and is not sent again. Answers how many went out. */
export async function remind(
  db: Kysely<Database>,
  clock: Clock,
  { post, address, onFailure, keepTurn = async () => true }: Reminding,
): Promise<number> {
  const asOf = await resolveAsOf(db, clock, undefined)
  const items = await listDue(db, asOf)
  const reminders = remindersOf(items, await listAddressees(db), await listSent(db), asOf.day)
  if (reminders.length === 0) return 0
  const regions = byCode(await listRegions(db, asOf.seq))
  const indicators = byCode(await listIndicators(db, asOf.seq))
  let count = 0
  for (const reminder of reminders) {
    const { to, item, occasion } = reminder
    const region = regions.get(item.regionCode)
    if (region === undefined) continue
    if (!(await keepTurn())) break
    try {
      await post.send(to.email, toLetter(reminder, { region, indicator: (code) => indicators.get(code) }, address))
    } catch (error) {
      // The next run tries again.
      onFailure(error)
      continue
    }
    const data = { username: to.username, roundId: item.roundId, about: occasion, closesOn: item.closesOn }
    await inWriteTransaction(db, (trx) => recordChange(trx, PROGRAM, clock(), { action: 'reminder.send', data }))
    count += 1
  }
  return count
}

async function listAddressees(db: Kysely<Database>): Promise<Addressee[]> {
  return (await listAccounts(db)).flatMap(({ username, role, regionCode, email, active }) =>
    active && email !== null && regionCode !== null && (role === 'reporter' || role === 'reviewer')
      ? [{ username, role, regionCode, email }]
      : [],
  )
}

async function listSent(db: Kysely<Database>): Promise<SentReminder[]> {
  const rows = await db
    .selectFrom('audit_line')
    .select(['at', 'line'])
    .where('object', 'like', 'round/%')
    .where('action', '=', 'reminder.send')
    .execute()
  return rows.map(({ at, line }) => {
    const { data } = JSON.parse(line) as {
      data: { username: string; roundId: number; about: string; closesOn: string }
    }
    const { username, roundId, about, closesOn } = data
    return { username, roundId, occasion: about, closesOn, on: shanghaiDate(new Date(at)) }
  })
}
