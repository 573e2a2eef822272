import path from 'node:path'
import { parseArgs } from 'node:util'
import { openHead } from '../server/audit/head-keeper.ts'
import { PROGRAM } from '../server/audit/program.ts'
import { readConfig } from '../server/config.ts'
import { resolveAsOf } from '../server/http/as-of.ts'
import { Refusal } from '../server/http/refusal.ts'
import { readEnclosed } from '../server/snapshots/enclosed.ts'
import { folderNameOf, makeSnapshot, snapshotsFolder, tidySnapshots } from '../server/snapshots/make.ts'
import { openDatabase } from '../server/start.ts'

// npm run snapshot [-- --as-of 2026-06-30 --reason "…"]: writes the next snapshot, as known now or on a day. Also while the service runs.

const clock = (): Date => new Date()

try {
  const { values } = parseArgs({ options: { 'as-of': { type: 'string' }, reason: { type: 'string' } } })
  const { databaseUrl, dataDir } = readConfig(process.env, { dataDir: 'data/tanbiao' })
  const within = snapshotsFolder(dataDir)
  const db = await openDatabase({ url: databaseUrl, dataDir })
  try {
    const head = await openHead(db, dataDir, clock)
    try {
      for (const { number } of await tidySnapshots(db, within))
        console.warn(`Of snapshot ${number} there is no folder.`)
      const asOf = await resolveAsOf(db, clock, values['as-of'])
      const place = { db, clock, within, signer: head.signer(), enclosed: readEnclosed() }
      const made = await makeSnapshot(place, {
        asOf,
        actor: PROGRAM,
        reason: values.reason,
        onFile: (written, of) => process.stderr.isTTY && process.stderr.write(`\r${written} / ${of} files `),
      })
      console.log(`Snapshot ${made.number}: ${path.join(within, folderNameOf(made))}\nFingerprint: ${made.fingerprint}`)
    } finally {
      await head.close()
    }
  } finally {
    await db.destroy()
  }
} catch (error) {
  if (error instanceof Refusal) console.error('--as-of must be a day or an instant that is not later than now.')
  else console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
