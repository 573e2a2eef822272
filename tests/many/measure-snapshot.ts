import { spawnSync } from 'node:child_process'
import path from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import type { Taken } from './snapshot-memory.ts'

/** What a snapshot of the database in a folder takes, made by a fresh process with the settings of `npm run snapshot`. Linux only. */
export function measureSnapshot(dataDir: string): Taken {
  const [, ...words] = packageJson.scripts.snapshot.split(' ')
  const settings = words.filter((word) => word.startsWith('--'))
  const program = path.join(import.meta.dirname, 'snapshot-memory.ts')
  const { stdout, stderr, status } = spawnSync(process.execPath, [...settings, program, dataDir], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Taken
}
