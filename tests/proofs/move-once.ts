import { moveDatabase } from '../../server/move/move.ts'
import { readSide } from '../../server/move/address.ts'
import { memoryOf } from '../helpers/memory.ts'

// A process of its own: moves a database from one address to another, and prints what that took.

/** What a move took. */
export interface MoveTaken {
  sha256: string
  lastHash: string
  rows: number
  /** What was wrong; absent where nothing was. */
  why?: string
  seconds: number
  /** Of these, after everything was copied and compared. */
  replaySeconds: number
  /** The most memory that was resident. */
  megabytes: number
}

export interface WantedMove {
  from: string
  to: string
  dataDir: string
  isReplayed: boolean
}

async function moveOnce({ from, to, dataDir, isReplayed }: WantedMove): Promise<MoveTaken> {
  const begin = performance.now()
  let replayed = 0
  const sides = { from: readSide('FROM', from), to: readSide('TO', to) }
  const moved = await moveDatabase(
    { ...sides, dataDir, isReplayed },
    {
      onCopied: () => undefined,
      onRead: () => undefined,
      onReplay: () => (replayed ||= performance.now()),
    },
  )
  const end = performance.now()
  return {
    sha256: moved.to.sha256,
    lastHash: moved.to.lastHash,
    rows: moved.to.tables.reduce((sum, { rows }) => sum + rows, 0),
    ...(moved.why !== undefined && { why: moved.why }),
    seconds: Math.round((end - begin) / 1000),
    replaySeconds: replayed === 0 ? 0 : Math.round((end - replayed) / 1000),
    megabytes: Math.round(memoryOf('self').peak()),
  }
}

if (import.meta.main) console.log(JSON.stringify(await moveOnce(JSON.parse(process.argv[2] ?? '') as WantedMove)))
