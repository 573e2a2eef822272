import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import { loadDemo } from '../../seeds/load-demo.ts'
import { openHead } from '../../server/audit/head-keeper.ts'
import { auditFolder } from '../../server/audit/keys.ts'
import { PROGRAM } from '../../server/audit/program.ts'
import { listLines } from '../../server/audit/queries.ts'
import { replayLog } from '../../server/audit/replay.ts'
import { connect } from '../../server/db/connect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import type { Database } from '../../server/db/schema.ts'
import { resolveAsOf } from '../../server/http/as-of.ts'
import { readEnclosed } from '../../server/snapshots/enclosed.ts'
import { folderNameOf, snapshotsFolder } from '../../server/snapshots/folders.ts'
import { makeSnapshot, type SnapshotPlace } from '../../server/snapshots/make.ts'
import { SUMS } from '../../server/snapshots/write.ts'
import type { Place } from './proof-desk.ts'
import { copyPostgres, emptyPostgres } from './postgres-copies.ts'
import { happen } from './random-life.ts'
import { type MadeSnapshot, remakeElsewhere } from './remake-snapshots.ts'

export interface SnapshotsProved {
  snapshots: number
  lines: number
  /** How often one of them was made again: on each database, under each time zone and locale. */
  remade: number
  /** What was not the same, or not as its log says; a sentence each. */
  different: string[]
}

/** As in the demo; time goes on from here. */
const BEGIN = new Date('2026-06-30T04:00:00.000Z')
const FIRST_LINE = new Date('2023-07-03T01:00:00.000Z').getTime()
const DAY_MS = 86_400_000

/** Where and how the program is started anew; the locale of a process is that of `LC_ALL`, else of `LANG`. */
const ENVIRONMENTS = [
  { TZ: 'UTC', LANG: 'C' },
  { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
] as const

/**
 * Makes snapshots of random instants while a database lives on, and then each of them again by processes that are started
 * afresh: on the database itself, on one restored from its backup, on PostgreSQL with the same log, and on one restored
 * from a dump of that, which orders texts as Chinese does; under two time zones and locales.
 *
 * @param root a folder for all databases
 * @param server the address of a PostgreSQL server in which databases can be made
 */
export async function proveSnapshots(
  { root, server, count, random }: { root: string; server: string; count: number; random: () => number },
  say: (text: string) => void = () => undefined,
): Promise<SnapshotsProved> {
  const original = { dataDir: path.join(root, 'original') }
  const db = connect(original)
  const made = await live(db, original.dataDir, count, random)
  say(`${count} snapshots made`)
  const places = await copiesOf(db, original.dataDir, root, server)
  const { length: lines } = await listLines(db)
  await db.destroy()
  const different = made.flatMap((one) => one.troubles)
  let remade = 0
  for (const [name, place] of Object.entries(places)) {
    for (const environment of ENVIRONMENTS) {
      const troubles = await remakeElsewhere(place, environment, made)
      different.push(...troubles.map((trouble) => `${name}, ${Object.values(environment).join(' ')}: ${trouble}`))
      remade += made.length
      say(`made again: ${name}, ${Object.values(environment).join(' ')}; ${different.length} different`)
    }
  }
  return { snapshots: made.length, lines, remade, different }
}

/** A life with a snapshot now and then, half of them as known long ago. */
async function live(
  db: Kysely<Database>,
  dataDir: string,
  count: number,
  random: () => number,
): Promise<(MadeSnapshot & { troubles: string[] })[]> {
  await migrateToLatest(db)
  await loadDemo(db, BEGIN)
  let now = BEGIN.getTime()
  // No two things happen at once, so that an instant says which lines were known.
  const clock = (): Date => new Date((now += 1))
  const head = await openHead(db, dataDir, clock)
  const place = { db, clock, within: snapshotsFolder(dataDir), signer: head.signer(), enclosed: readEnclosed() }
  const made: (MadeSnapshot & { troubles: string[] })[] = []
  while (made.length < count) {
    for (let events = Math.floor(random() * 5); events > 0; events -= 1) {
      now += Math.floor(random() * DAY_MS)
      await happen(db, random, clock())
    }
    const past = FIRST_LINE + Math.floor(random() * (now - FIRST_LINE))
    made.push(await makeOne(place, random() < 0.5 ? undefined : new Date(past).toISOString()))
  }
  await head.close()
  return made
}

/** Makes a snapshot as the program does, reads what lies on the disk, and takes it away again. */
async function makeOne(
  place: SnapshotPlace,
  instant: string | undefined,
): Promise<MadeSnapshot & { troubles: string[] }> {
  const asOf = await resolveAsOf(place.db, place.clock, instant)
  const made = await makeSnapshot(place, { titleZh: '年度审计', asOf, actor: PROGRAM })
  const folder = path.join(place.within, folderNameOf(made))
  const sums = sumsOf(folder)
  const troubles = made.files
    .filter(({ name, sha256 }) => sums[name] !== sha256 || sha256Of(path.join(folder, name)) !== sha256)
    .map(({ name }) => `${made.number}: ${name} on the disk is not what the log says`)
  rmSync(folder, { recursive: true })
  return { instant: made.instant, logSeq: made.logSeq, previous: made.previous, sums, troubles }
}

const sha256Of = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

/** What `SHA256SUMS` says: fingerprints by name. */
function sumsOf(folder: string): Record<string, string> {
  const lines = readFileSync(path.join(folder, SUMS), 'utf8').trimEnd().split('\n')
  return Object.fromEntries(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
}

/** The same log in four databases, each with the key and HEAD in a folder of its own. */
async function copiesOf(
  db: Kysely<Database>,
  dataDir: string,
  root: string,
  server: string,
): Promise<Record<string, Place>> {
  const folderOf = (name: string): string => {
    const folder = path.join(root, name)
    mkdirSync(folder)
    cpSync(auditFolder(dataDir), auditFolder(folder), { recursive: true })
    return folder
  }
  const backup = folderOf('sqlite-backup')
  await sql`vacuum into ${path.join(backup, 'tanbiao.sqlite')}`.execute(db)
  const played = await emptyPostgres(server)
  const postgres = connect({ url: played, dataDir: '' })
  await migrateToLatest(postgres)
  await replayLog(postgres, await listLines(db))
  await postgres.destroy()
  return {
    SQLite: { dataDir },
    'SQLite, restored': { dataDir: backup },
    PostgreSQL: { url: played, dataDir: folderOf('postgres') },
    'PostgreSQL, restored': { url: await copyPostgres(server, played), dataDir: folderOf('postgres-backup') },
  }
}
