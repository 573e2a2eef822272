import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '../../server/db/schema.ts'
import { resolveAsOf } from '../../server/http/as-of.ts'
import { TABLES } from '../../server/snapshots/tables.ts'
import { NOW } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addGround, addIndicator, addTarget } from '../helpers/world.ts'

/** So many targets are read at a time. */
const PAGE = 200

describeOnBothEngines('the tables of a snapshot', (engine) => {
  const countRows = async (db: Kysely<Database>, name: string): Promise<number | undefined> => {
    const asOf = await resolveAsOf(db, () => NOW, undefined)
    const table = TABLES.find((one) => one.name === name)
    return table && (await Array.fromAsync(table.rows(db, asOf))).length
  }

  it('can be written before anything is promised, and where the last page of targets is full', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    expect(await countRows(db, 'targets.csv')).toBe(0)
    expect(await countRows(db, 'progress.csv')).toBe(0)
    for (let index = 0; index < PAGE; index++) {
      await addIndicator(db, { code: `i-${index}` })
      await addTarget(db, { id: `plan-${index}`, indicatorCode: `i-${index}` })
    }
    expect(await countRows(db, 'targets.csv')).toBe(PAGE)
  }, 60_000)
})
