import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { NEWEST } from '../../server/audit/queries.ts'
import { recordChange } from '../../server/audit/record.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import type { AsOf } from '../../server/http/as-of.ts'
import { resolveAsOf } from '../../server/http/as-of.ts'
import { type JudgedTarget, judgeTargets } from '../../server/targets/judge.ts'
import { NOW } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import {
  addApproved,
  addDraft,
  addGround,
  addIndicator,
  addTarget,
  aFigure,
  aMilestone,
  anIndicator,
  record,
} from '../helpers/world.ts'

async function openWorld(engine: 'sqlite' | 'postgres'): Promise<Kysely<Database>> {
  const db = await databaseOfTest(engine)
  await addGround(db)
  await addIndicator(db)
  await addTarget(db)
  await addApproved(db)
  return db
}

const asOfNow = (db: Kysely<Database>): Promise<AsOf> => resolveAsOf(db, () => NOW, undefined)

const judgeNow = async (db: Kysely<Database>): Promise<readonly JudgedTarget[]> =>
  await judgeTargets(db, await asOfNow(db))

const told = (judged: readonly JudgedTarget[]): unknown[] =>
  judged.map(({ target }) => [
    target.indicator.shortNameZh,
    target.progress[0]?.milestone.value,
    target.progress[0]?.latest?.value,
  ])

describeOnBothEngines('judging all targets', (engine) => {
  it('is done once as long as nothing happens on which it rests', async () => {
    const db = await openWorld(engine)
    const first = await judgeNow(db)
    await addDraft(db, { year: 2024 })
    await record(db, { action: 'session.start', data: { username: 'tester' } })
    expect(await judgeNow(db)).toBe(first)
  })

  it('is done at once for those who ask at the same time', async () => {
    const db = await openWorld(engine)
    const [one, other] = await Promise.all([judgeNow(db), judgeNow(db)])
    expect(one).toBe(other)
  })

  it('is done anew when a figure is approved, a target or an indicator revised, and in another year', async () => {
    const db = await openWorld(engine)
    expect(told(await judgeNow(db))).toEqual([['重点实验室', '100', '45']])
    const correction = { code: 'typing', reason: '看错' } as const
    await addApproved(db, { revision: 2, value: '46', correction })
    expect(told(await judgeNow(db))).toEqual([['重点实验室', '100', '46']])
    await addTarget(db, { revision: 2, correction, milestones: [aMilestone({ value: '90' })] })
    expect(told(await judgeNow(db))).toEqual([['重点实验室', '90', '46']])
    const { unitZh: _zh, unitEn: _en, kind: _kind, better: _better, ...terms } = anIndicator({ shortNameZh: '实验室' })
    await record(db, { action: 'indicator.revise', data: { ...terms, revision: 2 } })
    expect(told(await judgeNow(db))).toEqual([['实验室', '90', '46']])
    const later = await judgeTargets(db, { ...(await asOfNow(db)), year: 2031 })
    expect(later[0]?.target.progress[0]?.flags).toContain('awaiting-final')
    expect((await judgeNow(db))[0]?.target.progress[0]?.flags).not.toContain('awaiting-final')
  })

  it('after each change is what it would be without the judgement before', async () => {
    const db = await openWorld(engine)
    for (const code of ['37', '42']) {
      await record(db, { action: 'region.add', data: { code, nameZh: code, nameEn: code, parentCode: null } })
    }
    await addTarget(db, { id: 'another', regionCode: '37' })
    const correction = { code: 'typing', reason: '看错' } as const
    const changes = [
      () => addApproved(db, { regionCode: '37', year: 2023, value: '31' }),
      () => addApproved(db, { revision: 2, value: '47', correction }),
      () => addTarget(db, { revision: 2, correction, milestones: [aMilestone({ value: '90' })] }),
      () => addTarget(db, { id: 'third', regionCode: '42' }),
      () => addApproved(db, { regionCode: '42', year: 2024, value: '5', breakBefore: true }),
    ]
    await judgeNow(db)
    for (const change of changes) {
      await change()
      const asOf = await asOfNow(db)
      const anew = await db.transaction().execute(async (trx) => await judgeTargets(trx, asOf))
      expect(await judgeTargets(db, asOf)).toEqual(anew)
    }
    expect(await judgeNow(db)).toHaveLength(3)
  })

  it('answers an earlier instant with what was known then, whatever was asked for before', async () => {
    const db = await openWorld(engine)
    const before = await asOfNow(db)
    await addApproved(db, { revision: 2, value: '46', correction: { code: 'typing', reason: '看错' } })
    expect(told(await judgeNow(db))).toEqual([['重点实验室', '100', '46']])
    expect(told(await judgeTargets(db, before))).toEqual([['重点实验室', '100', '45']])
    expect(told(await judgeNow(db))).toEqual([['重点实验室', '100', '46']])
  })

  it('forgets what a transaction saw that came to nothing', async () => {
    const db = await openWorld(engine)
    const undone = inWriteTransaction(db, async (trx) => {
      const data = aFigure({ year: 2024, value: '44' })
      const tester = { username: 'tester', role: 'administrator' } as const
      const observationId = await recordChange(trx, tester, NOW, { action: 'observation.enter', data })
      await recordChange(trx, tester, NOW, { action: 'observation.submit', data: { observationId, comment: null } })
      const checker = { username: 'checker', role: 'reviewer' } as const
      await recordChange(trx, checker, NOW, { action: 'observation.approve', data: { observationId, comment: null } })
      const [judged] = await judgeTargets(trx, { ...(await asOfNow(trx)), seq: NEWEST })
      expect(judged?.figures).toHaveLength(2)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect((await judgeNow(db))[0]?.figures).toHaveLength(1)
  })
})
