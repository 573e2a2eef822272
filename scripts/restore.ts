import path from 'node:path'
import { parseArgs } from 'node:util'
import { restoreBackup } from '../server/backup/restore.ts'
import { readConfig } from '../server/config.ts'
import { tellStages } from './stages.ts'

// npm run restore -- FOLDER [--key private-key.pem]: a backup into an empty DATA_DIR, and an empty database with DATABASE_URL.

const HOW_TO_GO_ON =
  'The private key is not in the backup, so the service does not start yet: an auditor accepts the log, which makes a new key (npm run accept-log). Or begin again with the key: --key FILE.'

const stages = tellStages()
try {
  const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true })
  const [folder, ...others] = positionals
  if (folder === undefined || others.length > 0) throw new Error('Say which backup: npm run restore -- FOLDER')
  const { databaseUrl: url, dataDir } = readConfig(process.env, { dataDir: 'data/tanbiao' })
  const { lines, figures, hasKey } = await restoreBackup({
    folder: path.resolve(folder),
    place: { url, dataDir },
    key: values.key === undefined ? undefined : path.resolve(values.key),
    programs: { bin: process.env['POSTGRES_BIN'] || undefined, env: process.env },
    say: stages.say,
  })
  stages.end()
  console.log(`✓ Restored into ${dataDir}: ${lines} lines of the log, ${figures} approved figures, as the log says.`)
  console.log(hasKey ? '✓ The service can be started.' : HOW_TO_GO_ON)
} catch (error) {
  stages.end()
  console.error(`✗ Nothing was restored. ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
