import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { maskPassword } from '../db/address.ts'
import { connect } from '../db/connect.ts'

/** How `pg_dump` and `pg_restore` are started. */
export interface PostgresPrograms {
  /** The folder in which they lie; undefined: where the system finds programs. */
  bin: string | undefined
  /** The environment in which they run. */
  env: NodeJS.ProcessEnv
}

/** Writes a whole database as it is at this instant into a file, in PostgreSQL's own form, while others go on writing. */
export async function dumpPostgres(url: string, file: string, programs: PostgresPrograms): Promise<void> {
  await run(programs, 'pg_dump', url, ['--format=custom', '--no-owner', '--no-privileges', `--file=${file}`])
}

/** Fills an empty database from such a file: with all of it or with nothing. */
export async function restorePostgres(file: string, url: string, programs: PostgresPrograms): Promise<void> {
  const all = ['--exit-on-error', '--single-transaction', '--no-owner', '--no-privileges']
  await run(programs, 'pg_restore', url, [...all, file])
}

async function run(
  { bin, env }: PostgresPrograms,
  program: string,
  url: string,
  args: readonly string[],
): Promise<void> {
  const { address, password } = withoutPassword(url)
  const file = bin === undefined ? program : path.join(bin, program)
  // Whoever lists the processes of the machine sees arguments.
  const options = { env: { ...env, ...(password === undefined ? {} : { PGPASSWORD: password }) }, maxBuffer: 1 << 24 }
  try {
    await promisify(execFile)(file, ['--no-password', `--dbname=${address}`, ...args], options)
  } catch (error) {
    throw new Error(whyFailed(error, file, url), { cause: error })
  }
}

function withoutPassword(address: string): { address: string; password?: string } {
  const url = new URL(address)
  const password = url.searchParams.get('password') ?? decodeURIComponent(url.password)
  url.password = ''
  url.searchParams.delete('password')
  return { address: url.href, ...(password === '' ? {} : { password }) }
}

const HOW_TO_FIND =
  'Install the client programs of PostgreSQL (Debian: postgresql-client), or set POSTGRES_BIN to their folder'

function whyFailed(error: unknown, file: string, url: string): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return `${file} is not there. ${HOW_TO_FIND}.`
  }
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
  const older = said.includes('server version mismatch')
    ? ` It must not be older than the server: ${HOW_TO_FIND} of that version.`
    : ''
  return `DATABASE_URL=${maskPassword(url)}: ${path.basename(file)} failed: ${said}${older}`
}

/**
 * Makes an empty database beside another on the same server, hands over its address, and removes it, whatever happens.
 *
 * @throws one sentence where this user may not make any
 */
export async function withTemporaryDatabase<Result>(
  url: string,
  work: (temporary: string) => Promise<Result>,
): Promise<Result> {
  const name = `tanbiao_check_${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const administrator = connect({ url, dataDir: '' })
  try {
    await sql.raw(`create database ${name} template template0`).execute(administrator).catch(explainRefused)
    try {
      const temporary = new URL(url)
      temporary.pathname = `/${name}`
      return await work(temporary.href)
    } finally {
      await sql.raw(`drop database ${name} with (force)`).execute(administrator)
    }
  } finally {
    await administrator.destroy()
  }
}

function explainRefused(error: unknown): never {
  if (!(error instanceof Error && 'code' in error && error.code === '42501')) throw error
  throw new Error(
    'A backup is tried out in a database of its own, which this user may not make. Allow it: alter role … createdb; or make the backup as a user that may, with DATABASE_URL.',
    { cause: error },
  )
}

/** Whether a database holds no table. */
export async function isEmptyPostgres(url: string): Promise<boolean> {
  const db = connect({ url, dataDir: '' })
  try {
    const { rows } = await sql`select 1 from pg_tables where schemaname = current_schema() limit 1`.execute(db)
    return rows.length === 0
  } finally {
    await db.destroy()
  }
}
