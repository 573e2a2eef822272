import { rmSync } from 'node:fs'
import { checkDatabase } from '../../server/audit/check-database.ts'
import { auditFolder, findSigner, type Signer } from '../../server/audit/keys.ts'
import { listLines } from '../../server/audit/queries.ts'
import { replayLog } from '../../server/audit/replay.ts'
import { connect } from '../../server/db/connect.ts'
import type { Engine } from '../../server/db/dialect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import { openDatabase } from '../../server/start.ts'
import { otherHistory } from './forged-log.ts'
import { snapshotOf } from './forged-snapshot.ts'
import { copyOf, emptied, goOn, type World } from './forged-world.ts'
import { FORGINGS } from './forging.ts'
import { dropPostgres } from './postgres-copies.ts'
import type { Place } from './proof-desk.ts'

/** One database that is forged or left as it is. */
export interface Case {
  world: World
  server: string
  folder: string
  engine: Engine
  random: () => number
}

const OLD_BACKUP = 'old backup'
const OLD_BACKUP_GONE_ON = 'old backup, gone on with'
const OTHER_HISTORY = 'another history'
/** Every way of forging, by name. */
export const KINDS = [...Object.keys(FORGINGS), OLD_BACKUP, OLD_BACKUP_GONE_ON, OTHER_HISTORY]

/** A database that was forged in one of these ways, and what was done to it. */
export async function forged(one: Case, kind: string): Promise<{ place: Place; what: string }> {
  const { engine, folder, server, random, world } = one
  const isBackup = kind === OLD_BACKUP || kind === OLD_BACKUP_GONE_ON
  const place = await copyOf(world, { engine, state: isBackup ? 'backup' : 'present', folder, server })
  const db = connect(place)
  try {
    if (kind === OLD_BACKUP) return { place, what: '' }
    if (kind === OLD_BACKUP_GONE_ON) {
      const events = Math.floor(random() * 40)
      await goOn(db, events, random)
      return { place, what: `${events} events` }
    }
    const covered = world.older.lines
    if (kind === OTHER_HISTORY)
      return await writtenAnew(one, place, otherHistory(await listLines(db), { covered, random }))
    const what = (await FORGINGS[kind]?.({ db, covered, random })) ?? ''
    return { place, what }
  } finally {
    await db.destroy()
  }
}

/** A database that says in all its tables what a forged log says. */
async function writtenAnew(
  { server }: Case,
  before: Place,
  lines: readonly string[],
): Promise<{ place: Place; what: string }> {
  const place = await emptied(before, server)
  const db = connect(place)
  await migrateToLatest(db)
  await replayLog(db, lines)
  await db.destroy()
  return { place, what: 'a figure, from its first line on' }
}

/** Whether the program does not start on a database. */
export async function isRefused(place: Place): Promise<boolean> {
  try {
    await (await openDatabase(place)).destroy()
    return false
  } catch {
    return true
  }
}

/** Whether `verify --database` finds anything. */
export async function isToldByReplay(place: Place): Promise<boolean> {
  const db = connect(place)
  const { troubles, differing, stale } = await checkDatabase(db, auditFolder(place.dataDir))
  await db.destroy()
  return troubles.length > 0 || differing > 0 || stale > 0
}

/** The snapshot that can be made of it, in a folder. */
export async function snapshotOfPlace(place: Place, { older }: World): Promise<string> {
  const db = connect(place)
  const folder = await snapshotOf(db, { within: place.dataDir, signer: signerOf(place), like: older.folder })
  await db.destroy()
  return folder
}

function signerOf({ dataDir }: Place): Signer {
  const signer = findSigner(auditFolder(dataDir))
  if (signer === undefined) throw new Error('there is no key')
  return signer
}

export async function takeAway({ url }: Place, { folder, server }: Case): Promise<void> {
  if (url !== undefined) await dropPostgres(server, url)
  rmSync(folder, { recursive: true })
}
