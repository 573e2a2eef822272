import type { Kysely, Transaction } from 'kysely'
import type { Change } from '../../server/audit/change.ts'
import { type Actor, recordChange } from '../../server/audit/record.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import type { EnteredFigure } from '../../server/observations/rows.ts'
import { makeManyFigures } from './many-figures.ts'
import { PROVINCES } from './provinces.ts'

const ADMINISTRATOR: Actor = { username: 'admin', role: 'administrator' }
const REPORTER: Actor = { username: 'reporter', role: 'reporter' }
const REVIEWER: Actor = { username: 'reviewer', role: 'reviewer' }

/** So many figures are stored at once: larger transactions are no faster, and SQLite keeps what is not stored in memory. */
const BATCH = 10_000

interface Wanted {
  figures: number
  seed: number
  /** All of it is recorded at this instant. */
  at: Date
  /** Hears how many figures are stored. */
  onStored?: (count: number) => void
}

/**
 * Records regions, monitored indicators and so many approved figures after what a database holds already, which has the
 * theme `platforms`, through the door that everything goes through: three lines of the log for each figure.
 */
export async function loadFigures(db: Kysely<Database>, { figures, seed, at, onStored }: Wanted): Promise<void> {
  const many = makeManyFigures(figures, seed)
  await inWriteTransaction(db, async (trx) => {
    const add = (change: Change): Promise<number> => recordChange(trx, ADMINISTRATOR, at, change)
    const known = await trx.selectFrom('region').select('code').execute()
    const provinces = PROVINCES.filter(({ code }) => known.every((one) => one.code !== code))
    for (const data of [...provinces, ...many.regions]) await add({ action: 'region.add', data })
    for (const data of many.indicators) await add({ action: 'indicator.add', data })
  })
  let stored = 0
  for (const batch of batchesOf(many.figures(), BATCH)) {
    await inWriteTransaction(db, async (trx) => {
      for (const figure of batch) await approve(trx, at, figure)
    })
    onStored?.((stored += batch.length))
  }
}

async function approve(trx: Transaction<Database>, at: Date, data: EnteredFigure): Promise<void> {
  const observationId = await recordChange(trx, REPORTER, at, { action: 'observation.enter', data })
  const step = { observationId, comment: null }
  await recordChange(trx, REPORTER, at, { action: 'observation.submit', data: step })
  await recordChange(trx, REVIEWER, at, { action: 'observation.approve', data: step })
}

function* batchesOf<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let batch: Item[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
