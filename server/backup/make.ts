import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { syncFolder, writeDurably } from '../audit/durable-file.ts'
import { auditFolder } from '../audit/keys.ts'
import { makeFolder } from '../db/folder.ts'
import type { Database } from '../db/schema.ts'
import type { Place } from '../db/trouble.ts'
import { snapshotsFolder } from '../snapshots/folders.ts'
import { listSnapshots } from '../snapshots/queries.ts'
import { openChained } from '../start.ts'
import { VERSION } from '../version.ts'
import { copyAudit } from './audit-files.ts'
import { checkRestored, type Held } from './check.ts'
import { fillDatabase, saveDatabase } from './database-file.ts'
import { DESCRIPTION, describeBackup } from './description.ts'
import { backupName, listBackups, removeBeyond, removeLeftovers, UNFINISHED } from './kept.ts'
import { type PostgresPrograms, withTemporaryDatabase } from './postgres-programs.ts'
import { checkSnapshots, type CopiedSnapshots, copySnapshots } from './snapshot-folders.ts'
import { SUMS, sumsOf } from './sums.ts'

export interface WantedBackup {
  place: Place
  /** The folder in which backups lie beside each other. */
  to: string
  /** So many are kept, this one among them; undefined: all. */
  keep?: number | undefined
  /** Whether the key that signs the log is copied too. */
  withKey: boolean
  programs: PostgresPrograms
  now: Date
  /** Hears what is being done, and which share (0–1) of it is, where that is known. */
  say: (what: string, share?: number) => void
}

export interface MadeBackup extends Held, CopiedSnapshots {
  folder: string
  /** The names of older ones that were removed. */
  removed: string[]
}

/**
 * Writes a backup while the service runs, restores it as a trial, and only where that passes gives it its name and
 * removes what is older than is to be kept. Nothing is left of one that does not pass.
 *
 * @throws what is wrong, in sentences
 */
export async function makeBackup(wanted: WantedBackup): Promise<MadeBackup> {
  const { to, now, keep } = wanted
  makeFolder(to)
  await removeLeftovers(to, now)
  const folder = path.join(to, `${UNFINISHED}${backupName(now)}-${process.pid}`)
  await mkdir(folder, { mode: 0o700 })
  try {
    const content = await write(wanted, folder)
    const named = freeName(to, now)
    await rename(folder, named)
    await syncFolder(to)
    return { ...content, folder: named, removed: keep === undefined ? [] : await removeBeyond(to, keep) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The name by when it was made; of several within a second, each is a second later than the one before. */
function freeName(to: string, now: Date): string {
  const named = path.join(to, backupName(now))
  return existsSync(named) ? freeName(to, new Date(now.getTime() + 1000)) : named
}

async function write(wanted: WantedBackup, folder: string): Promise<Held & CopiedSnapshots> {
  const { place, withKey, programs, now, say } = wanted
  await copyAudit(auditFolder(place.dataDir), auditFolder(folder), withKey)
  await saveDatabase(place, folder, programs, (share) => say('copying the database', share))
  const content = await withTrial(wanted, folder, async (db) => {
    const copied = await copyAndCheckSnapshots(wanted, folder, db)
    return { ...(await checkRestored(db, auditFolder(folder), say)), ...copied }
  })
  const { lines, figures, copied: snapshots } = content
  const engine = place.url === undefined ? 'sqlite' : 'postgres'
  const described = describeBackup({ version: VERSION, engine, now, lines, figures, snapshots, withKey })
  await writeDurably(path.join(folder, DESCRIPTION), described)
  say('computing fingerprints')
  await writeDurably(path.join(folder, SUMS), await sumsOf(folder))
  for (const one of [auditFolder(folder), folder]) await syncFolder(one)
  return content
}

/** Restores the backup's database into a place of its own and opens it there, its chain read from end to end. */
async function withTrial<Result>(
  { place, programs, say }: WantedBackup,
  folder: string,
  check: (db: Kysely<Database>) => Promise<Result>,
): Promise<Result> {
  const inPlace = async (trial: Place): Promise<Result> => {
    say('restoring it as a trial')
    await fillDatabase(folder, trial, programs)
    say('reading the chain')
    const db = await openChained(trial)
    try {
      return await check(db)
    } finally {
      await db.destroy()
    }
  }
  if (place.url !== undefined) {
    return await withTemporaryDatabase(place.url, (url) => inPlace({ url, dataDir: folder }))
  }
  // Beside the backup, where there is room for one more.
  const dataDir = path.join(folder, 'trial')
  try {
    return await inPlace({ dataDir })
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Only those that the copied database knows: a later one would stand in the way of another with its number. */
async function copyAndCheckSnapshots(
  { place, to, say }: WantedBackup,
  folder: string,
  db: Kysely<Database>,
): Promise<CopiedSnapshots> {
  say('copying the snapshots')
  const snapshots = await listSnapshots(db)
  const [before] = (await listBackups(to)).toReversed()
  const kept = before === undefined ? undefined : snapshotsFolder(path.join(to, before))
  const within = snapshotsFolder(folder)
  const copied = await copySnapshots(snapshots, snapshotsFolder(place.dataDir), within, kept)
  const troubles = await checkSnapshots(snapshots, within)
  if (troubles.length > 0) throw new Error(troubles.join('\n'))
  return copied
}
