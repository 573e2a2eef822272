import { existsSync } from 'node:fs'
import { chmod, open } from 'node:fs/promises'
import path from 'node:path'
import { copySqlite } from '../db/copy-sqlite.ts'
import { makeFolder } from '../db/folder.ts'
import type { Place } from '../db/trouble.ts'
import { copyDurably } from './durable-copy.ts'
import { dumpPostgres, type PostgresPrograms, restorePostgres } from './postgres-programs.ts'

const SQLITE = 'tanbiao.sqlite'
const POSTGRES = 'tanbiao.dump'

/** Writes the database of a place into a backup's folder, as it is at this instant. */
export async function saveDatabase(
  { url, dataDir }: Place,
  folder: string,
  programs: PostgresPrograms,
  onProgress: (share: number) => void,
): Promise<void> {
  const file = path.join(folder, url === undefined ? SQLITE : POSTGRES)
  if (url !== undefined) await dumpPostgres(url, file, programs)
  else {
    const own = path.join(dataDir, SQLITE)
    if (!existsSync(own)) throw new Error(`DATA_DIR=${dataDir}: there is no database.`)
    await copySqlite(own, file, onProgress)
  }
  // It holds the hashes of passwords.
  await chmod(file, 0o600)
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Fills an empty place from a backup's folder. @throws where the backup is one of the other engine */
export async function fillDatabase(folder: string, { url, dataDir }: Place, programs: PostgresPrograms): Promise<void> {
  const file = path.join(folder, url === undefined ? SQLITE : POSTGRES)
  if (!existsSync(file)) {
    const other = existsSync(path.join(folder, url === undefined ? POSTGRES : SQLITE))
    if (!other) throw new Error(`${folder} is no backup: there is no ${SQLITE} and no ${POSTGRES}.`)
    throw new Error(
      url === undefined
        ? `${folder} is a backup of PostgreSQL. Set DATABASE_URL to an empty database.`
        : `${folder} is a backup of SQLite. Leave DATABASE_URL out.`,
    )
  }
  if (url !== undefined) return await restorePostgres(file, url, programs)
  makeFolder(dataDir)
  await copyDurably(file, path.join(dataDir, SQLITE), 0o600)
}
