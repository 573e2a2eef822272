import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { checkDatabase } from '../../server/audit/check-database.ts'
import { auditFolder } from '../../server/audit/keys.ts'
import { connect } from '../../server/db/connect.ts'
import { startNginx } from '../helpers/nginx.ts'
import { freePort, type PostgresServer } from '../helpers/postgres.ts'
import { startReplicated } from '../helpers/postgres-replica.ts'
import { letWork } from './crowd.ts'
import { type Acknowledged, Ledger } from './crowd-ledger.ts'
import { prepareCrowd } from './crowd-world.ts'
import { environmentOf, type Place } from './proof-desk.ts'
import { type ServerProcess, startServer } from './server-process.ts'

export interface ServersProved {
  requests: number
  writes: number
  /** What nobody should have seen: 5xx, no answer, 401. */
  errors: string[]
  strange: string[]
  stale: string[]
  /** Acknowledged writes that are not in the database. */
  lost: string[]
  /** What the check of database, chain and HEAD found. */
  troubles: string[]
  doneBefore: number
  readsOfReplica: number
  passedOn: number
  latencies: ReturnType<Ledger['latencies']>
}

export interface ServersWanted {
  /** An empty folder, which both servers share. */
  dataDir: string
  users: number
  seconds: number
  thinkMs: number
  random: () => number
  say?: (what: string) => void
}

/**
 * People at work through nginx on two servers, a PostgreSQL primary and its streaming replica. After a third of the time
 * one server is killed, after a half the replica falls behind, after two thirds it is killed; each for a tenth.
 */
export async function proveServers(wanted: ServersWanted): Promise<ServersProved> {
  const { dataDir, users, seconds, thinkMs, random, say = () => undefined } = wanted
  const postgres = await startReplicated()
  const place: Place = { dataDir, url: postgres.primary.url }
  const ports = [await freePort(), await freePort()] as const
  const begin = (port: number): Promise<ServerProcess> =>
    startServer({
      ...{ ...environmentOf(place), DATABASE_REPLICA_URL: postgres.replica.url, TRUST_PROXY: '127.0.0.0/8' },
      ...{ PORT: String(port), METRICS: '1', LOG_LEVEL: 'silent' },
    })
  const world = await prepareCrowd(place, users)
  say(`${users} people, ${seconds} s`)
  const servers = [await begin(ports[0]), await begin(ports[1])]
  const nginx = await startNginx(ports)
  const counts = new Counts()
  const ledger = new Ledger()
  let isOver = false
  try {
    const working = letWork({ address: nginx.address, world, ledger, random, thinkMs, isOver: () => isOver })
    const pause = (share: number): Promise<void> => delay(share * seconds * 1000)
    await pause(1 / 3)
    await counts.take(servers[0])
    await servers[0]?.kill()
    say('one server is killed')
    await pause(1 / 10)
    servers[0] = await begin(ports[0])
    say('and started again')
    await pause(1 / 2 - 1 / 3 - 1 / 10)
    await onReplica(postgres.replica, 'select pg_wal_replay_pause()')
    say('the replica falls behind')
    await pause(1 / 10)
    await onReplica(postgres.replica, 'select pg_wal_replay_resume()')
    say('and catches up')
    await pause(2 / 3 - 1 / 2 - 1 / 10)
    await postgres.replica.stop('immediate')
    say('the replica is stopped')
    await pause(1 / 10)
    await postgres.replica.start()
    say('and started again')
    await pause(1 - 2 / 3 - 1 / 10)
    isOver = true
    await working
    for (const server of servers) await counts.take(server)
    // So that the end of the log is signed.
    await Promise.all(servers.map((server) => server.stop()))
    say('the database is held against what was acknowledged, and against its log')
    const latencies = ledger.latencies()
    return {
      ...(await checkPlace(place, ledger.writes)),
      ...{ errors: ledger.errors, strange: ledger.strange, stale: ledger.stale, doneBefore: ledger.doneBefore },
      requests: Object.values(latencies).reduce((sum, { count }) => sum + count, 0),
      writes: ledger.writes.length,
      ...{ readsOfReplica: counts.reads, passedOn: counts.passedOn, latencies },
    }
  } finally {
    isOver = true
    await nginx.stop()
    await Promise.all(servers.map((server) => server.kill()))
    await postgres.remove()
  }
}

async function onReplica({ url }: PostgresServer, text: string): Promise<void> {
  const db = connect({ url, dataDir: '' })
  await sql.raw(text).execute(db)
  await db.destroy()
}

/** What the servers say of the replica; a server that is killed forgets it. */
class Counts {
  reads = 0
  passedOn = 0

  async take(server: ServerProcess | undefined): Promise<void> {
    const text = await (await fetch(`${server?.address}/metrics`)).text()
    const valueOf = (name: string): number => Number(new RegExp(`^${name} ([0-9]+)$`, 'm').exec(text)?.[1] ?? 0)
    this.reads += valueOf('tanbiao_replica_reads_total')
    this.passedOn += valueOf('tanbiao_replica_passed_on_total')
  }
}

async function checkPlace(
  place: Place,
  writes: readonly Acknowledged[],
): Promise<Pick<ServersProved, 'lost' | 'troubles'>> {
  const db = connect(place)
  try {
    const entered = await db.selectFrom('observation_revision').select(['seq', 'revision', 'value']).execute()
    const steps = await db.selectFrom('observation_step').select(['observation_seq', 'step']).execute()
    const known = new Set([
      ...entered.map(({ seq, revision, value }) => `${seq} ${revision} ${value} draft`),
      ...steps.map(({ observation_seq: seq, step }) => `${seq} ${step}`),
    ])
    const nameOf = ({ id, revision, value, state }: Acknowledged): string =>
      state === 'draft' ? `${id} ${revision} ${value} draft` : `${id} ${state}`
    const lost = writes.map(nameOf).filter((name) => !known.has(name))
    const { troubles, differences, isPlayed, stale } = await checkDatabase(db, auditFolder(place.dataDir))
    const found = [...troubles, ...differences.map((one) => JSON.stringify(one)), ...(isPlayed ? [] : ['not played'])]
    if (stale > 0) found.push(`${stale} rows of the figures in force do not follow`)
    return { lost, troubles: found }
  } finally {
    await db.destroy()
  }
}
