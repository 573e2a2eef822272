import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { loadDemo } from '../../seeds/load-demo.ts'
import { connect } from '../../server/db/connect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { loadFigures } from './load-figures.ts'
import type { Taken } from './snapshot-memory.ts'

const AT = new Date('2026-06-30T04:00:00.000Z')

/** Makes a SQLite database of the demo and so many approved figures beside it, in a folder that has none. */
export async function makeFiguresDatabase(
  dataDir: string,
  wanted: { figures: number; seed: number; onStored?: (count: number) => void },
): Promise<void> {
  const db = connect({ dataDir })
  await migrateToLatest(db)
  await loadDemo(db, AT)
  await loadFigures(db, { ...wanted, at: AT })
  await db.destroy()
}

/** What a snapshot of it takes, made by a fresh process with the settings of `npm run snapshot`. Linux only. */
export function measureSnapshot(dataDir: string): Taken {
  const [, ...words] = packageJson.scripts.snapshot.split(' ')
  const settings = words.filter((word) => word.startsWith('--'))
  const program = path.join(import.meta.dirname, 'snapshot-memory.ts')
  const { stdout, stderr, status } = spawnSync(process.execPath, [...settings, program, dataDir], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Taken
}
