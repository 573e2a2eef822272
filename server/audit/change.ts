import type { Transaction } from 'kysely'
import { type AccountTerms, insertAccount } from '../accounts/rows.ts'
import { insertWeight, type TargetWeight } from '../composite/rows.ts'
import type { LoggedIndicator, Plan, Region, Theme } from '../contract/reference.ts'
import type { Database } from '../db/schema.ts'
import type { ReviewStep } from '../domain/words.ts'
import { type EnteredFigure, insertFigure, insertStep, type Step } from '../observations/rows.ts'
import {
  type IndicatorTerms,
  insertIndicator,
  insertIndicatorRevision,
  insertPlan,
  insertRegion,
  insertTheme,
} from '../plans/rows.ts'
import { insertRound, type RoundTerms } from '../rounds/rows.ts'
import { insertSnapshot, type SnapshotTerms } from '../snapshots/rows.ts'
import { insertPromise, type TargetPromise } from '../targets/rows.ts'

/** Everything that can happen. A line of the audit log holds one, whole, so that the log can be played again. */
export type Change = DataChange | Event

/** What changes the data. */
export type DataChange =
  | { action: 'region.add'; data: Region }
  | { action: 'theme.add'; data: Theme }
  | { action: 'plan.add'; data: Plan }
  | { action: 'indicator.add'; data: LoggedIndicator }
  | { action: 'indicator.revise'; data: IndicatorTerms }
  | { action: 'target.revise'; data: TargetPromise }
  | { action: 'target.weigh'; data: TargetWeight }
  | { action: 'observation.enter'; data: EnteredFigure }
  | { action: StepAction; data: Step }
  | { action: 'round.revise'; data: RoundTerms }
  | { action: 'account.revise'; data: AccountTerms }
  | { action: 'snapshot.make'; data: SnapshotTerms }

/** What is only told: it leaves no row that could be played again. */
export type Event =
  /** A one-time link was given; the link itself is no one else's business. */
  | { action: 'account.invite'; data: { username: string; expiresAt: string } }
  /** A password was set; neither it nor its hash is in the log. */
  | { action: 'account.set-password'; data: { username: string } }
  | { action: 'session.start' | 'session.end'; data: { username: string } }
  /** A sign-in that failed; null where no account has the name, which may be a password typed in the wrong place. */
  | { action: 'session.refuse'; data: { username: string | null; why: 'wrong' | 'held' | 'inactive' } }
  /** Someone signed in asked for what is not theirs. */
  | { action: 'access.refuse'; data: { method: string; route: string } }
  | { action: 'export.take'; data: { file: string; filters: Record<string, unknown> } }
  | { action: 'import.apply'; data: { regionCode: string; year: number; sha256: string; items: number } }
  | { action: 'reminder.send'; data: { username: string; roundId: number; about: string; closesOn: string } }
  /** The first key that signs the end of the log, or one that an auditor accepted. */
  | { action: 'key.add'; data: { fingerprint: string; publicKeyPem: string } }
  /** One key hands over to the next. */
  | { action: 'key.rotate'; data: KeyRotation }
  /** An auditor goes on with a log that is not as its HEAD said. */
  | { action: 'audit.accept'; data: AcceptedLog }

export interface KeyRotation {
  fingerprint: string
  publicKeyPem: string
  oldFingerprint: string
  /** Of the old key over the new public key's DER, in Base64. */
  signature: string
}

export interface AcceptedLog {
  /** Why the service refused to start. */
  found: string
  /** What HEAD said; null where there was none. */
  head: { lines: number; hash: string; at: string } | null
  /** What the log has, before this line. */
  log: { lines: number; hash: string }
}

export type StepAction =
  | 'observation.submit'
  | 'observation.withdraw'
  | 'observation.approve'
  | 'observation.return'
  | 'observation.discard'

const STEPS: Readonly<Record<StepAction, ReviewStep>> = {
  'observation.submit': 'submitted',
  'observation.withdraw': 'withdrawn',
  'observation.approve': 'approved',
  'observation.return': 'returned',
  'observation.discard': 'discarded',
}

/**
 * What a change is about, as one path: `observation/63/rd-intensity/2021/value`.
 *
 * @param seq of its line, by which a round that it opens is named
 */
export function objectOf(change: Change, seq: number): string {
  switch (change.action) {
    case 'target.revise':
      return `target/${change.data.id}`
    case 'target.weigh':
      return `target/${change.data.targetId}`
    case 'observation.enter': {
      const { regionCode, indicatorCode, year, measure } = change.data
      return `observation/${regionCode}/${indicatorCode}/${year}/${measure}`
    }
    case 'observation.submit':
    case 'observation.withdraw':
    case 'observation.approve':
    case 'observation.return':
    case 'observation.discard':
      return `observation-revision/${change.data.observationId}`
    case 'round.revise':
      return `round/${change.data.roundId ?? seq}`
    case 'account.revise':
    case 'account.invite':
    case 'account.set-password':
    case 'session.start':
    case 'session.end':
    case 'session.refuse':
      return `account/${change.data.username ?? 'unknown'}`
    case 'access.refuse':
      return `route/${change.data.method} ${change.data.route}`
    case 'export.take':
      return `file/${change.data.file}`
    case 'import.apply':
      return `sheet/${change.data.regionCode}/${change.data.year}`
    case 'snapshot.make':
      return `snapshot/${change.data.number}`
    case 'reminder.send':
      return `round/${change.data.roundId}`
    case 'key.add':
    case 'key.rotate':
      return `key/${change.data.fingerprint}`
    case 'audit.accept':
      return 'audit/HEAD'
    default:
      return `${change.action.slice(0, change.action.indexOf('.'))}/${change.data.code}`
  }
}

/** Writes the rows that follow from a change; the only way in which rows come to be, at first and when the log is played again. */
export async function applyChange(trx: Transaction<Database>, seq: number, change: Change): Promise<void> {
  switch (change.action) {
    case 'region.add':
      return await insertRegion(trx, seq, change.data)
    case 'theme.add':
      return await insertTheme(trx, seq, change.data)
    case 'plan.add':
      return await insertPlan(trx, seq, change.data)
    case 'indicator.add':
      return await insertIndicator(trx, seq, change.data)
    case 'indicator.revise':
      return await insertIndicatorRevision(trx, seq, change.data)
    case 'target.revise':
      return await insertPromise(trx, seq, change.data)
    case 'target.weigh':
      return await insertWeight(trx, seq, change.data)
    case 'observation.enter':
      return await insertFigure(trx, seq, change.data)
    case 'observation.submit':
    case 'observation.withdraw':
    case 'observation.approve':
    case 'observation.return':
    case 'observation.discard':
      return await insertStep(trx, seq, STEPS[change.action], change.data)
    case 'round.revise':
      return await insertRound(trx, seq, change.data)
    case 'account.revise':
      return await insertAccount(trx, seq, change.data)
    case 'snapshot.make':
      return await insertSnapshot(trx, seq, change.data)
  }
}
