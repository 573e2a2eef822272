import type { Kysely } from 'kysely'
import { checkDatabase, type DatabaseCheck } from '../audit/check-database.ts'
import { auditFolder } from '../audit/keys.ts'
import { inWriteTransaction } from '../db/dialect.ts'
import type { Database } from '../db/schema.ts'
import type { Side } from './address.ts'
import { copyTables, type OnCopied } from './copy.ts'
import { type Fingerprint, fingerprintOf, whyDifferent } from './fingerprint.ts'
import { type Held, holdStill } from './hold-still.ts'
import { openSource, openTarget, type Target } from './open-sides.ts'
import { unmark } from './unfinished.ts'

export interface Move {
  from: Side
  to: Side
  /** Whose key and HEAD sign the log. */
  dataDir: string
  /** Whether the log is played again at the end, to hold the tables of the target against it. */
  isReplayed: boolean
}

export interface Moved {
  /** `finished`: an earlier run had come to its end, and both sides were only compared. */
  state: Target['state']
  from: Fingerprint
  to: Fingerprint
  /** Why the target is not what it should be; undefined: all is well, and the service may start on it. */
  why: string | undefined
  /** Absent where the log was not played. */
  check?: DatabaseCheck
}

/** Hears how far a move is. */
export interface Listener {
  onCopied: OnCopied
  onRead: (rows: number) => void
  onReplay: (progress: string) => void
}

/**
 * Copies a database into another, of either engine, while nobody writes to the first, and compares the two. What an earlier
 * run has copied is not copied again. The target cannot be used before all of it is there and the same.
 */
export async function moveDatabase(move: Move, listener: Listener): Promise<Moved> {
  const source = await openSource(move.from, move.dataDir)
  try {
    return await holdStill(source, async (held) => {
      const target = await openTarget(move.to, held.reader)
      try {
        return await copyAndCompare(held, target, move, listener)
      } finally {
        await target.db.destroy()
      }
    })
  } finally {
    await source.destroy()
  }
}

async function copyAndCompare(
  { reader, checkUnchanged }: Held,
  { db, state }: Target,
  { dataDir, isReplayed }: Move,
  { onCopied, onRead, onReplay }: Listener,
): Promise<Moved> {
  if (state !== 'finished') await copyTables(reader, db, onCopied)
  const [from, to] = await Promise.all([fingerprintOf(reader, onRead), fingerprintOf(db, onRead)])
  const moved: Moved = { state, from, to, why: whyDifferent(from, to) }
  if (isReplayed && moved.why === undefined) {
    moved.check = await checkDatabase(db, auditFolder(dataDir), onReplay)
    if (!isWhole(moved.check)) moved.why = 'The tables are not what the log says; the same is true of FROM.'
  }
  await checkUnchanged()
  if (moved.why === undefined && state !== 'finished') await finish(db)
  return moved
}

const isWhole = ({ troubles, differing, stale }: DatabaseCheck): boolean =>
  troubles.length === 0 && differing === 0 && stale === 0

const finish = (db: Kysely<Database>): Promise<void> => inWriteTransaction(db, unmark)
