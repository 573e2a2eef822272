import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { openHead } from '../../server/audit/head-keeper.ts'
import { connect } from '../../server/db/connect.ts'
import { makeFigures } from '../many/generate/make-figures.ts'
import type { MoveTaken, WantedMove } from './move-once.ts'
import { dropPostgres, emptyPostgres } from './postgres-copies.ts'

export interface MovesProved {
  moves: number
  rows: number
  /** Of the first source; every copy must have it. */
  sha256: string
  /** Copies that were not the same, or not what the log says. */
  different: string[]
  /** The most memory that one of them took. */
  megabytes: number
}

interface Wanted {
  root: string
  /** The address of a PostgreSQL server in which databases can be made. */
  server: string
  figures: number
  roundTrips: number
  seed: number
}

/**
 * Moves a database of so many figures from SQLite to PostgreSQL and from there into another SQLite file, which is moved
 * next. The log is played again after the first move and the last; copies with one fingerprint do not differ between.
 */
export async function proveMoves(
  { root, server, figures, roundTrips, seed }: Wanted,
  say: (text: string) => void = () => undefined,
): Promise<MovesProved> {
  const first = path.join(root, 'first')
  await makeFigures(first, { figures, seed })
  await sign(first)
  say(`${figures} figures made`)
  const proved: MovesProved = { moves: 0, rows: 0, sha256: '', different: [], megabytes: 0 }
  const move = async (wanted: Omit<WantedMove, 'dataDir'>): Promise<void> => {
    if (proved.different.length > 0) return
    const number = proved.moves + 1
    const taken = await moveElsewhere({ ...wanted, dataDir: first })
    say(JSON.stringify(taken))
    if ('failed' in taken) return void proved.different.push(`move ${number}: ${taken.failed}`)
    proved.moves = number
    proved.rows = taken.rows
    proved.sha256 ||= taken.sha256
    proved.megabytes = Math.max(proved.megabytes, taken.megabytes)
    if (taken.sha256 !== proved.sha256) proved.different.push(`move ${number} has ${taken.sha256}`)
    if (taken.why !== undefined) proved.different.push(`move ${number}: ${taken.why}`)
  }
  let from = first
  for (let trip = 1; trip <= roundTrips; trip++) {
    const url = await emptyPostgres(server)
    const back = path.join(root, `back-${trip}`)
    await move({ from: fileIn(from), to: url, isReplayed: trip === 1 })
    await move({ from: url, to: fileIn(back), isReplayed: trip === roundTrips })
    await dropPostgres(server, url)
    if (from !== first) rmSync(from, { recursive: true, force: true })
    from = back
  }
  return proved
}

const fileIn = (folder: string): string => `sqlite:${path.join(folder, 'tanbiao.sqlite')}`

/** As the service leaves its log when it stops. */
async function sign(dataDir: string): Promise<void> {
  const db = connect({ dataDir })
  await (await openHead(db, dataDir)).close()
  await db.destroy()
}

/** By a process that is started afresh, with the settings of `npm run move`. */
async function moveElsewhere(wanted: WantedMove): Promise<MoveTaken | { failed: string }> {
  const settings = packageJson.scripts.move.split(' ').filter((word) => word.startsWith('--'))
  const program = path.join(import.meta.dirname, 'move-once.ts')
  const args = [...settings, program, JSON.stringify(wanted)]
  return await new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) =>
      resolve(error === null ? (JSON.parse(stdout) as MoveTaken) : { failed: stderr }),
    )
  })
}
