import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { hashOf } from '../../server/audit/chain.ts'
import { connect } from '../../server/db/connect.ts'
import { folderNameOf, snapshotsFolder } from '../../server/snapshots/folders.ts'
import { listSnapshots } from '../../server/snapshots/queries.ts'
import { environmentOf, type Place, prepareDesk } from './proof-desk.ts'
import { ask, startServer } from './server-process.ts'

export interface SnapshotCrashesProved {
  kills: number
  /** Snapshots that were made before or in spite of the kill. */
  made: number
  /** Kills after which nothing of the snapshot was left. */
  nothingLeft: number
  /** Kills after which something unfinished lay there until the next start. */
  unfinished: number
  /** What looked finished and was not, or was recorded and is not there. */
  wrong: string[]
}

/** Asks for a snapshot and kills the program while it is made; after the next start all that is there is whole. */
export async function proveSnapshotCrashes(
  place: Place,
  kills: number,
  random: () => number,
): Promise<SnapshotCrashesProved> {
  const { cookies } = await prepareDesk(place, 400)
  const within = snapshotsFolder(place.dataDir)
  const wrong: string[] = []
  let nothingLeft = 0
  let unfinished = 0
  for (let kill = 0; kill < kills; kill++) {
    const before = await numberMade(place)
    const server = await startServer(environmentOf(place))
    const asked = await ask(server, cookies['auditor'] ?? '', 'POST', '/api/snapshots', { titleZh: `第 ${kill} 次` })
    if (asked?.status !== 202) wrong.push(`kill ${kill}: refused with ${JSON.stringify(asked)}`)
    // Most soon, some when it may be done.
    await delay(600 * random() ** 3)
    await server.kill()
    const left = existsSync(within) ? readdirSync(within) : []
    if (left.some((name) => name.startsWith('.'))) unfinished += 1
    // What looks finished is whole at any moment, also before the next start.
    wrong.push(...left.filter((name) => !name.startsWith('.')).flatMap((name) => faultOf(path.join(within, name))))
    await (await startServer(environmentOf(place))).kill()
    if ((await numberMade(place)) === before) nothingLeft += 1
    wrong.push(...(await faultsAfterStart(place, within)).map((fault) => `kill ${kill}: ${fault}`))
  }
  return { kills, made: await numberMade(place), nothingLeft, unfinished, wrong }
}

async function withSnapshots<Result>(place: Place, use: (all: Awaited<ReturnType<typeof listSnapshots>>) => Result) {
  const db = connect({ dataDir: place.dataDir, url: place.url })
  try {
    return use(await listSnapshots(db))
  } finally {
    await db.destroy()
  }
}

const numberMade = (place: Place): Promise<number> => withSnapshots(place, (all) => all.length)

/** Every recorded one has its folder, no other folder is there, and each says what was recorded. */
const faultsAfterStart = (place: Place, within: string): Promise<string[]> =>
  withSnapshots(place, (all) => {
    const there = existsSync(within) ? readdirSync(within) : []
    const recorded = all.map(folderNameOf)
    return [
      ...there.filter((name) => !recorded.includes(name)).map((name) => `${name} was never recorded`),
      ...recorded.filter((name) => !there.includes(name)).map((name) => `${name} is not there`),
      ...all.flatMap((one) => {
        const sums = path.join(within, folderNameOf(one), 'SHA256SUMS')
        return existsSync(sums) && hashOf(readFileSync(sums, 'utf8')) !== one.fingerprint ? [`${sums} is another`] : []
      }),
    ]
  })

const faultOf = (folder: string): string[] => {
  const { status, stdout } = spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })
  return status === 0 ? [] : [`${folder}: ${stdout}`]
}
