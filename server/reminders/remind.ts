import type { Kysely } from 'kysely'
import { listAccounts } from '../accounts/queries.ts'
import { PROGRAM } from '../audit/program.ts'
import { recordChange } from '../audit/record.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import { shanghaiDate } from '../domain/days.ts'
import { type AsOf, type Clock, resolveAsOf } from '../http/as-of.ts'
import { byCode, listIndicators, listRegions } from '../plans/queries.ts'
import { pause } from '../pause.ts'
import { openDue } from '../sheets/due.ts'
import type { KeepTurn } from '../turn.ts'
import { toLetter } from './letters.ts'
import { type Addressee, type Reminder, remindersOf, type SentReminder } from './occasions.ts'
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
  const reminders = await listReminders(db, asOf)
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

/** Nobody shall wait longer for the event loop than it takes to look at so many regions and rounds. */
const LOOKED_AT_ONCE = 500

/** What is to be told today, of the regions in which someone can be written to. */
async function listReminders(db: Kysely<Database>, asOf: AsOf): Promise<Reminder[]> {
  const addressees = Map.groupBy(await listAddressees(db), ({ regionCode }) => regionCode)
  if (addressees.size === 0) return []
  const { all, itemOf } = await openDue(db, asOf)
  // Of a round that is still to come nobody is told.
  const asked = all.filter(({ round, regionCode }) => addressees.has(regionCode) && round.opensOn <= asOf.day)
  const reminders: Reminder[] = []
  let looked = 0
  for (const [round, ofRound] of Map.groupBy(asked, (one) => one.round)) {
    // What was sent of a round is read where there is something to tell of it: most rounds are long done.
    let sent: ReadonlyMap<string, SentReminder[]> | undefined
    for (const one of ofRound) {
      const people = addressees.get(one.regionCode) ?? []
      const item = itemOf(one)
      if (remindersOf([item], people, [], asOf.day).length > 0) {
        sent ??= await listSent(db, round.id)
        const before = people.flatMap(({ username }) => sent?.get(username) ?? [])
        reminders.push(...remindersOf([item], people, before, asOf.day))
      }
      looked += 1
      if (looked % LOOKED_AT_ONCE === 0) await pause()
    }
  }
  return reminders
}

async function listAddressees(db: Kysely<Database>): Promise<Addressee[]> {
  return (await listAccounts(db)).flatMap(({ username, role, regionCode, email, active }) =>
    active && email !== null && regionCode !== null && (role === 'reporter' || role === 'reviewer')
      ? [{ username, role, regionCode, email }]
      : [],
  )
}

const LINES_AT_ONCE = 1000

/** The reminders of a round that went out, by whom they went to. */
async function listSent(db: Kysely<Database>, roundId: number): Promise<Map<string, SentReminder[]>> {
  const sent = new Map<string, SentReminder[]>()
  let after = 0
  for (;;) {
    const rows = await db
      .selectFrom('audit_line')
      .select(['seq', 'at', 'line'])
      .where('object', '=', `round/${roundId}`)
      .where('action', '=', 'reminder.send')
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(LINES_AT_ONCE)
      .execute()
    for (const { at, line } of rows) {
      const { data } = JSON.parse(line) as { data: { username: string; about: string; closesOn: string } }
      const { username, about, closesOn } = data
      const ofPerson = sent.get(username) ?? []
      ofPerson.push({ username, roundId, occasion: about, closesOn, on: shanghaiDate(new Date(at)) })
      sent.set(username, ofPerson)
    }
    after = rows.at(-1)?.seq ?? after
    if (rows.length < LINES_AT_ONCE) return sent
    await pause()
  }
}
