import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { checkDatabase } from '../../server/audit/check-database.ts'
import { openHead } from '../../server/audit/head-keeper.ts'
import { auditFolder, findSigner, type Signer } from '../../server/audit/keys.ts'
import { listLines } from '../../server/audit/queries.ts'
import { replayLog } from '../../server/audit/replay.ts'
import { connect } from '../../server/db/connect.ts'
import type { Engine } from '../../server/db/dialect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import { openDatabase } from '../../server/start.ts'
import { check, snapshotOf } from './forged-snapshot.ts'
import { buildWorld, copyOf, emptied, goOn, type World, WORLD_NOW } from './forged-world.ts'
import { FORGINGS, otherHistory } from './forging.ts'
import { dropPostgres } from './postgres-copies.ts'
import type { Place } from './proof-desk.ts'
import { pick } from './random-life.ts'
import { randomFrom } from './random.ts'

export interface ForgeriesProved {
  /** How many of each kind. */
  forgeries: Record<string, number>
  /** By whom they were found: a start refused, or the replay told it. */
  found: { start: number; replay: number }
  /** Forgeries that neither a start nor the replay finds. */
  missedByServer: string[]
  /** Forgeries that the offline check does not find. */
  missedOffline: string[]
  controls: number
  /** Untouched databases in which something was found. */
  alarms: string[]
}

interface Case {
  world: World
  server: string
  folder: string
  engine: Engine
  random: () => number
}

/** So many forgeries share a history. */
const PER_WORLD = 100

/**
 * Forges databases, and leaves as many as they are; each is held against HEAD as at a start, replayed, and checked offline
 * by the snapshot that can be made of it beside one from before.
 *
 * @param server the address of a PostgreSQL server in which databases can be made
 * @param only the number of one forgery and control, to see it again
 */
export async function proveForgeries(
  { root, server, count, seed, only }: { root: string; server: string; count: number; seed: number; only?: number },
  say: (text: string) => void = () => undefined,
): Promise<ForgeriesProved> {
  const proved: ForgeriesProved = {
    forgeries: {},
    found: { start: 0, replay: 0 },
    missedByServer: [],
    missedOffline: [],
    controls: 0,
    alarms: [],
  }
  for (let first = 0; first < count; first += PER_WORLD) {
    if (only !== undefined && (only < first || only >= first + PER_WORLD)) continue
    const home = path.join(root, `world-${first}`)
    mkdirSync(home)
    const world = await buildWorld(home, server, randomFrom(seed + first))
    const one = async (number: number): Promise<void> => {
      const engine = number % 2 === 0 ? 'sqlite' : 'postgres'
      const caseOf = (what: string): Case => ({
        world,
        server,
        folder: path.join(home, `${what}-${number}`),
        engine,
        random: randomFrom((seed + number) * 2 + (what === 'forgery' ? 1 : 0)),
      })
      await proveForgery(caseOf('forgery'), `${number} (${engine})`, proved)
      await proveControl(caseOf('control'), `${number} (${engine})`, proved)
    }
    const numbers = Array.from({ length: Math.min(PER_WORLD, count - first) }, (_, at) => first + at)
    const waiting = numbers.filter((number) => only === undefined || number === only)
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await one(next)
    }
    // While one waits for a process, the other has the processor.
    await Promise.all([lane(), lane()])
    for (const { url } of Object.values(urlsOf(world))) await dropPostgres(server, url)
    rmSync(home, { recursive: true })
    const { missedByServer, missedOffline, alarms } = proved
    say(
      `${first + numbers.length}: ${missedByServer.length} and ${missedOffline.length} missed, ${alarms.length} alarms`,
    )
  }
  return proved
}

const urlsOf = ({ states: { postgres } }: World) => [{ url: postgres.present }, { url: postgres.backup }]

