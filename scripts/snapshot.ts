import path from 'node:path'
import { parseArgs } from 'node:util'
import { openHead } from '../server/audit/head-keeper.ts'
import { PROGRAM } from '../server/audit/program.ts'
import { readConfig } from '../server/config.ts'
import { newSnapshot } from '../server/contract/snapshot.ts'
import { resolvePast } from '../server/http/as-of.ts'
import { Refusal } from '../server/http/refusal.ts'
import { readEnclosed } from '../server/snapshots/enclosed.ts'
import { makeSnapshot, type SnapshotPlace, titleOf } from '../server/snapshots/make.ts'
import { folderNameOf, snapshotsFolder } from '../server/snapshots/folders.ts'
import { remakeSnapshot } from '../server/snapshots/remake.ts'
import { tidySnapshots } from '../server/snapshots/tidy.ts'
import { openDatabase } from '../server/start.ts'

// npm run snapshot [-- --as-of 2026-06-30 --title "…"]: writes the next snapshot, as known now or on a day. Also while the service runs.
// npm run snapshot -- --again 7: makes snapshot 7 once more, holds it against its fingerprints, and puts it back where its folder is gone.

const clock = (): Date => new Date()

async function makeNext(place: SnapshotPlace, { day, title }: { day: string | undefined; title: string | undefined }) {
  const asOf = await resolvePast(place.db, clock, day)
  const titleZh = title ?? titleOf(asOf.day)
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stopping.abort(new Error('Stopped; nothing was made.')))
  const made = await makeSnapshot(place, {
    signal: stopping.signal,
    titleZh,
    asOf,
    actor: PROGRAM,
    onProgress: ({ filesWritten, filesTotal, rowsWritten }) =>
      process.stderr.isTTY && process.stderr.write(`\r${filesWritten} / ${filesTotal} files, ${rowsWritten} rows `),
  })
  console.log(
    `Snapshot ${made.number}: ${path.join(place.within, folderNameOf(made))}\nFingerprint: ${made.fingerprint}`,
  )
}

async function makeAgain(place: SnapshotPlace, number: number): Promise<void> {
  const { folder, isRestored } = await remakeSnapshot(place, number)
  console.log(`Snapshot ${number} comes out the same, byte for byte.${isRestored ? ` It is back in ${folder}` : ''}`)
}

try {
  const options = { 'as-of': { type: 'string' }, title: { type: 'string' }, again: { type: 'string' } } as const
  const { values } = parseArgs({ options })
  const { title, again } = values
  if (title !== undefined && !newSnapshot.shape.titleZh.safeParse(title).success) {
    throw new Error('--title must be some text of at most 100 characters.')
  }
  if (again !== undefined && !/^[1-9][0-9]{0,8}$/.test(again)) {
    throw new Error('--again must be the number of a snapshot: --again 7.')
  }
  const { databaseUrl, dataDir } = readConfig(process.env, { dataDir: 'data/tanbiao' })
  const within = snapshotsFolder(dataDir)
  const db = await openDatabase({ url: databaseUrl, dataDir })
  try {
    const head = await openHead(db, dataDir, clock)
    try {
      for (const { number } of await tidySnapshots(db, within))
        console.warn(`Of snapshot ${number} there is no folder.`)
      const place = { db, clock, within, signer: head.signer(), enclosed: readEnclosed() }
      if (again === undefined) await makeNext(place, { day: values['as-of'], title })
      else await makeAgain(place, Number(again))
    } finally {
      await head.close()
    }
  } finally {
    await db.destroy()
  }
} catch (error) {
  if (!(error instanceof Refusal)) console.error(error instanceof Error ? error.message : error)
  else if (error.reason === 'snapshot-under-way')
    console.error('Another snapshot is being made. Try again when it is done.')
  else console.error('--as-of must be a day or an instant that is not later than now.')
  process.exitCode = 1
}
