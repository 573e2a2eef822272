import { cpSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import { loadPlans } from '../../seeds/load.ts'
import { openHead } from '../../server/audit/head-keeper.ts'
import { auditFolder } from '../../server/audit/keys.ts'
import { PROGRAM } from '../../server/audit/program.ts'
import { findLastLine, listLines } from '../../server/audit/queries.ts'
import { replayLog } from '../../server/audit/replay.ts'
import { connect } from '../../server/db/connect.ts'
import type { Engine } from '../../server/db/dialect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import type { Database } from '../../server/db/schema.ts'
import { resolveAsOf } from '../../server/http/as-of.ts'
import { readEnclosed } from '../../server/snapshots/enclosed.ts'
import { folderNameOf, snapshotsFolder } from '../../server/snapshots/folders.ts'
import { makeSnapshot } from '../../server/snapshots/make.ts'
import { copyOfPostgres, emptyPostgres } from './postgres-copies.ts'
import type { Place } from './proof-desk.ts'
import { happen } from './random-life.ts'

/** A database with a history, kept as it was at two moments; an auditor has taken a snapshot between them. */
export interface World {
  /** Database, key and HEAD as they are in the end; nobody changes them. */
  dataDir: string
  /** An auditor's snapshot, and how many lines it has. */
  older: { folder: string; lines: number }
  /** On each engine the database as it is in the end, and its backup from before the snapshot. */
  states: Record<Engine, { present: string; backup: string }>
}

/** When the last of it happened. */
export const WORLD_NOW = new Date('2026-11-01T04:00:00.000Z')
const BEGIN = new Date('2026-06-30T04:00:00.000Z')
const HOUR_MS = 3_600_000

/** @param server the address of a PostgreSQL server in which databases can be made */
export async function buildWorld(root: string, server: string, random: () => number): Promise<World> {
  const dataDir = path.join(root, 'world')
  const backup = path.join(root, 'backup.sqlite')
  const db = connect({ dataDir })
  await migrateToLatest(db)
  await loadPlans(db, BEGIN)
  let now = BEGIN.getTime()
  const clock = (): Date => new Date((now += HOUR_MS))
  const head = await openHead(db, dataDir, clock)
  const live = async (events: number): Promise<void> => {
    for (let event = 0; event < events; event += 1) await happen(db, random, clock())
  }
  await live(15)
  await sql`vacuum into ${backup}`.execute(db)
  const early = await listLines(db)
  await live(15)
  const older = await makeOlder(db, { dataDir, clock, signer: head.signer() }, path.join(root, 'older'))
  await live(10)
  await head.close()
  const present = path.join(root, 'present.sqlite')
  await sql`vacuum into ${present}`.execute(db)
  const states = {
    sqlite: { present, backup },
    postgres: { present: await played(server, await listLines(db)), backup: await played(server, early) },
  }
  await db.destroy()
  return { dataDir, older, states }
}

type Making = Pick<Parameters<typeof makeSnapshot>[0], 'clock' | 'signer'> & { dataDir: string }

async function makeOlder(db: Kysely<Database>, { dataDir, clock, signer }: Making, folder: string) {
  const within = snapshotsFolder(dataDir)
  const asOf = await resolveAsOf(db, clock, undefined)
  const made = await makeSnapshot(
    { db, clock, within, signer, enclosed: readEnclosed() },
    { titleZh: '年度审计', asOf, actor: PROGRAM },
  )
  renameSync(path.join(within, folderNameOf(made)), folder)
  return { folder, lines: made.logSeq }
}

async function played(server: string, lines: readonly string[]): Promise<string> {
  const url = await emptyPostgres(server)
  const db = connect({ url, dataDir: '' })
  await migrateToLatest(db)
  await replayLog(db, lines)
  await db.destroy()
  return url
}

/** A copy of the database at one of its moments, with the newest key and HEAD: whoever changes it has no way to these. */
export async function copyOf(
  { dataDir, states }: World,
  { engine, state, folder, server }: { engine: Engine; state: 'present' | 'backup'; folder: string; server: string },
): Promise<Place> {
  mkdirSync(folder, { recursive: true })
  cpSync(auditFolder(dataDir), auditFolder(folder), { recursive: true })
  const from = states[engine][state]
  if (engine === 'postgres') return { dataDir: folder, url: await copyOfPostgres(server, from) }
  cpSync(from, path.join(folder, 'tanbiao.sqlite'))
  return { dataDir: folder }
}

/** An empty database in the place of the one that was there, with the same key and HEAD. */
export async function emptied({ dataDir, url }: Place, server: string): Promise<Place> {
  if (url !== undefined) return { dataDir, url: await emptyPostgres(server) }
  const folder = path.join(dataDir, 'emptied')
  mkdirSync(folder)
  cpSync(auditFolder(dataDir), auditFolder(folder), { recursive: true })
  return { dataDir: folder }
}

/** Goes on with a database as anyone may: so many things happen after all that is there. */
export async function goOn(db: Kysely<Database>, events: number, random: () => number): Promise<void> {
  const last = await findLastLine(db)
  let at = Math.max(WORLD_NOW.getTime(), new Date(last?.at ?? 0).getTime())
  for (let event = 0; event < events; event += 1) await happen(db, random, new Date((at += HOUR_MS)))
}
