import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { verifyDatabase } from './verify-database.ts'

// npm run verify -- --database: the tables against the audit log.
// npm run verify -- FOLDER [--older OTHER] [--lang zh]: a snapshot, by the same file that lies in it, but this program's own.

const CHECK = path.join(import.meta.dirname, '../server/snapshots/verify.mjs')

try {
  const [what, ...others] = process.argv.slice(2)
  if (what === undefined)
    throw new Error('Say what to verify: npm run verify -- --database, or npm run verify -- FOLDER')
  if (what === '--database') {
    if (!(await verifyDatabase(process.env))) process.exitCode = 1
  } else {
    process.exitCode = spawnSync(process.execPath, [CHECK, what, ...others], { stdio: 'inherit' }).status ?? 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
