import { existsSync, readFileSync } from 'node:fs'
import { cp, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { endAllSessions } from '../accounts/sessions.ts'
import { auditFolder, findSigner, PRIVATE_KEY, PUBLIC_KEY } from '../audit/keys.ts'
import { makeFolder } from '../db/folder.ts'
import type { Place } from '../db/trouble.ts'
import { snapshotsFolder } from '../snapshots/folders.ts'
import { listSnapshots } from '../snapshots/queries.ts'
import { openChained } from '../start.ts'
import { checkRestored, type Held } from './check.ts'
import { fillDatabase } from './database-file.ts'
import { copyDurably } from './durable-copy.ts'
import { isEmptyPostgres, type PostgresPrograms } from './postgres-programs.ts'
import { checkSnapshots } from './snapshot-folders.ts'
import { SUMS, whatDiffers } from './sums.ts'

export interface WantedRestore {
  /** The backup. */
  folder: string
  /** Where it is to be: an empty folder, and an empty database where there is an address. */
  place: Place
  /** The file of the private key, where the backup is without and it was kept elsewhere. */
  key?: string | undefined
  programs: PostgresPrograms
  say: (what: string) => void
}

export interface Restored extends Held {
  /** Whether the key that signs the log is there; without it an auditor has to accept the log. */
  hasKey: boolean
}

/**
 * Puts a backup into an empty place and holds it against its log, as when it was made. Everyone signs in anew.
 *
 * @throws what is wrong, in sentences; where the place is not empty nothing of it is touched
 */
export async function restoreBackup(wanted: WantedRestore): Promise<Restored> {
  const { folder, place, say } = wanted
  say('reading the backup')
  await checkFiles(folder)
  const key = await findKey(wanted)
  await checkEmpty(place)
  try {
    return await fill(wanted, key)
  } catch (error) {
    for (const name of await readdir(place.dataDir).catch(() => [])) {
      await rm(path.join(place.dataDir, name), { recursive: true, force: true })
    }
    throw error
  }
}

async function checkFiles(folder: string): Promise<void> {
  if (!existsSync(path.join(folder, SUMS))) throw new Error(`${folder} is no backup: there is no ${SUMS}.`)
  const troubles = await whatDiffers(folder)
  if (troubles.length > 0) throw new Error(`${troubles.join('\n')}\nTake another backup.`)
}

/** The private key's file, which must be that of the backup's public key. */
async function findKey({ folder, key }: WantedRestore): Promise<string | undefined> {
  const file = key ?? path.join(auditFolder(folder), PRIVATE_KEY)
  const signer = findSigner(path.dirname(file), path.basename(file))
  if (signer === undefined) {
    if (key !== undefined) throw new Error(`--key ${key}: there is no such file.`)
    return undefined
  }
  if (signer.publicKeyPem !== readFileSync(path.join(auditFolder(folder), PUBLIC_KEY), 'utf8')) {
    throw new Error(`${file} is not the key that signed this backup's log.`)
  }
  return file
}

async function checkEmpty({ url, dataDir }: Place): Promise<void> {
  if (existsSync(dataDir) && (await readdir(dataDir)).length > 0) {
    throw new Error(`DATA_DIR=${dataDir}: there is something already. Give an empty folder; nothing is overwritten.`)
  }
  if (url !== undefined && !(await isEmptyPostgres(url))) {
    throw new Error('DATABASE_URL: this database has tables already. Give an empty one; nothing is overwritten.')
  }
}

async function fill({ folder, place, programs, say }: WantedRestore, key: string | undefined): Promise<Restored> {
  const audit = auditFolder(place.dataDir)
  makeFolder(place.dataDir)
  say('restoring the database')
  await fillDatabase(folder, place, programs)
  await cp(auditFolder(folder), audit, { recursive: true })
  const own = path.join(audit, PRIVATE_KEY)
  if (key !== undefined && !existsSync(own)) await copyDurably(key, own, 0o600)
  const snapshots = snapshotsFolder(folder)
  if (existsSync(snapshots)) await cp(snapshots, snapshotsFolder(place.dataDir), { recursive: true })
  say('reading the chain')
  const db = await openChained(place)
  try {
    const held = await checkRestored(db, audit, say)
    const troubles = await checkSnapshots(await listSnapshots(db), snapshotsFolder(place.dataDir))
    if (troubles.length > 0) throw new Error(troubles.join('\n'))
    // What was ended since then must not go on, and what has gone on since cannot.
    await endAllSessions(db)
    return { ...held, hasKey: key !== undefined }
  } finally {
    await db.destroy()
  }
}
