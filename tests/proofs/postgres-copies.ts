import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { sql } from 'kysely'
import { findPostgresBin } from '../../scripts/test-machine.ts'
import { connect } from '../../server/db/connect.ts'

const newName = (): string => `p_${randomUUID().replaceAll('-', '')}`
const nameOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

async function asAdministrator(server: string, statement: string): Promise<void> {
  const administrator = connect({ url: server, dataDir: '' })
  await sql.raw(statement).execute(administrator)
  await administrator.destroy()
}

/** The address of a new, empty database of a PostgreSQL server, in which texts are ordered by a locale of ICU where one is named. */
export async function emptyPostgres(server: string, locale?: string): Promise<string> {
  const name = newName()
  const ordered = locale === undefined ? '' : ` template template0 locale_provider icu icu_locale '${locale}'`
  await asAdministrator(server, `create database ${name}${ordered}`)
  return server.replace(/[^/]*$/, name)
}

/** Restores a dump of a database into another, which orders texts as Chinese does where a column does not say otherwise. */
export async function copyPostgres(server: string, url: string): Promise<string> {
  const restored = await emptyPostgres(server, 'zh')
  const bin = findPostgresBin() ?? ''
  const dump = execFileSync(path.join(bin, 'pg_dump'), ['-Fc', url], { maxBuffer: 1 << 30 })
  execFileSync(path.join(bin, 'pg_restore'), ['--exit-on-error', '-d', restored], { input: dump })
  return restored
}

/** A copy of a database to which nobody is connected. */
export async function copyOfPostgres(server: string, url: string): Promise<string> {
  const name = newName()
  await asAdministrator(server, `create database ${name} template ${nameOf(url)}`)
  return server.replace(/[^/]*$/, name)
}

export async function dropPostgres(server: string, url: string): Promise<void> {
  await asAdministrator(server, `drop database ${nameOf(url)}`)
}
