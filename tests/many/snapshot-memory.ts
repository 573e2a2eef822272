import { rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { auditFolder, makeKey } from '../../server/audit/keys.ts'
import { PROGRAM } from '../../server/audit/program.ts'
import { connect } from '../../server/db/connect.ts'
import type { Place } from '../../server/db/trouble.ts'
import { resolveAsOf } from '../../server/http/as-of.ts'
import { readEnclosed } from '../../server/snapshots/enclosed.ts'
import { folderNameOf, snapshotsFolder } from '../../server/snapshots/folders.ts'
import { makeSnapshot } from '../../server/snapshots/make.ts'
import { memoryOf } from '../helpers/memory.ts'

// A process of its own: makes a snapshot of the database of a place, and prints what that took beyond what the process
// had before. Linux counts it.

/** What a snapshot took. */
export interface Taken {
  figures: number
  lines: number
  /** Of all its files. */
  megabytes: number
  seconds: number
  /** Resident memory before, and the most that there was beyond it. */
  beforeMegabytes: number
  extraMegabytes: number
}

/** Makes the snapshot, takes it away again, and answers what it took. */
async function measure({ dataDir, url }: Place): Promise<Taken> {
  const clock = (): Date => new Date()
  const db = connect({ dataDir, url })
  const within = snapshotsFolder(dataDir)
  const signer = await makeKey(auditFolder(dataDir))
  const asOf = await resolveAsOf(db, clock, undefined)
  const memory = memoryOf('self')
  const before = memory.now()
  memory.forget()
  const begin = performance.now()
  const place = { db, clock, within, signer, enclosed: readEnclosed() }
  const made = await makeSnapshot(place, { titleZh: '年度审计', asOf, actor: PROGRAM })
  const seconds = (performance.now() - begin) / 1000
  const extra = memory.peak() - before
  const folder = path.join(within, folderNameOf(made))
  const bytes = made.files.reduce((sum, { name }) => sum + statSync(path.join(folder, name)).size, 0)
  rmSync(folder, { recursive: true })
  await db.destroy()
  const rows = new Map(made.files.map(({ name, rows: count }) => [name, count]))
  return {
    figures: rows.get('observations.csv') ?? 0,
    lines: rows.get('audit.jsonl') ?? 0,
    megabytes: bytes / 1e6,
    seconds,
    beforeMegabytes: before,
    extraMegabytes: extra,
  }
}

if (import.meta.main)
  console.log(JSON.stringify(await measure({ dataDir: process.argv[2] ?? '', url: process.argv[3] })))
