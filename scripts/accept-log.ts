import { parseArgs } from 'node:util'
import type { Kysely } from 'kysely'
import { acceptLog, findAuditor } from '../server/audit/accept.ts'
import { compareWithHead } from '../server/audit/head.ts'
import { auditFolder } from '../server/audit/keys.ts'
import { readConfig } from '../server/config.ts'
import type { Database } from '../server/db/schema.ts'
import { openChained } from '../server/start.ts'
import { Terminal } from './terminal.ts'
import { checkAndTell, tellUnmarked } from './verify-database.ts'

// npm run accept-log: an auditor goes on with an audit log that is not as its signed HEAD says.
// Asks for name, password and reason; --username and --reason answer two of them, the standard input the password.

async function accept(
  db: Kysely<Database>,
  folder: string,
  given: { username?: string; reason?: string },
): Promise<void> {
  const { trouble } = await compareWithHead(db, folder)
  if (trouble === undefined) {
    console.log('The log is as HEAD says: there is nothing to accept.')
    return await tellUnmarked(folder)
  }
  // Who accepts the log should know whether the tables are as it says.
  await checkAndTell(db, folder)
  const terminal = new Terminal()
  try {
    const username = given.username ?? (await terminal.ask('Auditor, username: '))
    const auditor = await findAuditor(db, username, await terminal.ask('Password: ', true))
    const reason = (given.reason ?? (await terminal.ask('Why the log is so, and accepted: '))).trim()
    if (reason === '') throw new Error('A log is accepted with a reason only.')
    const head = await acceptLog(db, folder, { auditor, reason }, new Date())
    console.log(`Accepted by ${username}. HEAD says ${head?.lines} lines, the last with the hash ${head?.hash}.`)
    await tellUnmarked(folder)
  } finally {
    terminal.close()
  }
}

try {
  const { values } = parseArgs({ options: { username: { type: 'string' }, reason: { type: 'string' } } })
  const { databaseUrl, dataDir } = readConfig(process.env, { dataDir: 'data/tanbiao' })
  const db = await openChained({ url: databaseUrl, dataDir })
  try {
    await accept(db, auditFolder(dataDir), values)
  } finally {
    await db.destroy()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
