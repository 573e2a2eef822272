import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import { listRegions } from '../../server/plans/queries.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addGround, record } from '../helpers/world.ts'

describeOnBothEngines('what is remembered', (engine) => {
  it('lets a reader and a transaction that want the same not wait for each other', async () => {
    const db = await databaseOfTest(engine)
    const seq = await addGroundTo(db)
    const write = inWriteTransaction(db, async (trx) => {
      await delay(50) // A reader comes meanwhile.
      return await listRegions(trx, seq)
    })
    await delay(10)
    const read = listRegions(db, seq)
    expect(await Promise.all([write, read])).toEqual([await listRegions(db, seq), await listRegions(db, seq)])
  })

  it('is kept of what a transaction reads, once it is there', async () => {
    const db = await databaseOfTest(engine)
    const seq = await addGroundTo(db)
    const read = await inWriteTransaction(db, (trx) => listRegions(trx, seq))
    expect(await inWriteTransaction(db, (trx) => listRegions(trx, seq))).toBe(read)
    expect(await listRegions(db, seq)).toBe(read)
  })

  it('is what a transaction has not written', async () => {
    const db = await databaseOfTest(engine)
    const seq = await addGroundTo(db)
    const before = await listRegions(db, seq)
    await record(db, { action: 'region.add', data: { code: '99', nameZh: '他', nameEn: 'Other', parentCode: null } })
    const now = await inWriteTransaction(db, (trx) => listRegions(trx, seq + 1))
    expect(now.length).toBe(before.length + 1)
    expect(await listRegions(db, seq)).toEqual(before)
  })
})

async function addGroundTo(db: Parameters<typeof addGround>[0]): Promise<number> {
  await addGround(db)
  const { seq } = await db
    .selectFrom('audit_line')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow()
  return seq
}
