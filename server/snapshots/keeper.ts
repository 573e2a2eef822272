import type { Kysely } from 'kysely'
import type { HeadKeeper } from '../audit/head-keeper.ts'
import type { Database } from '../db/schema.ts'
import type { Clock } from '../http/as-of.ts'
import { readEnclosed } from './enclosed.ts'
import { snapshotsFolder } from './folders.ts'
import { beginSnapshot, type SnapshotPlace, type WantedSnapshot } from './make.ts'
import type { Snapshot } from './queries.ts'
import { tidySnapshots } from './tidy.ts'

/** Makes snapshots beside what the service does else. */
export interface SnapshotKeeper {
  /** The folder of their folders. */
  within: string
  /** Those of which there was no folder at the start. */
  lost: readonly Snapshot[]
  /** Answers the number at once, and makes it then. @throws {Refusal} 409 while another is being made */
  begin: (wanted: Omit<WantedSnapshot, 'signal' | 'onProgress'>) => Promise<number>
  /** Tells `listener` why one could not be made. */
  onFailure: (listener: (error: unknown) => void) => void
  /** Ends what is being made, of which nothing is left. */
  close: () => Promise<void>
}

/** After a start: brings to its end what a crash interrupted. */
export async function openSnapshots(
  db: Kysely<Database>,
  dataDir: string,
  head: HeadKeeper,
  clock: Clock = () => new Date(),
): Promise<SnapshotKeeper> {
  const within = snapshotsFolder(dataDir)
  const lost = await tidySnapshots(db, within)
  const ending = new AbortController()
  const running = new Set<Promise<unknown>>()
  let tell: (error: unknown) => void = () => undefined
  return {
    within,
    lost,
    begin: async (wanted) => {
      // A rotation changes the key while the service runs.
      const place: SnapshotPlace = { db, clock, within, signer: head.signer(), enclosed: readEnclosed() }
      const { number, made } = await beginSnapshot(place, { ...wanted, signal: ending.signal })
      const ended = made
        .catch((error: unknown) => {
          if (!ending.signal.aborted) tell(error)
        })
        .finally(() => running.delete(ended))
      running.add(ended)
      return number
    },
    onFailure: (listener) => {
      tell = listener
    },
    close: async () => {
      ending.abort()
      await Promise.all(running)
    },
  }
}
