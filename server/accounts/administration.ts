import type { Transaction } from 'kysely'
import { type Actor, recordChange } from '../audit/record.ts'
import type { Database } from '../db/schema.ts'
import { expectRevision, patched } from '../http/patch.ts'
import { invalidField, notFound, Refusal } from '../http/refusal.ts'
import { PROGRAM } from '../audit/program.ts'
import { findAccount, listAdministrators } from './queries.ts'
import type { AccountTerms } from './rows.ts'
import { giveLink, type Link } from './secrets.ts'
import { endSessionsOf } from './sessions.ts'

type NewTerms = Omit<AccountTerms, 'revision' | 'active'>
/** What is left out stays as it is. */
type ChangedTerms = { [Term in keyof Omit<AccountTerms, 'username' | 'revision'>]?: AccountTerms[Term] | undefined }

/** Who does it, when, and why. */
export interface Act {
  actor: Actor
  at: Date
  reason?: string | undefined
}

/** The log's own names, which no person has. */
const RESERVED = new Set([PROGRAM.username, 'unknown'])

/** Makes an account without a password, and gives the link by which its owner sets one. */
export async function createAccount(trx: Transaction<Database>, terms: NewTerms, act: Act): Promise<Link> {
  const { username } = terms
  if (RESERVED.has(username) || (await findAccount(trx, username)) !== undefined) {
    throw invalidField('username', 'username-taken')
  }
  await revise(trx, { ...terms, revision: 1, active: true }, act)
  return await giveLink(trx, act.actor, act.at, { username, reason: act.reason })
}

/** Changes what an account is; another role or region, and inactivity, end its sessions. */
export async function changeAccount(
  trx: Transaction<Database>,
  username: string,
  { ifRevision, ...changed }: ChangedTerms & { ifRevision?: number | undefined },
  act: Act,
): Promise<void> {
  const before = await getAccount(trx, username)
  expectRevision(ifRevision, before.revision, 'account-changed')
  const after = { ...patched(before, changed), revision: before.revision + 1 }
  await keepAdministrator(trx, before, after)
  await revise(trx, after, act)
  const isSame = after.role === before.role && after.regionCode === before.regionCode && after.active === before.active
  if (!isSame) await endSessionsOf(trx, username)
}

/** Gives another link, by which a forgotten password is set anew; one that was given before is void. */
export async function inviteAgain(trx: Transaction<Database>, username: string, act: Act): Promise<Link> {
  const account = await getAccount(trx, username)
  if (!account.active) throw new Refusal(422, 'inactive-account')
  return await giveLink(trx, act.actor, act.at, { username, reason: act.reason })
}

/** Ends all sessions of an account. */
export async function endSessionsFor(trx: Transaction<Database>, username: string, act: Act): Promise<void> {
  await getAccount(trx, username)
  await recordChange(trx, act.actor, act.at, { action: 'session.end', data: { username } }, act.reason)
  await endSessionsOf(trx, username)
}

async function getAccount(trx: Transaction<Database>, username: string): Promise<AccountTerms> {
  const account = await findAccount(trx, username)
  if (account === undefined) throw notFound()
  return account
}

async function revise(trx: Transaction<Database>, terms: AccountTerms, { actor, at, reason }: Act): Promise<void> {
  await checkRegion(trx, terms)
  // Named one by one: the order of the fields is that of the line in the log.
  const { username, revision, displayName, role, regionCode, email, active } = terms
  const data: AccountTerms = { username, revision, displayName, role, regionCode, email, active }
  await recordChange(trx, actor, at, { action: 'account.revise', data }, reason)
}

async function checkRegion(trx: Transaction<Database>, { role, regionCode }: AccountTerms): Promise<void> {
  const isRegional = role === 'reporter' || role === 'reviewer'
  if (isRegional && regionCode === null) throw invalidField('regionCode', 'region-needed')
  if (!isRegional && regionCode !== null) throw invalidField('regionCode', 'region-not-taken')
  if (regionCode === null) return
  const region = await trx.selectFrom('region').select('code').where('code', '=', regionCode).executeTakeFirst()
  if (region === undefined) throw invalidField('regionCode', 'unknown-region')
}

/** Someone who can sign in must be left to administer. */
async function keepAdministrator(trx: Transaction<Database>, before: AccountTerms, after: AccountTerms): Promise<void> {
  const stays = after.role === 'administrator' && after.active
  if (before.role !== 'administrator' || !before.active || stays) return
  const able = await listAdministrators(trx)
  if (able.every((username) => username === before.username)) throw new Refusal(422, 'last-administrator')
}
