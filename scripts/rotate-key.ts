import { writeHead } from '../server/audit/head.ts'
import { rotateKey } from '../server/audit/key-lines.ts'
import { auditFolder } from '../server/audit/keys.ts'
import { readConfig } from '../server/config.ts'
import { openDatabase } from '../server/start.ts'

// npm run rotate-key: a new key signs the end of the audit log from now on. The service may run meanwhile.

try {
  const { databaseUrl, dataDir } = readConfig(process.env, { dataDir: 'data/tanbiao' })
  const db = await openDatabase({ url: databaseUrl, dataDir })
  try {
    const folder = auditFolder(dataDir)
    const { fingerprint, oldFingerprint } = await rotateKey(db, folder, new Date())
    const { lines } = await writeHead(db, folder, new Date())
    console.log(`The key ${oldFingerprint}\nhanded over to ${fingerprint},\nwhich has signed ${lines} lines.`)
  } finally {
    await db.destroy()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