async function proveForgery(one: Case, name: string, proved: ForgeriesProved): Promise<void> {
  const kind = pick(one.random, KINDS)
  const { place, what } = await forged(one, kind)
  const told = `${name}: ${kind}, ${what}`
  proved.forgeries[kind] = (proved.forgeries[kind] ?? 0) + 1
  if (await isRefused(place)) proved.found.start += 1
  else if (await isToldByReplay(place)) proved.found.replay += 1
  else proved.missedByServer.push(told)
  const folder = await snapshotOfPlace(place, one.world)
  // What has no line is not in the log, and so no older one can show it; the log itself does.
  const words = kind === 'change without a line' ? [] : ['--older', one.world.older.folder]
  if ((await check(folder, ...words)).isWell) proved.missedOffline.push(told)
  await takeAway(place, one)
}

const OLD_BACKUP = 'old backup'
const OLD_BACKUP_GONE_ON = 'old backup, gone on with'
const OTHER_HISTORY = 'another history'
const KINDS = [...Object.keys(FORGINGS), OLD_BACKUP, OLD_BACKUP_GONE_ON, OTHER_HISTORY]

async function forged(one: Case, kind: string): Promise<{ place: Place; what: string }> {
  const { engine, folder, server, random, world } = one
  const isBackup = kind === OLD_BACKUP || kind === OLD_BACKUP_GONE_ON
  const place = await copyOf(world, { engine, state: isBackup ? 'backup' : 'present', folder, server })
  const db = connect(place)
  try {
    if (kind === OLD_BACKUP) return { place, what: '' }
    if (kind === OLD_BACKUP_GONE_ON) {
      const events = Math.floor(random() * 40)
      await goOn(db, events, random)
      return { place, what: `${events} events` }
    }
    const covered = world.older.lines
    if (kind === OTHER_HISTORY)
      return await writtenAnew(one, place, otherHistory(await listLines(db), { covered, random }))
    const what = (await FORGINGS[kind]?.({ db, covered, random })) ?? ''
    return { place, what }
  } finally {
    await db.destroy()
  }
}

/** A database that says in all its tables what a forged log says. */
async function writtenAnew(
  { server }: Case,
  before: Place,
  lines: readonly string[],
): Promise<{ place: Place; what: string }> {
  const place = await emptied(before, server)
  const db = connect(place)
  await migrateToLatest(db)
  await replayLog(db, lines)
  await db.destroy()
  return { place, what: 'a figure, from its first line on' }
}

async function proveControl(one: Case, name: string, proved: ForgeriesProved): Promise<void> {
  const { engine, folder, server, random, world } = one
  const place = await copyOf(world, { engine, state: 'present', folder, server })
  const db = connect(place)
  const head = await openHead(db, place.dataDir, () => WORLD_NOW)
  await goOn(db, Math.floor(random() * 10), random)
  await head.close()
  await db.destroy()
  proved.controls += 1
  if (await isRefused(place)) proved.alarms.push(`${name}: a start is refused`)
  if (await isToldByReplay(place)) proved.alarms.push(`${name}: the replay tells something`)
  const { isWell, text } = await check(await snapshotOfPlace(place, world), '--older', world.older.folder)
  if (!isWell)
    proved.alarms.push(
      `${name}: ${text
        .split('\n')
        .filter((line) => line.startsWith('✗'))
        .join(' ')}`,
    )
  await takeAway(place, one)
}

/** Whether the program does not start on a database. */
async function isRefused(place: Place): Promise<boolean> {
  try {
    await (await openDatabase(place)).destroy()
    return false
  } catch {
    return true
  }
}

async function isToldByReplay(place: Place): Promise<boolean> {
  const db = connect(place)
  const { troubles, differing } = await checkDatabase(db, auditFolder(place.dataDir))
  await db.destroy()
  return troubles.length > 0 || differing > 0
}

async function snapshotOfPlace(place: Place, { older }: World): Promise<string> {
  const db = connect(place)
  const folder = await snapshotOf(db, { within: place.dataDir, signer: signerOf(place), like: older.folder })
  await db.destroy()
  return folder
}

function signerOf({ dataDir }: Place): Signer {
  const signer = findSigner(auditFolder(dataDir))
  if (signer === undefined) throw new Error('there is no key')
  return signer
}

async function takeAway({ url }: Place, { folder, server }: Case): Promise<void> {
  if (url !== undefined) await dropPostgres(server, url)
  rmSync(folder, { recursive: true })
}
