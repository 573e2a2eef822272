import { expect, it } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { listLines } from '../../server/audit/queries.ts'
import { replayLog } from '../../server/audit/replay.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { NOW } from '../helpers/app.ts'
import { contentOf } from '../helpers/content.ts'

describeOnBothEngines('the audit log', (engine) => {
  it('has in it everything from which all tables can be rebuilt', async () => {
    const db = await databaseOfTest(engine)
    await loadDemo(db, NOW)
    const rebuilt = await databaseOfTest(engine)
    await replayLog(rebuilt, await listLines(db))
    expect(await contentOf(rebuilt)).toEqual(await contentOf(db))
  }, 60_000)

  it('is the same on either engine, byte for byte', async () => {
    const db = await databaseOfTest(engine)
    await loadDemo(db, NOW)
    const other = await databaseOfTest(engine === 'sqlite' ? 'postgres' : 'sqlite')
    await loadDemo(other, NOW)
    expect(await listLines(other)).toEqual(await listLines(db))
  }, 60_000)

  it('is not played from a line that does not continue the one before', async () => {
    const db = await databaseOfTest(engine)
    await loadDemo(db, NOW)
    const lines = await listLines(db)
    const [first = '', second = ''] = lines
    const tampered = [first.replace('全国', '别国'), second, ...lines.slice(2)]
    expect(tampered[0]).not.toBe(first)
    const rebuilt = await databaseOfTest(engine)
    await expect(replayLog(rebuilt, tampered)).rejects.toThrow('line 2')
    expect(await listLines(rebuilt)).toEqual([])
  }, 60_000)
})
