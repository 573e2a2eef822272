import type { Kysely } from 'kysely'
import type { Engine } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import { signIn } from '../helpers/accounts.ts'
import type { Place } from '../proofs/proof-desk.ts'
import type { Ground } from './ground.ts'
import type { Result } from './result.ts'
import { type Service, startService } from './service.ts'

/** How much is measured; a test measures less. */
export interface Extent {
  /** Of ours and the reference in turn. */
  runs: number
  /** Each time that a rate is counted. */
  windowSeconds: number
  /** Figures at a time: a sheet has 200, five years of a region 1,000. */
  bulkFigures: number
  /** Who write at the same time, and how often each. */
  writers: number
  savesEach: number
  /** How long someone reads slowly, and how long a service is left alone. */
  slowSeconds: number
  idleSeconds: number
}

export const USUAL: Extent = {
  runs: 5,
  windowSeconds: 3,
  bulkFigures: 10_000,
  writers: 64,
  savesEach: 16,
  slowSeconds: 10,
  idleSeconds: 10,
}

/** Where and with what a goal is measured. */
export interface Desk {
  engine: Engine
  figures: number
  /** The database; what a goal writes stays there. */
  place: Place
  /** The same, for what a goal prepares while no service runs on it, and for what it measures in this process. */
  db: Kysely<Database>
  ground: Ground
  extent: Extent
  /** A folder for references of SQLite, and the address of a database for those of PostgreSQL. */
  reference: Place
  say: (text: string) => void
}

/** What a goal answers; size and engine are known. */
export type Row = Omit<Result, 'goal' | 'figures' | 'engine'>

/** Measures while the service runs on the database, and stops it. */
export async function withService<Measured>(
  { place }: Desk,
  measure: (service: Service) => Promise<Measured>,
): Promise<Measured> {
  const service = await startService(place)
  try {
    const measured = await measure(service)
    await service.stop()
    return measured
  } catch (error) {
    await service.stop().catch((reason: unknown) => {
      throw new Error(String(reason), { cause: error })
    })
    throw error
  }
}

/** The headers of a request by this account, which is signed in. */
export const asUser = ({ db }: Desk, username: string): Promise<{ cookie: string }> => signIn(db, username, new Date())
