import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openHead } from '../../server/audit/head-keeper.ts'
import { connect } from '../../server/db/connect.ts'
import { check } from './forged-snapshot.ts'
import { buildWorld, copyOf, goOn, type World, WORLD_NOW } from './forged-world.ts'
import { type Case, forged, isRefused, isToldByReplay, KINDS, snapshotOfPlace, takeAway } from './forgery-case.ts'
import { WITHOUT_LINE } from './forging.ts'
import { pick } from './life-moment.ts'
import { dropPostgres } from './postgres-copies.ts'
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
  const words = kind === WITHOUT_LINE ? [] : ['--older', one.world.older.folder]
  if ((await check(folder, ...words)).isWell) proved.missedOffline.push(told)
  await takeAway(place, one)
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
