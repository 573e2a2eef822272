import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { loadDemo } from '../../seeds/load-demo.ts'
import { connect } from '../../server/db/connect.ts'
import type { Place } from '../../server/db/trouble.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { loadFigures } from './load-figures.ts'
import type { Taken } from './snapshot-memory.ts'

const AT = new Date('2026-06-30T04:00:00.000Z')

/** Makes the demo and so many approved figures beside it, in a place where nothing is. */
export async function makeFiguresDatabase(
  place: Place,
  wanted: { figures: number; seed: number; onStored?: (count: number) => void },
): Promise<void> {
  const db = connect(place)
  await migrateToLatest(db)
  await loadDemo(db, AT)
  await loadFigures(db, { ...wanted, at: AT })
  await db.destroy()
}

/** What a snapshot of it takes, made by a fresh process with the settings of `npm run snapshot`. Linux only. */
export function measureSnapshot({ dataDir, url }: Place): Taken {
  const [, ...words] = packageJson.scripts.snapshot.split(' ')
  const settings = words.filter((word) => word.startsWith('--'))
  const program = path.join(import.meta.dirname, 'snapshot-memory.ts')
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...settings, program, dataDir, ...(url === undefined ? [] : [url])],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Taken
}
