import path from 'node:path'
import { parseArgs } from 'node:util'
import { makeBackup, type MadeBackup } from '../server/backup/make.ts'
import { readConfig } from '../server/config.ts'
import { tellStages } from './stages.ts'

// npm run backup [-- --to FOLDER --keep N --with-key]: a backup while the service runs, restored as a trial before it counts.

function readKeep(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^[1-9][0-9]{0,4}$/.test(text)) throw new Error('--keep must be a number from 1 on.')
  return Number(text)
}

function report({ folder, lines, figures, copied, lost, removed }: MadeBackup): void {
  console.log(`✓ ${folder}`)
  console.log(`✓ Restored as a trial: ${lines} lines of the log, ${figures} approved figures, ${copied} snapshots.`)
  for (const number of lost) console.warn(`Of snapshot ${number} there is no folder.`)
  for (const name of removed) console.log(`Removed: ${name}`)
}

const stages = tellStages()
try {
  const options = { to: { type: 'string' }, keep: { type: 'string' }, 'with-key': { type: 'boolean' } } as const
  const { values } = parseArgs({ options })
  const { databaseUrl: url, dataDir } = readConfig(process.env, { dataDir: 'data/tanbiao' })
  const made = await makeBackup({
    place: { url, dataDir },
    to: path.resolve(values.to ?? path.join(path.dirname(dataDir), 'backups')),
    keep: readKeep(values.keep),
    withKey: values['with-key'] ?? false,
    programs: { bin: process.env['POSTGRES_BIN'] || undefined, env: process.env },
    now: new Date(),
    say: stages.say,
  })
  stages.end()
  report(made)
} catch (error) {
  stages.end()
  console.error(`✗ No backup was made. ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
