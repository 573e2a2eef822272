import { maskPassword } from './address.ts'
import { firstOf } from './unavailable.ts'

/** Where the database is, as `connect` takes it. */
export interface Place {
  url?: string | undefined
  /** Of a replica, whose troubles keep nothing from starting. */
  replicaUrl?: string | undefined
  dataDir: string
}

const POSTGRES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there. Start PostgreSQL, or correct host and port.',
  ENOTFOUND: 'this host is not known. Correct its name.',
  EAI_AGAIN: 'this host is not known. Correct its name.',
  ETIMEDOUT: 'the host does not answer. Correct host and port, or let the connection through.',
  EHOSTUNREACH: 'the host cannot be reached. Correct host and port, or let the connection through.',
  '28P01': 'user or password are refused. Correct them.',
  '28000': 'this user is refused. Correct the user, or allow it in pg_hba.conf.',
  '3D000': 'there is no such database. Create it with createdb, or correct its name.',
  '42501': 'this user may not do what is needed. Give it a database of which it is the owner.',
  '53300': 'PostgreSQL takes no further connections. Raise max_connections, or stop what holds them.',
  '57P03': 'PostgreSQL is starting or stopping. Try again in a moment.',
}

const NOT_WRITABLE =
  'the database cannot be written there. Set DATA_DIR to a folder that this user may write to, on a disk that takes it.'

const SQLITE: Readonly<Record<string, string>> = {
  ENOENT: 'this folder cannot be made. Set DATA_DIR to a folder that this user may write to.',
  EACCES: 'this folder cannot be made or read. Set DATA_DIR to a folder that this user may write to.',
  EPERM: 'this folder cannot be made or read. Set DATA_DIR to a folder that this user may write to.',
  EROFS: NOT_WRITABLE,
  ENOSPC: 'the disk is full. Free some space, or set DATA_DIR to a folder elsewhere.',
  ENOTDIR: 'there is a file where a folder should be. Remove it, or set DATA_DIR to a folder.',
  SQLITE_CANTOPEN: NOT_WRITABLE,
  SQLITE_READONLY: NOT_WRITABLE,
  SQLITE_PERM: NOT_WRITABLE,
  SQLITE_FULL: 'the disk is full. Free some space, or set DATA_DIR to a folder elsewhere.',
  SQLITE_NOTADB: 'tanbiao.sqlite is not a SQLite database. Move it away, or restore a backup.',
  SQLITE_CORRUPT: 'tanbiao.sqlite is damaged. Restore a backup.',
  SQLITE_BUSY: 'another process holds the database. Stop it, or try again in a moment.',
}

/** One sentence for a database that does not open: which setting, its value, what is wrong and what to do. */
export function explainTrouble(error: unknown, { url, dataDir }: Place): string {
  const { code, message } = firstOf(error)
  if (url === undefined) {
    const known = SQLITE[code] ?? SQLITE[code.split('_').slice(0, 2).join('_')]
    return `DATA_DIR=${dataDir}: ${known ?? `the database cannot be used (${message}). See the log of the disk, or restore a backup.`}`
  }
  const silent = /connection timeout|timeout expired/i.test(message)
    ? 'it does not answer within 10 seconds. Correct host and port, or see what PostgreSQL is doing.'
    : undefined
  const keyless = message.includes('password must be a string')
    ? 'it asks for a password and there is none. Give it as postgres://user:password@host/database.'
    : undefined
  const known = POSTGRES[code] ?? silent ?? keyless
  const otherwise = `the database cannot be used (${message}). Correct DATABASE_URL, or see the log of PostgreSQL.`
  return `DATABASE_URL=${maskPassword(url)}: ${known ?? otherwise}`
}
