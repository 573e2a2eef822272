import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { listLines } from '../../server/audit/queries.ts'
import { replayLog } from '../../server/audit/replay.ts'
import { contentOf } from '../helpers/content.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addGround, addIndicator, addTarget, record } from '../helpers/world.ts'

describeOnBothEngines('a weight', (engine) => {
  const open = async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    await addTarget(db)
    return db
  }
  const weigh = (
    db: Awaited<ReturnType<typeof open>>,
    revision: number,
    weight: string,
    targetId = 'plan-laboratories',
  ) => record(db, { action: 'target.weigh', data: { targetId, revision, weight } })

  it('is rebuilt from the log, with every revision', async () => {
    const db = await open()
    await weigh(db, 1, '2.50')
    await weigh(db, 2, '0')
    const rebuilt = await databaseOfTest(engine)
    await replayLog(rebuilt, await listLines(db))
    const { target_weight: weights, ...rest } = await contentOf(rebuilt)
    expect(weights).toMatchObject([
      { revision: 1, weight: '2.50' },
      { revision: 2, weight: '0' },
    ])
    expect({ target_weight: weights, ...rest }).toEqual(await contentOf(db))
  })

  it('is neither updated, deleted nor added to the past, by the database itself', async () => {
    const db = await open()
    const seq = await weigh(db, 1, '2')
    await expect(sql`update target_weight set weight = '3'`.execute(db)).rejects.toThrow('append-only')
    await expect(sql`delete from target_weight`.execute(db)).rejects.toThrow('append-only')
    await record(db, { action: 'theme.add', data: { code: 'more', nameZh: '更多', nameEn: 'More' } })
    const past = db
      .insertInto('target_weight')
      .values({ seq, target_id: 'plan-laboratories', revision: 2, weight: '3' })
    await expect(past.execute()).rejects.toThrow(/newest audit line only|already has this row/)
    if (engine === 'postgres') return
    const replace = sql`insert or replace into target_weight values (${seq}, 'plan-laboratories', 1, '3')`
    await expect(replace.execute(db)).rejects.toThrow(/newest audit line only|already has this row/)
  })

  it.each(['-1', '-0', '', 'twice', '1.', '01', '1'.repeat(31)])('cannot be “%s”', async (weight) => {
    const db = await open()
    await expect(weigh(db, 1, weight)).rejects.toThrow()
    expect(await db.selectFrom('target_weight').selectAll().execute()).toEqual([])
  })

  it('is of a target that exists, and counted from 1 on', async () => {
    const db = await open()
    await expect(weigh(db, 1, '2', 'no-such-target')).rejects.toThrow()
    await expect(weigh(db, 2, '2')).rejects.toThrow('counted from 1 on')
    await weigh(db, 1, '2')
    await expect(weigh(db, 1, '2')).rejects.toThrow(/counted from 1 on|already has this row/)
  })
})
