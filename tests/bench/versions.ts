import { spawnSync } from 'node:child_process'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import fastify from 'fastify'
import { sql } from 'kysely'
import packageJson from '../../package.json' with { type: 'json' }
import { connect } from '../../server/db/connect.ts'
import { sqliteProgramVersion } from './references.ts'

/** What takes part in a run. */
export async function versions(server: string): Promise<string> {
  const memory = new SQLite(':memory:')
  const sqlite = String(memory.prepare('select sqlite_version()').pluck().get())
  memory.close()
  const db = connect({ url: server, dataDir: '' })
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db)
  await db.destroy()
  const postgres = rows[0]?.server_version.split(' ')[0] ?? ''
  return [
    `Tanbiao ${commit()}`,
    `Node.js ${process.versions.node}`,
    `Fastify ${fastify().version}, csv-stringify ${packageJson.devDependencies['csv-stringify']}`,
    `SQLite ${sqlite}, sqlite3 ${sqliteProgramVersion()}`,
    `PostgreSQL ${postgres}`,
  ].join(', ')
}

/** Of the program that is measured; `-dirty` where it was changed since, but for what the bench itself has written. */
function commit(): string {
  const git = (...words: string[]): string =>
    spawnSync('git', words, { cwd: path.join(import.meta.dirname, '../..'), encoding: 'utf8' }).stdout?.trim() ?? ''
  const changed = git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!docs/benchmarks.*')
  return (git('describe', '--always') || packageJson.version) + (changed === '' ? '' : '-dirty')
}
